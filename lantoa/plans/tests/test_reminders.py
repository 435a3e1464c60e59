"""The daily run: one digest a person, only what is not done, hours, pauses, escalation."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from lantoa.channels.models import Delivery, Preference, SendingPolicy
from lantoa.common.errors import NotAllowed
from lantoa.organisations.factories import make_actor, make_agency
from lantoa.plans.errors import ReminderRuleTwice
from lantoa.plans.factories import make_obligation, make_occurrence
from lantoa.plans.models import Digest, Reminder, ReminderRule
from lantoa.plans.rules.reminding import DEFAULTS, Rule
from lantoa.plans.selectors import reminding
from lantoa.plans.services import digests, reminders
from lantoa.plans.tests.town import Town

pytestmark = pytest.mark.django_db
NINE = datetime(2023, 3, 22, 2, tzinfo=UTC)  # nine o'clock on a Wednesday
TODAY = date(2023, 3, 22)
SOON, LATE = TODAY + timedelta(days=1), TODAY - timedelta(days=1)


@pytest.fixture
def town():
    return Town()


@pytest.fixture
def plan(town):
    return town.plan(state="active")


def due(plan, agency, day: date = SOON, **values):
    return make_occurrence(make_obligation(plan, lead=agency), agency=agency, due_on=day, **values)


def reminded(occurrence) -> int:
    return Reminder.objects.filter(occurrence=occurrence).count()


def test_one_digest_gathers_all_duties_of_a_person(town, plan):
    first, second = due(plan, town.communes[0]), due(plan, town.communes[0], LATE)
    reminders.run(now=NINE)
    digest = Digest.objects.get()
    assert digest.person == town.officer.user.person
    assert {row.occurrence_id: row.days for row in digest.reminders.all()} == {
        first.pk: -1,
        second.pk: 1,
    }
    message = Delivery.objects.get().message
    assert message["subject"] == "Nhắc việc: 1 việc quá hạn, 1 việc cần làm"


@pytest.mark.parametrize("state", ["submitted", "accepted"])
def test_who_has_done_it_is_not_reminded(town, plan, state):
    due(plan, town.communes[0], state=state)
    reminders.run(now=NINE)
    assert not Digest.objects.exists()


def test_what_is_only_asked_for_is_not_reminded_of(town, plan):
    asked = make_obligation(plan, lead=town.communes[0], binding="requested")
    make_occurrence(asked, agency=town.communes[0], due_on=SOON)
    reminders.run(now=NINE)
    assert not Digest.objects.exists()


def test_the_run_is_once_an_hour_and_a_person_gets_one_digest_a_day(town, plan):
    row = due(plan, town.communes[0])
    assert reminders.run(now=NINE).written == 1
    assert reminders.run(now=NINE + timedelta(minutes=5)) is None
    due(plan, town.communes[0])
    assert reminders.run(now=NINE + timedelta(hours=1)).written == 0
    assert reminded(row) == 1 and Delivery.objects.count() == 1


def test_tomorrow_does_not_repeat_the_stage_of_today(town, plan):
    row = due(plan, town.communes[0], TODAY + timedelta(days=3))
    reminders.run(now=NINE)
    reminders.run(now=NINE + timedelta(days=1))
    assert reminded(row) == 1


def test_a_stage_that_a_stopped_worker_missed_is_sent_later(town, plan):
    row = due(plan, town.communes[0], TODAY + timedelta(days=3))
    reminders.run(now=NINE + timedelta(days=1))
    assert reminded(row) == 1


@pytest.mark.parametrize("utc_hour", [15, 23])  # ten in the evening, six in the morning
def test_nothing_is_written_in_quiet_hours(town, plan, utc_hour):
    due(plan, town.communes[0])
    assert reminders.run(now=datetime(2023, 3, 21, utc_hour, tzinfo=UTC)) is None


def test_nothing_is_written_on_a_day_off_unless_the_policy_says_so(town, plan):
    due(plan, town.communes[0], date(2023, 3, 26))
    sunday = datetime(2023, 3, 25, 2, tzinfo=UTC)
    assert reminders.run(now=sunday) is None
    SendingPolicy.objects.create(pk=1, working_days_only=False)
    assert reminders.run(now=sunday).written == 1


def test_each_person_has_it_at_their_hour(town, plan):
    due(plan, town.communes[0])
    Preference.objects.create(person=town.officer.user.person, digest_hour=14)
    assert reminders.run(now=NINE).reading.later == 1
    assert reminders.run(now=NINE + timedelta(hours=5)).written == 1


def test_a_paused_person_gets_nothing_until_the_pause_is_over(town, plan):
    due(plan, town.communes[0])
    wish = Preference.objects.create(person=town.officer.user.person, paused_until=TODAY)
    assert reminders.run(now=NINE).reading.paused == 1
    Preference.objects.filter(pk=wish.pk).update(paused_until=TODAY - timedelta(days=1))
    assert reminders.run(now=NINE + timedelta(hours=1)).written == 1


def test_lateness_goes_up_to_the_head_then_to_the_coordinator(town, plan):
    head = make_actor(town.communes[0], role="head").user.person
    row = due(plan, town.communes[0], TODAY - timedelta(days=6))
    reminders.run(now=NINE)  # the third day after fell on a Sunday, left for the Monday
    assert set(Digest.objects.values_list("person", flat=True)) == {head.pk}
    reminders.run(now=NINE + timedelta(days=1))
    coordinators = {actor.user.person.pk for actor in (town.first, town.second)}
    assert coordinators <= set(Digest.objects.values_list("person", flat=True))
    assert reminded(row) == 3


def test_mail_is_sent_when_a_server_is_named_and_not_declined(town, plan, settings):
    settings.EMAIL_HOST = "mail.example.vn"
    person = town.officer.user.person
    type(person).objects.filter(pk=person.pk).update(email="can-bo@xa.example.vn")
    due(plan, town.communes[0])
    reminders.run(now=NINE)
    assert set(Delivery.objects.values_list("channel", flat=True)) == {"workspace", "email"}
    Delivery.objects.all().delete(), Digest.objects.all().delete()
    Preference.objects.create(person=person, by_email=False)
    reminders.run_for_all(now=NINE)
    assert set(Delivery.objects.values_list("channel", flat=True)) == {"workspace"}


def test_an_agency_without_people_is_written_to_at_its_mailbox_or_named(plan, town, settings):
    settings.EMAIL_HOST = "mail.example.vn"
    with_box = make_agency("UBND xã Có Thư", kind="commune", email="xa@example.vn")
    without = make_agency("UBND xã Không Thư", kind="commune")
    due(plan, with_box), due(plan, without)
    outcome = reminders.run(now=NINE)
    assert Delivery.objects.get().address == "xa@example.vn"
    assert outcome.reading.nobody == {without.pk}


def test_two_runs_at_once_write_one_digest(town, plan):
    due(plan, town.communes[0])
    stale = reminding.of_day(TODAY)
    reminders.run_for_all(now=NINE)
    assert digests.write(stale.drafts, digests.daily(NINE, TODAY)) == 0
    assert Digest.objects.count() == Reminder.objects.count() == 1


def test_a_plan_has_the_defaults_until_somebody_sets_its_rules(town, plan):
    assert reminding.rules_of(plan) == list(DEFAULTS)
    with pytest.raises(NotAllowed):
        reminders.set_rules(plan=plan, rules=[Rule(-5)], by=town.officer)
    reminders.set_rules(plan=plan, rules=[Rule(-5), Rule(2, "head")], by=town.first)
    assert ReminderRule.objects.count() == 2
    with pytest.raises(ReminderRuleTwice):
        reminders.set_rules(plan=plan, rules=[Rule(-5), Rule(-5)], by=town.first)
    due(plan, town.communes[0], TODAY + timedelta(days=5))
    assert reminders.run(now=NINE).written == 1


def test_a_province_full_of_duties_costs_a_fixed_number_of_queries(
    town, plan, django_assert_max_num_queries
):
    for agency in town.communes:
        make_actor(agency)
        for _ in range(5):
            due(plan, agency)
    with django_assert_max_num_queries(24):
        reminders.run(now=NINE)
