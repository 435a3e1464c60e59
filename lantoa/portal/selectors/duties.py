"""A plan's duties as the public sees them (nhiệm vụ công khai): who, by when, how far."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from django.db.models import Count, QuerySet

from lantoa.plans.rules.due_rule import OPEN_ENDED
from lantoa.plans.rules.progress import Progress, progress
from lantoa.plans.selectors import board, obligations
from lantoa.portal.rules.headline import headline

if TYPE_CHECKING:
    from lantoa.plans.models import Obligation, Plan

LEADING = ("lead", "requested")


@dataclass(frozen=True, slots=True)
class Duty:
    """`progress` counts every agency and period; `leads` are named as in the document; `dated`
    duties have days to keep."""

    code: str
    text: str
    nature: str
    requested: bool
    dated: bool
    due_text: str
    leads: tuple[str, ...]
    progress: Progress

    @property
    def headline(self) -> str:
        return headline(self.progress)

    @property
    def name(self) -> str:
        return name_of(self.text)


def name_of(text: str) -> str:
    """The text without the list dash and the stars of emphasis that the document carries."""
    return text.replace("*", "").lstrip("-–+ ").strip() or text


def of_plan(plan: Plan, *, today: date) -> list[Duty]:
    """Every active duty of the plan in its order, in three queries."""
    return _duties(
        obligations.public(plan).order_by("position", "pk"),
        board.rows_of(plan, today=today, dated_only=False),
    )


def due_in(plan: Plan, month: date, *, today: date) -> list[Duty]:
    """The duties that have a due day in the month of `month`, counted for that month alone."""
    rows = board.rows_of(plan, today=today).filter(
        due_on__year=month.year, due_on__month=month.month
    )
    return of_rows(plan, rows)


def of_rows(plan: Plan, rows: QuerySet[Any]) -> list[Duty]:
    """The duties that these rows belong to, counted for these rows alone."""
    wanted = obligations.public(plan).filter(pk__in=rows.values("obligation_id"))
    return _duties(wanted.order_by("position", "pk"), rows)


def _duties(wanted: QuerySet[Obligation], rows: QuerySet[Any]) -> list[Duty]:
    counts: dict[int, dict[str, int]] = {}
    counted = rows.values_list("obligation_id", "standing").annotate(n=Count("pk")).order_by()
    for pk, standing, count in counted:
        counts.setdefault(pk, {})[standing] = count
    leads = lead_names(wanted)
    return [_duty(row, leads.get(row.pk, ()), counts.get(row.pk, {})) for row in wanted]


def _duty(row: Obligation, leads: Iterable[str], counts: Mapping[str, int]) -> Duty:
    return Duty(
        code=row.code,
        text=row.text,
        nature=row.nature,
        requested=row.binding == "requested",
        dated=row.due_kind not in OPEN_ENDED,
        due_text=due_words(row),
        leads=tuple(leads),
        progress=progress(counts),
    )


def lead_names(wanted: QuerySet[Obligation]) -> dict[int, list[str]]:
    """Who must do each duty, in the document's words; one name once."""
    found: dict[int, list[str]] = {}
    named = (
        wanted.order_by()
        .filter(assignments__role__in=LEADING)
        .values_list("pk", "assignments__named_as")
        .distinct()
        .order_by("pk", "assignments__named_as")
    )
    for pk, name in named:
        if name:
            found.setdefault(pk, []).append(name)
    return found


def due_words(duty: Obligation) -> str:
    """When it is due: the document's own words, else the day, else the kind of rule."""
    if duty.due_text:
        return duty.due_text
    if duty.due_by:
        return f"{duty.due_by:%d/%m/%Y}"
    return str(duty.get_due_kind_display())
