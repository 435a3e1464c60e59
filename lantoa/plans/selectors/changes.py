"""What was changed in a draft and by whom (các thay đổi), for people working on it together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import Max, Q, QuerySet

from lantoa.common.models import AuditEntry
from lantoa.plans.models import DraftItem

if TYPE_CHECKING:
    from lantoa.plans.models import Plan


def of_draft(plan: Plan) -> QuerySet[AuditEntry]:
    """Every audit row about the plan or one of its draft rows, newest first."""
    rows = DraftItem.objects.filter(plan=plan).values("pk")
    about_row = Q(about_type=DraftItem._meta.label_lower, about_id__in=rows)
    about_plan = Q(about_type=plan._meta.label_lower, about_id=plan.pk)
    return AuditEntry.objects.filter(about_row | about_plan).order_by("-pk")


def mark(plan: Plan) -> int:
    """The newest change of the draft; a page carries it so that later changes can be told."""
    return of_draft(plan).aggregate(newest=Max("pk"))["newest"] or 0


def since(plan: Plan, seen: int, *, except_user: int | None = None) -> list[AuditEntry]:
    """What others changed after the mark `seen`, newest first."""
    later = of_draft(plan).filter(pk__gt=seen)
    if except_user is not None:
        later = later.exclude(user_id=except_user)
    return list(later[:50])


def of_row(item: DraftItem, *, newest: int) -> list[AuditEntry]:
    """The newest changes of one draft row: as many as versions passed since a person saw it."""
    about = DraftItem._meta.label_lower
    rows = AuditEntry.objects.filter(about_type=about, about_id=item.pk).order_by("-pk")
    return list(rows[: max(newest, 0)])
