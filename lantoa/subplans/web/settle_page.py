"""Setting the demand (thiết lập): proposed from the words of the plan, decided by a person."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.urls import reverse
from django.utils.translation import gettext as _

from lantoa.plans.selectors import assigned
from lantoa.subplans.selectors import calls
from lantoa.subplans.services.calls import Demand
from lantoa.subplans.web import words
from lantoa.subplans.web.forms.appraising import SettleForm

if TYPE_CHECKING:
    from lantoa.plans.models import Plan


class Sitting:
    """The form with what stands, or with what the plan's words propose."""

    def __init__(self, plan: Plan, data: Any = None) -> None:
        self.plan = plan
        self.call = calls.of_plan(plan)
        duties = assigned.shared(plan)
        self.found = calls.ordering(duties)
        initial = self._initial()
        chosen = set(initial.get("agencies", []))
        self.form = SettleForm(
            data,
            duties=[one for one in duties if one.agencies > 1],
            # Those on the list first: the others are there to be added.
            agencies=sorted(
                calls.candidates(plan, self.call), key=lambda one: str(one.pk) not in chosen
            ),
            initial=initial,
        )

    def demand(self) -> Demand:
        data = self.form.cleaned_data
        duty = self.plan.obligations.filter(pk=data["duty"]).first() if data["duty"] else None
        return Demand(duty, data["due_on"], frozenset(int(pk) for pk in data["agencies"]))

    def context(self) -> dict[str, Any]:
        way = [] if self.call is None else [(_("Thiết lập"), "")]
        return {
            "plan": self.plan,
            "call": self.call,
            "form": self.form,
            "found": self.found,
            "back": reverse("subplans:queue", args=[self.plan.pk]),
            "crumbs": words.crumbs(self.plan, *(way or [(_("Mở danh sách"), "")]), queue=True),
        }

    def _initial(self) -> dict[str, Any]:
        if self.call is not None:
            listed = self.call.sub_plans.exclude(state="exempt").values_list("agency_id", flat=True)
            return {
                "duty": self.call.obligation_id,
                "due_on": self.call.due_on,
                "agencies": [str(pk) for pk in listed],
            }
        if self.found is None:
            return {}
        duty = self.plan.obligations.get(pk=self.found.pk)
        return {
            "duty": duty.pk,
            "agencies": [str(row.agency_id) for row in assigned.awaited(duty)],
        }
