"""Reading an action on many duties (thao tác hàng loạt): its rows and what each would become."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from django.db.models import Count, Exists, OuterRef, QuerySet
from django.utils import timezone

from lantoa.common import access
from lantoa.common.errors import NotFound
from lantoa.common.models import AuditEntry
from lantoa.plans.models import (
    BulkAction,
    BulkItem,
    Extension,
    Obligation,
    Occurrence,
    Plan,
)
from lantoa.plans.rules import bulk as rules
from lantoa.plans.rules.bulk import Details, Row, Verdict
from lantoa.plans.rules.history import said
from lantoa.plans.selectors import occurrences, reassigning, urging
from lantoa.plans.selectors.standings import with_standing

if TYPE_CHECKING:
    from lantoa.common.access import Actor

RIGHTS = {
    rules.ASSIGN: "plans.assign",
    rules.REMIND: "plans.follow_up",
    rules.EXTEND: "deadlines.decide",
    rules.ACCEPT: "evidence.decide",
}
UNSEEN = rules.refused("Việc này không còn trong phạm vi bạn được xem.")
Judged = tuple[Verdict, str]


def kinds_for(actor: Actor) -> list[tuple[str, str]]:
    """The actions that the actor's post may do on many rows, with their labels."""
    every = BulkAction.Kind.choices
    return [(code, str(label)) for code, label in every if may(actor, code)]


def may(actor: Actor, kind: str) -> bool:
    return kind in RIGHTS and access.can(actor, RIGHTS[kind])


def get_for(actor: Actor, pk: int) -> BulkAction:
    """One action; only its maker sees it, for it holds a choice and words not yet sent."""
    row = BulkAction.objects.filter(pk=pk, made_by=actor.user_id).first()
    if row is None:
        raise NotFound(action=pk)
    access.require(actor, RIGHTS[row.kind])
    return row


def recent(actor: Actor, *, most: int = 20) -> list[BulkAction]:
    """The actor's own last actions."""
    return list(BulkAction.objects.filter(made_by=actor.user_id)[:most])


def counts(action: BulkAction) -> dict[str, int]:
    """How many rows of the action came out how."""
    rows: QuerySet[Any] = BulkItem.objects.filter(action=action).order_by()
    return dict(rows.values_list("outcome").annotate(n=Count("pk")))


def shown(action: BulkAction, *, outcome: str = "") -> QuerySet[BulkItem]:
    """The action's rows with all that a table shows of them."""
    rows = BulkItem.objects.filter(action=action).select_related(
        "occurrence__obligation", "occurrence__agency"
    )
    return rows.filter(outcome=outcome) if outcome else rows


def judge(
    action: BulkAction, actor: Actor, keys: Collection[int], *, lock: bool = False
) -> dict[int, Judged]:
    """What doing the action now would mean for each row, and the sign of what was looked at."""
    today = timezone.localdate()
    rows = _rows(actor, keys, today, lock=lock)
    seen: Mapping[int, Any] = {}
    if action.kind == rules.ASSIGN:
        both = reassigning.verdicts(rows, Details.of(action.details))
        verdicts = {key: pair[0] for key, pair in both.items()}
        seen = {key: pair[1] for key, pair in both.items()}
    else:
        verdicts = _verdicts(action, actor, rows, today)
    found = {
        row.pk: (verdicts[row.pk], _mark(row, verdicts[row.pk], seen.get(row.pk))) for row in rows
    }
    return {key: found.get(key, (UNSEEN, "")) for key in keys}


def changed_since(keys: Collection[int], since: datetime) -> dict[int, str]:
    """The newest thing done to each of these rows after that moment, in words."""
    entries = AuditEntry.objects.filter(
        about_type=Occurrence._meta.label_lower, about_id__in=list(keys), at__gt=since
    ).order_by("pk")
    return {
        entry.about_id: f"{entry.user_name}: {said(entry.verb, entry.data).what.lower()} "
        f"lúc {timezone.localtime(entry.at):%H:%M %d/%m/%Y}"
        for entry in entries
    }


def _rows(actor: Actor, keys: Collection[int], today: date, *, lock: bool) -> list[Any]:
    waits = Extension.objects.filter(occurrence=OuterRef("pk"), state="asked")
    rows: QuerySet[Any] = with_standing(occurrences.visible_to(actor), today=today)
    rows = rows.filter(pk__in=list(keys)).annotate(asked=Exists(waits)).order_by("pk")
    if lock:
        rows = rows.select_for_update(of=("self",))
    return list(rows.select_related("obligation__plan", "agency"))


def _verdicts(action: BulkAction, actor: Actor, rows: list[Any], today: date) -> dict[int, Verdict]:
    details = Details.of(action.details)
    facts = [_facts(row) for row in rows]
    match action.kind:
        case rules.ACCEPT:
            return {one.key: rules.acceptance(one, user=actor.user_id) for one in facts}
        case rules.EXTEND:
            own = actor.agency_id
            return {one.key: rules.extension(one, details, own_agency=own) for one in facts}
    reach = urging.reach_of({row.agency_id for row in rows}, details.with_heads, today)
    return {one.key: rules.reminder(one, **reach[one.agency]) for one in facts}


def _facts(row: Any) -> Row:
    duty = row.obligation
    sent = row.submitted_at
    return Row(
        key=row.pk,
        state=row.state,
        standing=row.standing,
        due_on=row.due_on,
        sent_on=timezone.localdate(sent) if sent else None,
        agency=row.agency_id,
        sender=row.submitted_by_id,
        running=duty.state == Obligation.State.ACTIVE and duty.plan.state == Plan.State.ACTIVE,
        excused=row.excused_at is not None,
        asked=row.asked,
    )


def _mark(row: Any, verdict: Verdict, seen: Any) -> str:
    duty = row.obligation
    return rules.mark(
        row.state, row.due_on, row.submitted_at, row.decided_at, row.excused_at, row.agency_id,
        row.asked, duty.state, duty.revoked_on, duty.plan.state, verdict.said, seen,
    )  # fmt: skip
