"""Correcting a row (sửa dòng) and keeping what the correction teaches, in one transaction."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from django.db import transaction

from lantoa.documents.services import learning
from lantoa.plans.rules import corrections as lessons
from lantoa.plans.rules.due_rule import DueRule
from lantoa.plans.services import review
from lantoa.plans.services.parties import ONE, Resolver

if TYPE_CHECKING:
    from lantoa.common.access import Actor
    from lantoa.documents.models import LearnedRule
    from lantoa.plans.models import DraftItem


@transaction.atomic
def correct(
    *, item: DraftItem, version: int, values: Mapping[str, Any], by: Actor
) -> list[LearnedRule]:
    """Change the row as `review.edit` does; what it teaches is proposed to the plan's authority."""
    before = _words(item)
    review.edit(item=item, version=version, values=values, by=by)
    resolver = Resolver(plan=item.plan)

    def meant(party: Mapping[str, Any]) -> lessons.Meant:
        meaning = resolver.meaning(party)
        code = meaning.agencies[0].code if meaning.kind == ONE else ""
        return lessons.Meant(meaning.kind, code)

    found = lessons.corrections(before, _words(item), meant=meant, year=item.plan.year)
    source = learning.Source(
        document=item.plan.document,
        row_code=item.code,
        line=item.spans[0][0] if item.spans else None,
    )
    proposed = [
        learning.propose(
            authority=item.plan.authority,
            lesson=learning.Lesson(one.kind, one.phrase, one.value),
            source=source,
            by=by,
        )
        for one in found
    ]
    return [rule for rule in proposed if rule is not None]


def _words(item: DraftItem) -> lessons.RowWords:
    source = f"{item.text} {item.assignment}"
    return lessons.RowWords(list(item.parties), DueRule.from_json(item.due), source)
