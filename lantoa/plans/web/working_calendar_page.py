"""The working calendar of a year (lịch làm việc): every day that differs from the week, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lantoa.common import access
from lantoa.common.rules.calendar import WEEKDAYS
from lantoa.common.selectors import calendar as reading
from lantoa.common.ui import states
from lantoa.common.ui.tables import Column, Empty, Table
from lantoa.plans.web.forms.working_calendar import AddDayForm, TakeOutForm

if TYPE_CHECKING:
    from datetime import date

    from django.forms import Form
    from django.http import HttpRequest

    from lantoa.common.models import CalendarDay

STATES = {
    "holiday": (gettext_lazy("Nghỉ lễ, Tết"), "danger", "star"),
    "substitute": (gettext_lazy("Nghỉ bù"), "warning", "repeat"),
    "exchanged": (gettext_lazy("Nghỉ hoán đổi"), "info", "arrow-up-down"),
    "worked": (gettext_lazy("Làm bù"), "success", "check"),
}
for _key, (_label, _tone, _icon) in STATES.items():
    states.register(f"day_{_key}", label=_label, tone=_tone, icon=_icon)


def year_of(request: HttpRequest) -> int:
    """The year asked for, else this one; anything else than a year counts as this one."""
    asked = request.GET.get("nam", "") or request.POST.get("nam", "")
    plausible = asked.isdecimal() and len(asked) == 4 and 1990 <= int(asked) <= 2200
    return int(asked) if plausible else timezone.localdate().year


def context(
    request: HttpRequest, year: int, *, add: Form | None = None, take_out: Form | None = None
) -> dict[str, Any]:
    """The year as a picture and a table; forms for who may change it."""
    actor = request.actor  # type: ignore[attr-defined]
    days = reading.of_year(year)
    may = access.can(actor, "calendar.edit")
    return {
        "year": year,
        "years": [
            {"label": str(one), "url": f"?nam={one}", "current": one == year}
            for one in sorted({*reading.years(), year, timezone.localdate().year + 1})
        ],
        "days": {row.day: _mark(row) for row in days},
        "table": _table(request, days, year),
        "start_values": bool(days) and not reading.edited(year),
        "may_edit": may,
        "add": add or AddDayForm() if may else None,
        "take_out": take_out or TakeOutForm(days=days) if may and days else None,
        "withdrawn": reading.withdrawn(year) if may else [],
        "crumbs": [(_("Lịch làm việc"), "")],
    }


def _mark(row: CalendarDay) -> dict[str, Any]:
    label = f"{STATES[row.kind][0]}: {row.name}"
    return {"count": 0, "state": f"day_{row.kind}", "label": label, "url": "#cac-ngay"}


def _table(request: HttpRequest, days: list[CalendarDay], year: int) -> Table:
    """One source for all days is said once, above them."""
    sources = {row.source for row in days}
    source = Column(key="source", label=_("Theo văn bản"), minor=True)
    return Table(
        columns=[
            Column(key="day", label=_("Ngày"), main=True, value=lambda row: _day(row.day)),
            Column(key="kind", label=_("Loại"), kind="state", value=lambda row: f"day_{row.kind}"),
            Column(key="name", label=_("Tên ngày, lý do")),
            Column(key="valid_from", label=_("Hiệu lực từ"), kind="date", minor=True),
            *([source] if len(sources) > 1 else []),
        ],
        rows_from=days,
        params=request.GET,
        caption=_("Ngày nghỉ, ngày làm bù năm %d") % year,
        note=_("Theo: %s") % sources.pop() if len(sources) == 1 else "",
        per_page=60,
        empty=Empty(
            _("Năm này chưa có ngày nghỉ nào"),
            _("Khi có thông báo nghỉ lễ, Tết, hãy thêm từng ngày; chưa có thì chỉ trừ cuối tuần."),
        ),
    )


def _day(day: date) -> str:
    return f"{WEEKDAYS[day.weekday()]}, {day:%d/%m/%Y}"
