"""Reading amendments (điều chỉnh): versions of a plan, their differences, what was moved."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from django.db.models import Prefetch, QuerySet
from django.utils import timezone

from lantoa.common.errors import NotFound
from lantoa.common.rules.vietnamese import sort_key
from lantoa.organisations.selectors import agencies
from lantoa.organisations.selectors.validity import scope
from lantoa.plans.models import Amendment, DueMove, DutyChange, Obligation, Plan
from lantoa.plans.rules.due_words import in_words
from lantoa.plans.selectors import plans
from lantoa.plans.selectors.deadlines import rule_of

if TYPE_CHECKING:
    from lantoa.common.access import Actor


@dataclass(frozen=True, slots=True)
class MovedDay:
    """One day of a duty that was moved alike for `agencies`."""

    obligation: Obligation
    kind: str
    kind_label: str
    old: date
    new: date
    reason: str
    agencies: tuple[str, ...]
    document: str = ""
    illustrative: bool = False


def facts_of_duty(duty: Obligation) -> dict[str, Any]:
    """What an amendment keeps of a duty as it was: text, due words and day."""
    return {
        "text": duty.text,
        "due": in_words(rule_of(duty)),
        "due_on": duty.due_by.isoformat() if duty.due_by else None,
        "day_of_month": duty.due_day_of_month,
    }


def get_for(actor: Actor, pk: int, *, to: str = "view") -> Amendment:
    """One amendment through its plan's rules; drafts only for those who amend."""
    row = Amendment.objects.select_related("plan", "published_by").filter(pk=pk).first()
    if row is None:
        raise NotFound(amendment=pk)
    row.plan = plans.get_for(actor, row.plan_id, to=to)
    if row.state != Amendment.State.PUBLISHED:
        plans.get_for(actor, row.plan_id, to="amend")
    return row


def change_for(actor: Actor, pk: int) -> DutyChange:
    """One change of a draft, for those who amend."""
    row = DutyChange.objects.select_related("amendment", "obligation").filter(pk=pk).first()
    if row is None:
        raise NotFound(change=pk)
    row.amendment = get_for(actor, row.amendment_id, to="amend")
    return row


def published(plan: Plan) -> list[Amendment]:
    """The plan's versions after the first, newest first, each with its changes."""
    return list(_with_changes(plan.amendments.filter(state="published")))


def drafts(plan: Plan) -> list[Amendment]:
    """Amendments that somebody is drawing up."""
    return list(_with_changes(plan.amendments.filter(state="draft")))


def changes_of(amendment: Amendment) -> list[DutyChange]:
    return list(amendment.changes.select_related("obligation").order_by("pk"))


def moved(plan: Plan) -> list[MovedDay]:
    """Every moved deadline of the plan by its new day; agencies moved alike stand together."""
    rows = (
        DueMove.objects.filter(occurrence__obligation__plan=plan)
        .select_related("occurrence__obligation", "occurrence__agency", "amendment")
        .order_by("new_due_on", "occurrence__obligation__position", "pk")
    )
    groups: dict[tuple[Any, ...], list[DueMove]] = {}
    for row in rows:
        key = (row.occurrence.obligation_id, row.kind, row.old_due_on, row.new_due_on, row.reason)
        groups.setdefault(key, []).append(row)
    return [_moved(same) for same in groups.values()]


def _moved(rows: list[DueMove]) -> MovedDay:
    first = rows[0]
    return MovedDay(
        obligation=first.occurrence.obligation,
        kind=first.kind,
        kind_label=str(first.get_kind_display()),
        old=first.old_due_on,
        new=first.new_due_on,
        reason=first.reason,
        agencies=tuple(dict.fromkeys(row.occurrence.agency.label for row in rows)),
        document=str(first.amendment) if first.amendment else "",
        illustrative=first.is_illustrative,
    )


def _with_changes(rows: QuerySet[Amendment]) -> QuerySet[Amendment]:
    changes = DutyChange.objects.select_related("obligation").order_by("pk")
    return rows.prefetch_related(Prefetch("changes", changes))


def agency_choices(plan: Plan) -> list[tuple[int, str]]:
    """Who may be given a duty of the plan: the authority's own agencies in force."""
    # A plan of a past year is amended by the agencies of that year.
    today = min(timezone.localdate(), date(plan.year, 12, 31))
    inside = scope(plan.authority, today)
    found = [one for one in agencies.as_of(today) if one.pk in inside]
    return sorted(((one.pk, one.label) for one in found), key=lambda pair: sort_key(pair[1]))


@dataclass(frozen=True, slots=True)
class Said:
    """One difference in words: the duty's text, what stood before, what stands now."""

    text: str
    old: str = ""
    new: str = ""


def said(item: DutyChange) -> Said:
    """What a change says, in the words of both fronts."""
    before, after = item.before, item.after
    match item.kind:
        case DutyChange.Kind.ADDED:
            return Said(after["text"], new=_due_words(after))
        case DutyChange.Kind.MOVED:
            return Said(before["text"], before["due"], _due_words(after))
        case DutyChange.Kind.REWORDED:
            return Said(before["text"], before["text"], after["text"])
    return Said(before["text"])


def _due_words(after: dict[str, Any]) -> str:
    if day := after.get("day_of_month"):
        return f"hạn cuối ngày {day} của kỳ"
    if after.get("due_on"):
        return f"hạn cuối ngày {date.fromisoformat(after['due_on']):%d/%m/%Y}"
    return "thực hiện thường xuyên"
