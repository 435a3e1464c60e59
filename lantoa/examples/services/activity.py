"""A year of invented results (hoạt động minh họa), so that no screen of the example is empty."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from django.utils import timezone

from lantoa.examples.rules.outcomes import RETURNED, WAITING, Course, Duty, Went
from lantoa.examples.services import data_files, pictures
from lantoa.examples.services.organisations import NINH_HOA_2023
from lantoa.organisations.selectors import people
from lantoa.plans.selectors import board
from lantoa.plans.services import past_results
from lantoa.plans.services.past_results import KeptFile, PastResult

if TYPE_CHECKING:
    from lantoa.accounts.models import User
    from lantoa.common.access import Actor
    from lantoa.plans.models import Occurrence, Plan

FILE = "activity.json"
SENDERS = ("officer", "head")


def load_activity(*, plan: Plan, by: Actor, folder: Path = NINH_HOA_2023) -> int:
    """Results for the plan's open duties from the folder's data; labelled as illustrative."""
    content = data_files.content(folder / FILE)
    maker = _Maker(plan, content, pictures.keep(content))
    rows = board.rows_of(plan, today=timezone.localdate(), dated_only=False)
    rows = rows.filter(state="open").select_related("agency", "obligation").order_by("pk")
    results = [result for row in rows if (result := maker.result(row)) is not None]
    return past_results.record(plan=plan, results=results, by=by, illustrative=True)


class _Maker:
    def __init__(
        self, plan: Plan, content: Mapping[str, Any], files: Mapping[str, KeptFile]
    ) -> None:
        assert plan.issued_on is not None  # a confirmed plan has a day
        self.content, self.files = content, files
        self.senders = senders()
        self.course = Course(
            seed=content["seed"],
            first=plan.issued_on,
            last=date.fromisoformat(content["until"]),
            shares=content["shares"],
            slow=content["slow"],
            exceptions=tuple(content["exceptions"]),
        )

    def result(self, row: Occurrence) -> PastResult | None:
        duty = Duty(
            agency=row.agency.code,
            code=row.obligation.code,
            period=row.period_key,
            requested=row.obligation.binding == "requested",
            starts_on=row.starts_on,
            due_on=row.due_on,
        )
        went = self.course.went(duty)
        if went is None:
            return None
        return PastResult(
            occurrence_id=row.pk,
            state={WAITING: "submitted", RETURNED: "returned"}.get(went.outcome, "accepted"),
            submitted_at=_aware(went.sent),
            happened_on=went.happened_on,
            evidence=self._evidence(row, duty, went),
            sender=self.senders.get(row.agency_id),
            decided_at=_aware(went.decided) if went.decided else None,
            reason=self._reason(duty) if went.outcome == RETURNED else "",
        )

    def _evidence(
        self, row: Occurrence, duty: Duty, went: Went
    ) -> tuple[tuple[KeptFile, str], ...]:
        kind, caption = self.course.random(duty, "caption").choice(self._captions(row))
        month = f"{went.happened_on.month}"
        return ((self.files[kind], caption.format(agency=row.agency.label, month=month)),)

    def _captions(self, row: Occurrence) -> Sequence[Sequence[str]]:
        """By code or due rule where the data file has that, else by the duty's channels."""
        duty = row.obligation
        by_code: Mapping[str, Sequence[Sequence[str]]] = self.content.get("by_code", {})
        named: Sequence[Sequence[str]] | None = by_code.get(duty.code)
        named = named or self.content.get(duty.due_kind)
        if named:
            return named
        by_channel = self.content["by_channel"]
        fitting = [line for key in duty.channels for line in by_channel.get(key, ())]
        return fitting or self.content["otherwise"]

    def _reason(self, duty: Duty) -> str:
        by_code: Mapping[str, str] = self.content.get("returned_by_code", {})
        if duty.code in by_code:
            return by_code[duty.code]
        return str(self.course.random(duty, "reason").choice(self.content["returned"]))


def senders() -> dict[int, User]:
    """For each agency with a demo account that may send evidence, that account."""
    found: dict[int, User] = {}
    for user, post in people.demo_posts(timezone.localdate(), roles=SENDERS):
        found.setdefault(post.agency_id, user)
    return found


def _aware(moment: datetime) -> datetime:
    return timezone.make_aware(moment)
