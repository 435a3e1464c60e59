"""Accepted evidence for the portal (kết quả đã thực hiện): photos first, several agencies."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import QuerySet

from lantoa.common.errors import NotFound
from lantoa.plans.selectors import evidence

if TYPE_CHECKING:
    from lantoa.plans.models import Evidence, Obligation, Plan

PHOTO = "photo"


def of_plan(plan: Plan) -> QuerySet[Evidence]:
    """What the plan's agencies did and had accepted, newest first."""
    rows = evidence.public().filter(occurrence__obligation__plan=plan)
    return rows.order_by("-happened_on", "-pk")


def of_duty(duty: Obligation) -> QuerySet[Evidence]:
    """What was accepted for one duty, newest first."""
    rows = evidence.public().filter(occurrence__obligation=duty)
    return rows.order_by("-happened_on", "-pk")


def latest_photos(plan: Plan, *, limit: int) -> list[Evidence]:
    """The newest photos, at most one of each duty until every duty has had its turn."""
    recent = list(of_plan(plan).filter(kind=PHOTO)[: limit * 12])
    first: list[Evidence] = []
    rest: list[Evidence] = []
    seen: set[int] = set()
    for row in recent:
        duty = row.occurrence.obligation_id
        (rest if duty in seen else first).append(row)
        seen.add(duty)
    return [*first, *rest][:limit]


def get_photo(pk: int) -> Evidence:
    """One public photo; anything else (not accepted, withdrawn, a file) is not found."""
    row = evidence.public().filter(pk=pk, kind=PHOTO).first()
    if row is None:
        raise NotFound(evidence=pk)
    return row
