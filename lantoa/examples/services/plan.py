"""The example's plan (kế hoạch minh họa): read, reviewed and confirmed as a coordinator would."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from lantoa.documents.services import intake
from lantoa.examples.services import data_files
from lantoa.examples.services.organisations import NINH_HOA_2023, DataFileWrong
from lantoa.plans.selectors import changes
from lantoa.plans.services import confirm, drafts, restructure, review

if TYPE_CHECKING:
    from lantoa.common.access import Actor
    from lantoa.plans.models import DraftItem, Plan

SOURCE, REVIEW = "plan.txt", "review.json"


def load_plan(*, by: Actor, folder: Path = NINH_HOA_2023) -> Plan:
    """The folder's signed plan, confirmed with the decisions of its review file."""
    source = folder / SOURCE
    plan = drafts.load(name=source.name, data=intake.bytes_of(source), by=by)
    rows = _Rows(plan, folder / REVIEW, by)
    decisions = data_files.content(folder / REVIEW)
    for entry in decisions.get("merge", ()):
        rows.merge(entry)
    for entry in decisions.get("reject", ()):
        rows.reject(entry)
    pending = {row.pk: row.version for row in rows.all() if row.state == "pending"}
    review.accept_many(plan=plan, items=pending, by=by)
    confirm.confirm(plan=plan, seen=changes.mark(plan), by=by)
    plan.refresh_from_db()
    return plan


class _Rows:
    """The draft's rows by a line of the source: codes may change, the file does not."""

    def __init__(self, plan: Plan, file: Path, by: Actor) -> None:
        self.plan, self.file, self.by = plan, file, by

    def all(self) -> list[DraftItem]:
        return list(self.plan.draft_items.order_by("position", "pk"))

    def at(self, line: int) -> DraftItem:
        for row in self.all():
            if any(first <= line <= last for first, last in row.spans) and row.state != "merged":
                return row
        raise DataFileWrong(file=self.file.name, entry=str(line))

    def merge(self, entry: dict[str, Any]) -> None:
        """Rows become part of one, which takes the more exact due rule of one of them."""
        due = self.at(entry["due_from"]).due
        kept = self.at(entry["into"])
        if due != kept.due:
            kept = review.edit(item=kept, version=kept.version, values={"due": due}, by=self.by)
        for line in entry["rows"]:
            item = self.at(line)
            restructure.merge(item=item, into=kept, version=item.version, by=self.by)

    def reject(self, entry: dict[str, Any]) -> None:
        row = self.at(entry["row"])
        review.reject(item=row, version=row.version, reason=entry["reason"], by=self.by)
