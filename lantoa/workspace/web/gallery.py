"""Sample content of the gallery: plausible, of no real place, one of every kind."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.utils import timezone

from lantoa.common.rules.vietnamese import search_key
from lantoa.common.ui import states
from lantoa.common.ui.filters import Filter, Filters
from lantoa.common.ui.tables import Column, Empty, Table
from lantoa.workspace.web.gallery_forms import SampleForm, UploadForm

DUTY_STATES = (
    "overdue", "returned", "due_soon", "submitted", "in_progress", "not_due", "standing",
    "no_information", "done_on_time", "done_late",
)  # fmt: skip
AGENCIES = ("Phòng Nội vụ", "Phòng Văn hóa - Xã hội", "UBND phường Bình An", "UBND xã Đông Sơn")
TITLES = (
    "Tuyên truyền về lợi ích của dịch vụ công trực tuyến trên hệ thống truyền thanh cơ sở",
    "Niêm yết kế hoạch cải cách hành chính tại bảng tin công cộng",
    "Tổ chức hội nghị đối thoại giữa người đứng đầu với người dân và doanh nghiệp",
    "Xây dựng chuyên mục cải cách hành chính trên trang thông tin điện tử",
    "Báo cáo kết quả tuyên truyền quý",
    "Phát hành tờ rơi hướng dẫn nộp hồ sơ trực tuyến",
)
DONE_BY_MONTH = [2, 5, 9, 15, 18, 22, None, 30, 33, 35, 41, 46]
SPANS = (-12, -3, 2, -1, 6, 41, None, 9, -30, -24)


@dataclass(frozen=True)
class Duty:
    pk: int
    title: str
    agency: str
    state: str
    due: date | None
    money: int
    percent: int


def duties(today: date) -> list[Duty]:
    return [
        Duty(
            pk=at + 1,
            title=TITLES[at % len(TITLES)],
            agency=AGENCIES[at % len(AGENCIES)],
            state=DUTY_STATES[at % len(DUTY_STATES)],
            due=_day(today, SPANS[at % len(SPANS)]),
            money=(at % 7) * 1_250_000,
            percent=(at * 17) % 101,
        )
        for at in range(46)
    ]


def filtered_table(params: Mapping[str, Any]) -> tuple[Filters, Table]:
    today = timezone.localdate()
    filters = Filters(
        Filter(name="tim", label="Tìm trong tên", kind="text", apply=_search),
        Filter(
            name="co-quan", label="Cơ quan", choices=[(a, a) for a in AGENCIES], lookup="agency"
        ),
        Filter(name="trang-thai", label="Trạng thái", lookup="state", choices=_state_choices),
        Filter(name="truoc", label="Hạn trước ngày", kind="date", apply=_before),
        params=params,
    )
    table = Table(
        columns=_columns(),
        rows_from=filters.apply(duties(today)),
        params=params,
        caption="Nhiệm vụ của kế hoạch",
        note="Bấm tiêu đề cột để sắp xếp",
        sort="han",
        per_page=8,
        empty=Empty("Không có nhiệm vụ nào khớp", "Bỏ bớt điều kiện lọc để xem nhiều hơn."),
    )
    return filters, table


def context(params: Mapping[str, Any]) -> dict[str, Any]:
    today = timezone.localdate()
    rows = duties(today)
    return {
        "crumbs": [("Nơi làm việc", "/lam-viec/"), ("Thư viện giao diện", "")],
        "today": today,
        "states": [(key, states.get(key)) for key in DUTY_STATES],
        "duties": rows[:4],
        "empty_table": Table(columns=_columns(), rows_from=[], params=params, caption="Bảng trống"),
        "bar": {
            "scopes": [("a", "Các dòng đã đánh dấu", False), ("b", "Cả 46 dòng", False)],
            "kinds": [("x", "Đôn đốc", "megaphone"), ("y", "Gia hạn", "clock")],
            "hidden": [],
        },
        "good_form": SampleForm(),
        "bad_form": SampleForm({"people": "0", "kind": "x"}, auto_id="id_bad_%s"),
        "upload_form": UploadForm(auto_id="id_up_%s"),
        "history": _history(),
        "parts": [{"state": key, "count": n, "url": f"?trang-thai={key}"} for key, n in _shares()],
        "lines": _lines(),
        "explain": _explain(today),
        "trend": {
            "labels": [f"T{month}" for month in range(1, 13)],
            "series": [
                {"label": "Kế hoạch", "state": "no_information", "values": list(range(4, 52, 4))},
                {
                    "label": "Đã hoàn thành",
                    "values": DONE_BY_MONTH,
                },
            ],
        },
        "columns": _columns_by_quarter(),
        "matrix": _matrix(),
        "month": _month(today),
        "timeline": _timeline(today),
        "year": _year(today),
        "files": [{"name": "bien-ban-hoi-nghi.pdf", "url": "#tep", "thumb": ""}],
        "tabs": _tabs(),
        "steps": _steps(),
    }


def _day(today: date, days: int | None) -> date | None:
    return None if days is None else today + timedelta(days=days)


def _state_choices() -> list[tuple[str, Any]]:
    return [(key, states.get(key).label) for key in DUTY_STATES]


def _agencies() -> list[tuple[str, str]]:
    return [(name, name) for name in AGENCIES]


def _search(rows: list[Duty], text: str) -> list[Duty]:
    return [row for row in rows if search_key(text) in search_key(row.title)]


def _before(rows: list[Duty], day: date) -> list[Duty]:
    return [row for row in rows if row.due and row.due < day]


def _columns() -> list[Column]:
    return [
        Column(
            key="title", label="Nhiệm vụ", main=True, sort=True, url=lambda d: f"#nhiem-vu-{d.pk}"
        ),
        Column(key="agency", label="Cơ quan chủ trì", sort=True),
        Column(
            key="han", label="Thời hạn", kind="due", sort=True, value=_due, export=lambda d: d.due
        ),
        Column(key="state", label="Trạng thái", kind="state", sort=True),
        Column(key="percent", label="Tiến độ", kind="bar", minor=True),
        Column(key="money", label="Kinh phí (đồng)", kind="number", sort=True, total=True),
    ]


def _due(duty: Duty) -> dict[str, Any] | None:
    return {"due": duty.due, "state": duty.state} if duty.due else None


def _history() -> list[dict[str, Any]]:
    now = timezone.now()
    rows = [
        ("Chấp nhận minh chứng", "Trần Thị Bích Ngọc", "Phòng Nội vụ", "done_on_time", ""),
        ("Gửi lại minh chứng", "Nguyễn Văn An", "UBND phường Bình An", "submitted", ""),
        ("Trả lại minh chứng", "Trần Thị Bích Ngọc", "Phòng Nội vụ", "returned",
         "Ảnh chưa thấy bảng tin. Đề nghị chụp lại toàn cảnh và ghi ngày niêm yết."),
        ("Giao nhiệm vụ", "Hệ thống", "", "not_due", ""),
    ]  # fmt: skip
    return [
        {"what": what, "who": who, "agency": agency, "tone": tone, "note": note,
         "when": now - timedelta(hours=31 * at)}
        for at, (what, who, agency, tone, note) in enumerate(rows)
    ]  # fmt: skip


def _shares() -> list[tuple[str, int]]:
    return list(zip(DUTY_STATES, (4, 2, 5, 6, 9, 21, 8, 3, 32, 5), strict=True))


def _lines() -> list[tuple[int, str, bool]]:
    return [
        (118, "2. Hình thức tuyên truyền", False),
        (119, "a) Trên hệ thống truyền thanh: mỗi tuần ít nhất 02 lần, mỗi lần 05 phút;", False),
        (120, "b) Báo cáo kết quả trước ngày 20 tháng cuối quý.", True),
        (121, "c) Niêm yết tại bảng tin công cộng, trụ sở thôn, tổ dân phố.", False),
    ]  # fmt: skip


def _explain(today: date) -> list[tuple[str, str]]:
    return [
        ("Quy tắc", "Trước ngày 20 tháng cuối quý"),
        ("Bắt đầu tính", f"{today:%d/%m/%Y}"),
        ("Số ngày", "5 ngày làm việc"),
        ("Ngày nghỉ bỏ qua", "Thứ Bảy, Chủ nhật, Quốc khánh"),
    ]


def _columns_by_quarter() -> list[dict[str, Any]]:
    return [
        {
            "label": f"Quý {quarter}",
            "counts": {
                "done_on_time": 4 + quarter,
                "done_late": quarter % 3,
                "not_due": 2 * quarter,
            },
        }
        for quarter in range(1, 5)
    ]


def _matrix() -> dict[str, Any]:
    channels = ("Truyền thanh", "Bảng tin", "Hội nghị", "Mạng xã hội", "Tờ rơi")
    cells = {
        (row, column): {"state": DUTY_STATES[(row * 3 + column * 7) % 10], "url": "#o"}
        for row in range(4)
        for column in range(5)
        if (row + column) % 6
    }
    return {
        "rows": [{"key": at, "label": name} for at, name in enumerate(AGENCIES)],
        "columns": [{"key": at, "label": name} for at, name in enumerate(channels)],
        "cells": cells,
    }


def _month(today: date) -> dict[str, Any]:
    first = today.replace(day=1)
    entries = [
        {"date": first + timedelta(days=days), "label": TITLES[at], "url": "#lich", "state": state}
        for at, (days, state) in enumerate(((2, "done_on_time"), (11, "due_soon"), (11, "overdue")))
    ]
    return {"on": today, "entries": entries, "days_off": {first + timedelta(days=1): "Nghỉ lễ"}}


def _timeline(today: date) -> dict[str, Any]:
    start = today - timedelta(days=60)
    rows = [
        {
            "label": title,
            "state": state,
            "start": start + timedelta(days=20 * at),
            "end": start + timedelta(days=20 * at + 70),
            "marks": [{"on": start + timedelta(days=20 * at + 70), "state": state}],
        }
        for at, (title, state) in enumerate(
            zip(TITLES, ("done_on_time", "due_soon", "not_due"), strict=False)
        )
    ]
    return {"rows": rows, "today": today}


def _year(today: date) -> dict[str, Any]:
    days = {
        date(today.year, month, 15): {
            "count": month,
            "state": DUTY_STATES[month % len(DUTY_STATES)],
            "label": f"{month} việc",
            "url": "#nam",
        }
        for month in range(1, 13)
    }
    return {"of": today.year, "days": days, "days_off": {date(today.year, 1, 1): "Tết Dương lịch"}}


def _tabs() -> list[dict[str, Any]]:
    return [
        {"label": "Tất cả", "url": "#tat-ca", "count": 95, "current": True},
        {"label": "Quá hạn", "url": "#qua-han", "count": 4},
        {"label": "Chờ duyệt", "url": "#cho-duyet", "count": 6},
        {"label": "Lịch sử", "url": "#lich-su"},
    ]


def _steps() -> list[dict[str, Any]]:
    return [
        {"label": "Gửi tin", "done": True},
        {"label": "Thủ trưởng duyệt", "done": True},
        {"label": "Cơ quan đầu mối soát", "current": True},
        {"label": "Đăng tải"},
    ]
