"""Kept counts: whatever writes a row, the counts say what the rows say, on every day to come."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta

import pytest
from django.utils import timezone

from lantoa.organisations.factories import make_agency
from lantoa.plans.factories import make_obligation, make_occurrence, make_plan
from lantoa.plans.models import Obligation, Occurrence, Tally
from lantoa.plans.selectors import board, tallies
from lantoa.plans.services import tallies as keeping

pytestmark = pytest.mark.django_db
DAYS = (0, 1, 6, 7, 8, 9, 20, 31, 40, 75, 400)


def today() -> date:
    return timezone.localdate()


def moment(days: int):
    return timezone.now() + timedelta(days=days)


@pytest.fixture
def plan():
    """Rows of every state, due on many days around today, of two agencies and two duties."""
    plan = make_plan(state="active", year=today().year)
    duties = [make_obligation(plan, binding=binding) for binding in ("directed", "requested")]
    agencies = [make_agency(), make_agency()]
    for duty in duties:
        for number, due in enumerate((None, -40, -8, -1, 0, 1, 7, 8, 25, 33, 70)):
            day = None if due is None else today() + timedelta(days=due)
            for state in Occurrence.State.values:
                sent = {} if state == "open" else {"submitted_at": moment(-3)}
                decided = {"decided_at": moment(-1)} if state in {"accepted", "returned"} else {}
                make_occurrence(
                    duty, agency=agencies[number % 2], due_on=day, state=state, **sent, **decided
                )
    make_occurrence(duties[0], agency=agencies[0], begun_on=today(), due_on=today())
    make_occurrence(duties[0], agency=agencies[0], excused_at=moment(-1))
    return plan


def differences(plan) -> list:
    """Days on which kept counts and counted rows differ, by agency and by duty and day."""
    wrong = []
    plan.refresh_from_db()
    for days in DAYS:
        day = today() + timedelta(days=days)
        rows = board.rows_of(plan, today=day, dated_only=False)
        by_agency, by_duty = Counter(), Counter()
        for agency, duty, on, code in rows.values_list(
            "agency_id", "obligation_id", "due_on", "standing"
        ):
            by_agency[agency, on is None, code] += 1
            by_duty[duty, on, code] += 1
        kept = Counter(
            {
                (agency, index == 1, code): n
                for agency, pair in tallies.by_agency(plan, today=day).items()
                for index, counts in enumerate(pair)
                for code, n in counts.items()
            }
        )
        of_duties = Counter()
        for duty, on, code, n in tallies.by_duty(plan, today=day):
            of_duties[duty, on, code] += n
        wrong += [(days, kept - by_agency, by_agency - kept)] if kept != by_agency else []
        wrong += [(days, of_duties, by_duty)] if of_duties != by_duty else []
    return wrong


def test_counts_kept_while_writing_are_those_of_the_rows(plan):
    assert tallies.usable(plan, today())
    assert differences(plan) == []


def test_every_way_of_writing_keeps_the_counts(plan):
    first = Occurrence.objects.filter(state="open", due_on__isnull=False)[0]
    first.state, first.submitted_at = "submitted", moment(0)
    first.save(update_fields=["state", "submitted_at"])
    rows = Occurrence.objects.filter(state="submitted")
    assert rows.update(state="accepted", decided_at=moment(0)) > 5
    moved = list(Occurrence.objects.filter(state="open"))
    for row in moved:
        row.due_on, row.agency = today() + timedelta(days=12), make_agency()
    Occurrence.objects.bulk_update(moved, ["due_on", "agency"])
    Occurrence.objects.bulk_create(
        Occurrence(
            obligation=moved[0].obligation,
            agency=moved[0].agency,
            period_key=f"n{number}",
            period_label="Kỳ",
            starts_on=today(),
            due_on=today(),
        )
        for number in range(3)
    )
    moved[1].delete()
    Occurrence.objects.filter(pk__in=[row.pk for row in moved[2:4]]).delete()
    assert differences(plan) == []


def test_a_write_that_changes_no_count_leaves_no_row(plan):
    before = Tally.objects.count()
    row = Occurrence.objects.filter(state="returned")[0]
    row.return_reason = "Thiếu ngày"
    row.save(update_fields=["return_reason"])
    row.save()
    assert Tally.objects.count() == before


def test_folding_changes_no_sum_and_leaves_one_row_for_each_group(plan):
    Occurrence.objects.filter(state="open").update(begun_on=today())
    keeping.fold()
    groups = ("plan", "axis", "agency", "obligation", "on", "early", "last")
    rows = list(Tally.objects.values_list(*groups))
    assert len(rows) == len(set(rows)) and not Tally.objects.filter(folded=False).exists()
    assert differences(plan) == []


def test_withdrawing_a_duty_has_the_plan_counted_anew(plan):
    duty = plan.obligations.first()
    duty.state = Obligation.State.WITHDRAWN
    duty.save()
    plan.refresh_from_db()
    assert plan.counted_at is None and not tallies.usable(plan, today())
    keeping.keep(timezone.now())
    plan.refresh_from_db()
    assert tallies.usable(plan, today())
    assert differences(plan) == []


def test_a_duty_that_ends_on_a_day_to_come_is_counted_anew_on_that_day(plan):
    day = today() + timedelta(days=3)
    Obligation.objects.filter(plan=plan, binding="directed").update(revoked_on=day)
    keeping.keep(timezone.now())
    plan.refresh_from_db()
    assert tallies.usable(plan, today()) and not tallies.usable(plan, day)


def test_a_past_day_is_counted_from_the_rows(plan):
    yesterday = today() - timedelta(days=2)
    assert not tallies.usable(plan, yesterday)
    found = board.of_plan(plan, today=yesterday, dated_only=False).whole
    assert sum(found.counts.values()) == Occurrence.objects.count()


def test_a_counted_plan_is_read_without_its_rows(plan, django_assert_num_queries):
    with django_assert_num_queries(3) as asked:
        board.of_plan(plan, today=today())
    assert not any("plans_occurrence" in query["sql"] for query in asked.captured_queries)
