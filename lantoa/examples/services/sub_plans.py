"""Invented plans of the agencies (kế hoạch của đơn vị minh họa), as their duties went."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, Any

from django.utils import timezone

from lantoa.examples.services import data_files, pictures
from lantoa.examples.services.activity import FILE as ACTIVITY
from lantoa.examples.services.activity import senders
from lantoa.examples.services.organisations import NINH_HOA_2023
from lantoa.plans.selectors import assigned
from lantoa.subplans.services import bringing_in, calls
from lantoa.subplans.services.bringing_in import PastRow, PastSubPlan

if TYPE_CHECKING:
    from lantoa.common.access import Actor
    from lantoa.plans.models import Occurrence, Plan
    from lantoa.plans.services.past_results import KeptFile

FILE = "sub-plans.json"
STATES = {"accepted": "accepted", "submitted": "sent", "returned": "returned"}


def load_sub_plans(*, plan: Plan, by: Actor, folder: Path = NINH_HOA_2023) -> int:
    """A plan of each agency, in the state that its duty to file one has; labelled illustrative."""
    content = data_files.content(folder / FILE)
    duty = plan.obligations.get(code=content["code"])
    rows = assigned.awaited(duty)
    demand = calls.Demand(duty, None, frozenset(row.agency_id for row in rows))
    call = calls.settle(plan=plan, demand=demand, by=by)
    paper = pictures.keep_paper(data_files.content(folder / ACTIVITY))
    maker = _Maker(plan, content, paper)
    found = [past for row in rows if (past := maker.past(row)) is not None]
    return bringing_in.bring_in(call=call, plans=found, by=by, illustrative=True)


class _Maker:
    def __init__(self, plan: Plan, content: Mapping[str, Any], paper: KeptFile) -> None:
        self.content, self.paper = content, paper
        self.senders = senders()
        self.codes = {code: pk for (_plan, code), pk in assigned.by_code([plan.pk]).items()}
        self.mine = assigned.by_agency([plan.pk])
        self.plan = plan

    def past(self, row: Occurrence) -> PastSubPlan | None:
        """None: the agency has not begun."""
        code = row.agency.code
        title = self.content["name"].format(agency=row.agency.label)
        if row.state not in STATES:
            drafted = self._rows(row)[:2] if code in self.content["drafting"] else []
            return PastSubPlan(row.agency_id, "drafting", drafted, title) if drafted else None
        state = "appraising" if code in self.content["appraising"] else STATES[row.state]
        chance, kind = Random(code), self._kind(row)
        issued = timezone.localdate(row.submitted_at) - timedelta(days=chance.randint(0, 2))
        return PastSubPlan(
            agency_id=row.agency_id,
            state=state,
            rows=self._rows(row),
            title=title,
            symbol=self.content["symbols"][kind].format(number=chance.randint(8, 60)),
            issued_on=issued,
            signer=self.content["signers"][kind],
            file=self.paper,
            sent_at=row.submitted_at,
            decided_at=row.decided_at,
            sender=self.senders.get(row.agency_id),
            reasons=self.content["reasons"] if state == "returned" else {},
            earlier=self.content["earlier"] if code in self.content["twice"] else {},
        )

    def _kind(self, row: Occurrence) -> str:
        return row.agency.kind if row.agency.kind in self.content["rows"] else ""

    def _rows(self, row: Occurrence) -> list[PastRow]:
        """The rows of its kind of agency, each sum a little more or less."""
        chance = Random(f"{row.agency.code}|rows")
        found = []
        for at, one in enumerate(self.content["rows"][self._kind(row)], start=1):
            priced = row.agency.code not in self.content["unpriced"] or at not in {3, 4}
            money = one["money"] * chance.choice((2, 3, 4, 5, 6)) // 4
            values = {
                "task": one["task"].format(agency=row.agency.label),
                "forms": one["forms"],
                "time": one["time"],
                "lead": one["lead"],
                "coordinating": one["coordinating"],
                "money": money if priced else None,
                "money_note": one["note"] if priced else "",
            }
            mine = self.mine.get((self.plan.pk, row.agency_id), set())
            keys = [self.codes[code] for code in one["answers"] if code in self.codes]
            found.append(PastRow(values, tuple(pk for pk in keys if pk in mine)))
        return found
