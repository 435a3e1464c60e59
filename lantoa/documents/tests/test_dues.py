"""Due phrases: what rule each one is, and what is no due at all."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from lantoa.documents.reading.dues import find_due, read_due
from lantoa.documents.reading.options import Options

STRICT = Options()
LENIENT = Options(before_is_strict=False)


def period(first: str, last: str) -> dict[str, Any]:
    return {
        "kind": "within_period",
        "start": date.fromisoformat(first),
        "by": date.fromisoformat(last),
    }


def by(day: str) -> dict[str, Any]:
    return {"kind": "by_date", "by": date.fromisoformat(day)}


def monthly(day: int) -> dict[str, Any]:
    return {"kind": "monthly", "day_of_month": day, "rrule": f"FREQ=MONTHLY;BYMONTHDAY={day}"}


YEAR = period("2024-01-01", "2024-12-31")
CELLS: list[tuple[str, dict[str, Any]]] = [
    ("Quý I/2024", period("2024-01-01", "2024-03-31")),
    ("Quý 2 năm 2024", period("2024-04-01", "2024-06-30")),
    ("Qúy III", period("2024-07-01", "2024-09-30")),
    ("Quý II, III/2024", period("2024-04-01", "2024-09-30")),
    ("Quý I - Quý II/2024", period("2024-01-01", "2024-06-30")),
    ("Trong năm 2024", YEAR),
    ("Cả năm", YEAR),
    ("Trong năm", YEAR),
    ("2024", YEAR),
    ("Năm 2024-2025", period("2024-01-01", "2025-12-31")),
    ("Trong năm 2024 (theo tiến độ Chương trình, Kế hoạch)", YEAR),
    ("6 tháng đầu năm", period("2024-01-01", "2024-06-30")),
    ("06 tháng cuối năm 2024", period("2024-07-01", "2024-12-31")),
    ("Tháng 11/2024", period("2024-11-01", "2024-11-30")),
    ("Tháng 2", period("2024-02-01", "2024-02-29")),
    ("Từ tháng 3 đến tháng 9/2024", period("2024-03-01", "2024-09-30")),
    ("Từ ngày 01/3 đến ngày 15/3/2024", period("2024-03-01", "2024-03-15")),
    (
        "Từ tháng 11/2024 đến khi kết thúc kiểm kê",
        {"kind": "within_period", "start": date(2024, 11, 1)},
    ),
    ("Từ năm 2025 trở đi", {"kind": "within_period", "start": date(2025, 1, 1)}),
    ("Trước ngày 20/3/2024", by("2024-03-19")),
    ("Xong trước 30/6", by("2024-06-29")),
    ("Trước 17 giờ 00, ngày 10/4/2024", by("2024-04-10")),
    ("Hoàn thành trước tháng 11/2024", by("2024-10-31")),
    ("Chậm nhất ngày 20 tháng 11 năm 2024", by("2024-11-20")),
    ("Đến hết ngày 31/12/2024", by("2024-12-31")),
    ("Chậm nhất quý III/2024", by("2024-09-30")),
    ("15/8/2024", by("2024-08-15")),
    ("Định kỳ hàng tháng", {"kind": "monthly", "rrule": "FREQ=MONTHLY"}),
    (
        "Định kỳ hàng tháng trong năm 2024",
        {
            "kind": "monthly",
            "start": date(2024, 1, 1),
            "by": date(2024, 12, 31),
            "rrule": "FREQ=MONTHLY;UNTIL=20241231",
        },
    ),
    ("Định kỳ hằng tháng (trước ngày 25)", monthly(24)),
    ("Trước ngày 25 hàng tháng", monthly(24)),
    ("Ngày 20 hằng tháng", monthly(20)),
    ("Chậm nhất ngày 05 của mỗi tháng", monthly(5)),
    ("02 tin, bài/tháng", {"kind": "monthly", "rrule": "FREQ=MONTHLY"}),
    ("Hằng tuần", {"kind": "weekly", "rrule": "FREQ=WEEKLY"}),
    ("Trước thứ Sáu hằng tuần", {"kind": "weekly", "rrule": "FREQ=WEEKLY;BYDAY=TH"}),
    ("Định kỳ hàng quý", {"kind": "quarterly", "rrule": "FREQ=MONTHLY;INTERVAL=3"}),
    (
        "Trước ngày 15 tháng cuối quý",
        {
            "kind": "quarterly",
            "day_of_month": 14,
            "rrule": "FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=14",
        },
    ),
    ("Hằng năm", {"kind": "yearly", "rrule": "FREQ=YEARLY"}),
    (
        "Trước ngày 15/12 hằng năm",
        {"kind": "yearly", "rrule": "FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=14"},
    ),
    ("Định kỳ 6 tháng, năm", {"kind": "yearly", "rrule": "FREQ=YEARLY;BYMONTH=6,12"}),
    (
        "Trước ngày 15/3, 15/6, 15/9 và 15/12",
        {
            "kind": "quarterly",
            "day_of_month": 14,
            "rrule": "FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=14",
        },
    ),
    (
        "Chậm nhất ngày 10/6 và ngày 10/12",
        {"kind": "yearly", "rrule": "FREQ=YEARLY;BYMONTH=6,12;BYMONTHDAY=10"},
    ),
    ("Thường xuyên", {"kind": "standing"}),
    ("Thường xuyên trong năm", {"kind": "standing"}),
    ("Theo tiến độ Kế hoạch", {"kind": "external"}),
    ("Theo tiến độ Kế hoạch được phê duyệt", {"kind": "external"}),
    (
        "Theo Kế hoạch số 12/KH-UBND ngày 10/01/2024",
        {"kind": "external", "external_symbol": "12/KH-UBND"},
    ),
    ("Sau khi có Kế hoạch của tỉnh", {"kind": "triggered"}),
    ("Sau 05 ngày làm việc kể từ ngày nhận được văn bản", {"kind": "triggered"}),
    ("Khi có yêu cầu", {"kind": "triggered"}),
    ("Đột xuất", {"kind": "triggered"}),
    ("…", {"kind": "unstated"}),
]


@pytest.mark.parametrize(("text", "expected"), CELLS, ids=[text for text, _ in CELLS])
def test_cell_is_read_as_a_typed_rule(text: str, expected: dict[str, Any]) -> None:
    due = read_due(text, year=2024, options=STRICT)

    found = {name: getattr(due, name) for name in due.__slots__ if name != "text"}
    assert {name: value for name, value in found.items() if value is not None} == expected
    assert due.text == text


@pytest.mark.parametrize(
    ("text", "expected"),
    [("Trước ngày 20/3/2024", date(2024, 3, 20)), ("trước ngày 25 hàng tháng", 25)],
)
def test_before_includes_the_day_when_officials_read_it_so(text: str, expected: object) -> None:
    due = read_due(text, year=2024, options=LENIENT)

    assert expected in (due.by, due.day_of_month)


def test_period_without_year_and_without_plan_year_has_no_dates() -> None:
    due = read_due("Quý II", year=None, options=STRICT)

    assert (due.kind, due.start, due.by) == ("within_period", None, None)


def test_followed_plan_is_named_by_the_activity() -> None:
    context = "Lồng ghép vào phổ biến pháp luật (theo Kế hoạch kèm Quyết định số 9/QĐ-UBND)"

    due = read_due("Theo tiến độ Kế hoạch", year=2024, options=STRICT, context=context)

    assert due.external_symbol == "9/QĐ-UBND"


@pytest.mark.parametrize(
    ("text", "kind", "words"),
    [
        (
            "Kế hoạch gửi về Sở trước ngày **20/3/2024** để tổng hợp.",
            "by_date",
            "trước ngày 20/3/2024",
        ),
        (
            "Định kỳ hàng tháng (trước ngày 25), gửi tin, bài về Phòng.",
            "monthly",
            "Định kỳ hàng tháng (trước ngày 25)",
        ),
        (
            "Tổ chức đối thoại, hoàn thành trong quý II/2024.",
            "within_period",
            "hoàn thành trong quý II/2024",
        ),
        (
            "Mở 03 lớp tập huấn trong tháng 5/2024 cho công chức.",
            "within_period",
            "trong tháng 5/2024",
        ),
        (
            "Đăng ký mô hình sau khi có Kế hoạch cuộc thi của tỉnh.",
            "triggered",
            "sau khi có Kế hoạch cuộc thi của tỉnh",
        ),
        ("Thường xuyên cập nhật chuyên mục.", "standing", "Thường xuyên"),
        ("Tổng hợp theo tiến độ Đề án, báo cáo Ủy ban.", "external", "theo tiến độ Đề án"),
        ("Thời gian thực hiện: Quý III/2024. Sản phẩm: phóng sự.", "within_period", "Quý III/2024"),
        ("Tổ chức tốt hội nghị đối thoại doanh nghiệp năm 2024.", "within_period", "năm 2024"),
        ("100% trưởng thôn được tập huấn trong quý II.", "within_period", "trong quý II"),
        ("Bố trí kinh phí trong dự toán hằng năm.", "yearly", "hằng năm"),
        ("Gửi ít nhất 02 tin, bài/tháng về Cổng.", "monthly", "ít nhất 02 tin, bài/tháng"),
    ],
)
def test_due_in_a_sentence_keeps_the_source_words(text: str, kind: str, words: str) -> None:
    due = find_due(text, year=2024, options=STRICT)

    assert (due.kind, due.text) == (kind, words)


@pytest.mark.parametrize(
    "text",
    [
        "Thực hiện Quyết định số 12/QĐ-UBND ngày 10/01/2024 của Ủy ban nhân dân huyện.",
        "Xây dựng kế hoạch tuyên truyền cải cách hành chính năm 2024 của đơn vị.",
        "Tham dự cuộc thi sáng kiến trẻ năm 2024.",
        "Tổ chức hội nghị triển khai kế hoạch cải cách hành chính năm 2024.",
        "Thông tin về các chỉ số được công bố trong năm 2023.",
        "Bố trí trong nguồn chi thường xuyên của đơn vị.",
        "Rà soát người hưởng trợ cấp hàng tháng được chi trả.",
        "Lồng ghép trong các buổi sinh hoạt chi bộ hàng tháng.",
        "Thống kê các thủ tục ban hành trước ngày 01/7/2023.",
        "Số liệu tính đến ngày 14/6/2024 do đơn vị cung cấp.",
        "Chuyển đổi số giai đoạn 2021-2025, định hướng đến năm 2030.",
        "Sắp xếp bộ máy, ổn định sau khi sáp nhập.",
        "Quy định có hiệu lực sau 10 ngày kể từ ngày ký.",
    ],
)
def test_what_is_no_due(text: str) -> None:
    due = find_due(text, year=2024, options=STRICT)

    assert (due.kind, due.text) == ("unstated", "")
