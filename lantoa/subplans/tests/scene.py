"""A town whose plan orders three agencies to file plans of their own."""

from __future__ import annotations

from datetime import date
from typing import Any

from lantoa.organisations.factories import make_actor
from lantoa.plans.factories import make_obligation, make_occurrence
from lantoa.plans.models import Assignment
from lantoa.plans.tests.town import Town
from lantoa.subplans.factories import make_call, make_sub_plan

DUE = date(2023, 3, 19)


class Scene:
    """`ordering` awaits sub-plans; `news` and `talks` are duties that rows can answer."""

    def __init__(self) -> None:
        self.town = Town()
        self.plan = self.town.plan(state="active")
        self.filing = [*self.town.communes, self.town.office]
        self.ordering = self.duty(
            "Kế hoạch gửi về UBND thị xã (qua Phòng Nội vụ) trước ngày 20/3/2023 để tổng hợp",
            "V.1", due_kind="by_date", due_by=DUE,
        )  # fmt: skip
        self.news = self.duty("Gửi tin, bài về Cổng thông tin điện tử thị xã", "IV.1")
        self.talks = self.duty("Tổ chức đối thoại với doanh nghiệp trên địa bàn", "IV.2")
        self.due = {
            agency.pk: make_occurrence(self.ordering, agency=agency, due_on=DUE)
            for agency in self.filing
        }
        self.call = make_call(self.plan, obligation=self.ordering)
        self.officer = self.town.officer
        self.coordinator = self.town.first
        self.leader = make_actor(self.town.authority, role="leader")

    def duty(self, text: str, code: str, **values: Any) -> Any:
        row = make_obligation(self.plan, text=text, code=code, **values)
        for agency in self.filing:
            Assignment.objects.create(
                obligation=row, agency=agency, role="lead", since=date(2023, 2, 14)
            )
        return row

    def sub_plan(self, agency: Any = None, **values: Any) -> Any:
        agency = agency or self.officer.agency
        return make_sub_plan(self.call, agency=agency, occurrence=self.due.get(agency.pk), **values)
