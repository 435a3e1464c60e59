"""A whole country for measuring: agencies, one plan of monthly duties, and how its year went."""

from __future__ import annotations

import json
import sys
import time
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import product
from typing import Any

_FIRST = (
    "An",
    "Bình",
    "Đông",
    "Hòa",
    "Long",
    "Phú",
    "Tân",
    "Thạnh",
    "Vĩnh",
    "Xuân",
    "Yên",
    "Quảng",
)
_SECOND = ("Sơn", "Thủy", "Phong", "Lộc", "Khánh", "Minh", "Đức", "Trung", "Hưng", "Thịnh", "Mỹ")
_DAYS = (10, 15, 20, 25, 31)
_DOES = (
    "Đăng tin, bài",
    "Phát thanh",
    "Niêm yết, cập nhật",
    "Tổ chức đối thoại",
    "Báo cáo kết quả",
)
_ABOUT = ("thủ tục hành chính", "dịch vụ công trực tuyến", "tài chính công", "chuyển đổi số")
_AUDIENCES = ("người dân", "doanh nghiệp", "cán bộ, công chức")
_CHANNELS = ("trang thông tin điện tử", "hệ thống loa truyền thanh", "mạng xã hội")


@dataclass(frozen=True, slots=True)
class Country:
    """Who opens the pages: a coordinator, an officer of one commune, and the plan they see."""

    plan: int
    coordinator: int
    officer: int


def build(*, agencies: int, duties: int) -> dict[str, Any]:
    """Write the country through the product's own services; returns seconds and keys."""
    from lantoa.cli.preparing import set_up

    set_up()
    from lantoa.organisations.factories import make_actor, make_agency
    from lantoa.plans import factories
    from lantoa.plans.selectors import changes
    from lantoa.plans.services import confirm, tallies

    year = date.today().year
    authority = make_agency("Ủy ban nhân dân tỉnh Đo", kind="people_committee", level="province")
    division = make_agency("Sở Nội vụ", kind="department", level="province", parent=authority)
    communes = _communes(authority, agencies)
    coordinator = make_actor(division, role="coordinator")
    officer = make_actor(communes[agencies // 2])
    plan = factories.make_plan(
        authority=authority, coordinator=division, year=year, issued_on=date(year, 1, 1)
    )
    for number in range(duties):
        factories.make_draft_item(plan, **_row(number))
    started = time.perf_counter()
    made = confirm.confirm(plan=plan, seen=changes.mark(plan), by=coordinator)
    generated = time.perf_counter() - started
    _analyse()
    _carry_out(plan)
    _analyse()
    plan.refresh_from_db()
    started = time.perf_counter()
    tallies.recount(plan=plan)
    counted = time.perf_counter() - started
    _analyse()
    return {
        "occurrences": made.occurrences,
        "generated": generated,
        "counted": counted,
        "country": [plan.pk, coordinator.user.pk, officer.user.pk],
    }


def _communes(authority: Any, number: int) -> list[Any]:
    from lantoa.common.rules.vietnamese import search_key

    names = [" ".join(words) for words in product(_FIRST, _SECOND, _FIRST, _SECOND)]
    step = max(1, len(names) // number)
    model = type(authority)
    rows = []
    for count, place in enumerate(names[::step][:number]):
        name = f"Ủy ban nhân dân xã {place}"
        rows.append(
            model(
                code=f"xa-{count}",
                name=name,
                short_name=f"UBND xã {place}",
                folded_name=search_key(name),
                kind="commune",
                level="commune",
                place=place,
                parent=authority,
                valid_from=date(2000, 1, 1),
            )
        )
    return list(model.objects.bulk_create(rows, batch_size=500))


def _row(number: int) -> dict[str, Any]:
    day = _DAYS[number % len(_DAYS)]
    text = f"{_DOES[number % 5]} về {_ABOUT[number % 4]}, phần việc {number + 1}"
    due = {"kind": "monthly", "text": f"Trước ngày {day} hằng tháng", "day_of_month": day}
    return {
        "state": "accepted",
        "nature": ("activity", "duty", "content", "channel")[number % 4],
        "code": f"I.{number + 1}",
        "text": text,
        "due": due,
        "audiences": [_AUDIENCES[number % 3]],
        "channels": [_CHANNELS[number % 3]],
        "parties": [{"name": "UBND các xã, phường", "role": "lead", "group": True}],
    }


def _carry_out(plan: Any) -> None:
    """Four of five past rows accepted on time, some late, some waiting, returned or never sent."""
    from django.db.models import F
    from django.db.models.functions import Mod
    from django.utils import timezone

    from lantoa.plans.selectors import board

    today = timezone.localdate()
    model = board.rows_of(plan, today=today).model
    rows = model._base_manager.filter(obligation__plan=plan)
    days: list[Any] = sorted(
        set(rows.filter(due_on__lt=today).values_list("due_on", flat=True).distinct())
    )
    for due in days:
        chance = Mod(F("pk") * 37 + F("agency_id") * 13, 100)
        same = rows.filter(due_on=due).annotate(chance=chance)
        for low, high, state, late in (
            (0, 80, "accepted", -2),
            (80, 88, "accepted", 3),
            (88, 91, "submitted", -1),
            (91, 93, "returned", -1),
        ):
            sent = _noon(min(due + timedelta(days=late), today))
            values: dict[str, Any] = {"state": state, "submitted_at": sent}
            if state == "returned":
                values["return_reason"] = "Thiếu ảnh"
            if state != "submitted":
                values["decided_at"] = sent
            same.filter(chance__gte=low, chance__lt=high).update(**values)


def _noon(day: date) -> datetime:
    from django.utils import timezone

    return timezone.make_aware(datetime(day.year, day.month, day.day, 12))


def _analyse() -> None:
    """What PostgreSQL does by itself after a while; a bench has no such while."""
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE" if connection.vendor == "postgresql" else "ANALYZE")


if __name__ == "__main__":
    print(json.dumps(build(agencies=int(sys.argv[1]), duties=int(sys.argv[2]))))
