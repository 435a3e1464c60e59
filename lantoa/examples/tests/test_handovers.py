"""The example's reorganisations carried out on an open plan: one action each, nothing lost."""

from __future__ import annotations

from datetime import date

import pytest

from lantoa.examples.services.organisations import load_organisations
from lantoa.organisations.factories import make_actor
from lantoa.organisations.selectors import agencies, reorganisations
from lantoa.plans.factories import make_evidence, make_obligation, make_occurrence, make_plan
from lantoa.plans.models import Evidence, Occurrence
from lantoa.plans.services import reorganising

pytestmark = pytest.mark.django_db
MERGER, TOWN = "2024-ninh-van-vao-ninh-phuoc", "2025-sap-xep-cap-xa-ninh-hoa"
PERIODS = ("2025-05", "2025-07", "2025-09")


@pytest.fixture
def by():
    """An open plan across both days: every commune owes one duty in three periods."""
    load_organisations()
    authority = agencies.by_code("nh-ubnd-thi-xa")
    actor = make_actor(authority, role="coordinator")
    plan = make_plan(state="active", authority=authority, coordinator=authority, year=2025)
    duty = make_obligation(plan)
    for agency in agencies.as_of(date(2024, 10, 1)).filter(kind="commune", parent=authority):
        for key in PERIODS:
            done = key == PERIODS[0] and agency.pk % 2
            row = make_occurrence(
                duty,
                agency=agency,
                period_key=key,
                due_on=date.fromisoformat(f"{key}-20"),
                state="accepted" if done else "open",
            )
            make_evidence(row)
    return actor


def hand_over(code: str, by):
    made = reorganising.prepare_recorded(event=reorganisations.by_code(code), by=by)
    return made, reorganising.confirm(handover=made, seen=made.version, by=by)


def test_twenty_seven_become_eight_in_one_action_and_nothing_is_lost(by):
    rows, files = Occurrence.objects.count(), Evidence.objects.count()
    history = list(Occurrence.objects.filter(state="accepted").order_by("pk").values())
    assert rows == 27 * len(PERIODS) and history
    hand_over(MERGER, by)
    made, _counts = hand_over(TOWN, by)
    assert Occurrence.objects.count() == rows
    assert Evidence.objects.count() == files
    assert list(Occurrence.objects.filter(state="accepted").order_by("pk").values()) == history
    running = Occurrence.objects.filter(excused_at=None).exclude(state="accepted")
    heirs = {line.successor_id for line in made.lines.all()}
    assert {row.agency_id for row in running} <= heirs
    assert running.filter(period_key=PERIODS[1]).count() == 8
    ended = Evidence.objects.filter(occurrence__excused_at__isnull=False)
    assert not ended.exists()


def test_the_eight_hold_the_evidence_of_all_twenty_seven(by):
    hand_over(MERGER, by)
    made, _counts = hand_over(TOWN, by)
    heirs = {line.successor_id for line in made.lines.all()}
    running = Occurrence.objects.filter(agency_id__in=heirs, period_key=PERIODS[2])
    assert running.count() == 8
    assert Evidence.objects.filter(occurrence__in=running).count() == 27
