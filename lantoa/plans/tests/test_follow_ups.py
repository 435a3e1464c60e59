"""Urging who is late: only what is overdue, not too often, once per press; the letter."""

from __future__ import annotations

import io
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from docx import Document

from lantoa.channels.models import Delivery, SendingPolicy
from lantoa.common.errors import NotAllowed
from lantoa.organisations.factories import make_actor
from lantoa.plans.errors import NobodyToUrge
from lantoa.plans.factories import make_obligation, make_occurrence
from lantoa.plans.models import Digest, Reminder, ReminderRule
from lantoa.plans.rules.letter_words import addressees, place_name, signer
from lantoa.plans.services import follow_ups
from lantoa.plans.tests.town import Town

pytestmark = pytest.mark.django_db
MARK, OTHER, THIRD = "a" * 32, "b" * 32, "c" * 32


@pytest.fixture
def town():
    return Town()


@pytest.fixture
def plan(town):
    return town.plan(state="active", symbol="12/KH-UBND", year=2026)


def due(plan, agency, days: int, **values):
    day = timezone.localdate() + timedelta(days=days)
    return make_occurrence(make_obligation(plan, lead=agency), agency=agency, due_on=day, **values)


@pytest.fixture
def late(town, plan):
    """One agency with an officer is late twice and has something to come; another is done."""
    rows = [due(plan, town.communes[0], days) for days in (-10, -2)]
    due(plan, town.communes[0], 5)
    due(plan, town.communes[1], -3, state="accepted")
    return rows


def urge(plan, town, mark: str = MARK, **values):
    values.setdefault("agencies", [town.communes[0].pk])
    values.setdefault("by", town.first)
    return follow_ups.send(plan=plan, mark=mark, **values)


def test_only_what_is_overdue_is_urged(plan, town, late):
    assert urge(plan, town, text="Đề nghị làm ngay.").written == 1
    assert set(Reminder.objects.values_list("occurrence", flat=True)) == {row.pk for row in late}
    message = Delivery.objects.get().message
    assert message["subject"] == "Đôn đốc: 2 việc quá hạn cần thực hiện ngay"
    assert message["text"].startswith("Đề nghị làm ngay.\n\n")


def test_an_officer_may_not_urge(plan, town, late):
    with pytest.raises(NotAllowed):
        urge(plan, town, by=town.officer)
    assert not Digest.objects.exists()


def test_pressing_twice_sends_once(plan, town, late):
    urge(plan, town)
    assert urge(plan, town).written == 0
    assert Delivery.objects.count() == 1


def test_nobody_is_urged_more_often_in_a_day_than_the_policy_allows(plan, town, late):
    SendingPolicy.objects.create(pk=1, most_per_day=1)
    urge(plan, town)
    outcome = urge(plan, town, OTHER)
    assert (outcome.written, outcome.spared) == (0, [town.officer.user.person.full_name])
    tomorrow = timezone.now() + timedelta(days=1)
    assert urge(plan, town, THIRD, now=tomorrow).written == 1


def test_the_head_is_told_when_asked_for(plan, town, late):
    make_actor(town.communes[0], role="head")
    assert urge(plan, town, with_heads=True).written == 2


def test_an_agency_without_anybody_is_named_and_nothing_is_pretended(plan, town):
    due(plan, town.communes[1], -3)
    with pytest.raises(NobodyToUrge):
        urge(plan, town, agencies=[town.communes[1].pk])


def test_the_letter_lists_late_duties_by_agency_and_is_a_draft(plan, town, late):
    data = follow_ups.letter(plan=plan, agencies=[], by=town.first, today=timezone.localdate())
    document = Document(io.BytesIO(data))
    cells = [cell.text for t in document.tables for row in t.rows for cell in row.cells]
    text = "\n".join([p.text for p in document.paragraphs] + cells)
    assert "số 12/KH-UBND" in text and "còn 2 nhiệm vụ của 1 cơ quan, đơn vị" in text
    assert "UBND xã Bình An (2 nhiệm vụ)" in text.replace("Ủy ban nhân dân", "UBND")
    assert (
        late[0].obligation.text in text
        and "Sông Trà, ngày" in text
        and "10" in cells
        and "DỰ THẢO" in text
    )
    assert "TRƯỞNG PHÒNG" in text and "PHÒNG NỘI VỤ" in text
    with pytest.raises(NotAllowed):
        follow_ups.letter(plan=plan, agencies=[], by=town.officer, today=timezone.localdate())


@pytest.mark.parametrize(
    ("place", "name"),
    [("thị xã Sông Trà", "Sông Trà"), ("Phường 2", "Phường 2"), ("Xã Đồi Chè", "Đồi Chè")],
)
def test_the_place_in_the_head_is_the_name_alone(place, name):
    assert place_name(place) == name


def test_many_addressees_are_written_to_together():
    assert addressees(["A", "B"]) == ("A", "B")
    assert len(addressees([str(n) for n in range(9)])) == 1
    assert signer("commune") == ("TM. Ủy ban nhân dân", "Chủ tịch")


def test_the_page_previews_and_sends(page, plan, town, late):
    url = reverse("reminders:follow-up", args=[plan.pk])
    page.sign_in(town.first.user).get(f"{url}?co-quan={town.communes[0].pk}")
    assert "2 việc quá hạn ở 1 cơ quan." in page.text
    assert "Đôn đốc: 2 việc quá hạn cần thực hiện ngay" in page.text
    mark = page.all("input", name="mark")[0].get("value")
    page.post(url, {"mark": mark, "text": "Gấp"}, status=422)
    assert "Hãy chọn ít nhất một cơ quan." in page.text and "Gấp" in page.text
    page.post(url, {"mark": mark, "agencies": [town.communes[0].pk], "text": "Gấp"})
    assert "Đã đôn đốc 1 người." in page.text
    page.get(reverse("duties:duty", args=[late[0].pk]))
    assert f"Đôn đốc {town.officer.user.person.full_name}" in page.text
    assert "mốc T+10" in page.text and "chờ gửi" in page.text


def test_nobody_late_is_said_so(page, plan, town):
    page.sign_in(town.first.user).get(reverse("reminders:follow-up", args=[plan.pk]))
    assert "Không có việc nào quá hạn" in page.text


def test_the_letter_downloads_as_a_word_file(page, plan, town, late):
    page.sign_in(town.first.user).get(reverse("reminders:letter", args=[plan.pk]))
    assert page.response["Content-Disposition"].endswith('-du-thao.docx"')
    assert page.response.content[:2] == b"PK"


def test_rules_are_edited_row_by_row(page, plan, town):
    url = reverse("reminders:rules", args=[plan.pk])
    page.sign_in(town.first.user).get(url)
    assert page.all("input", name="quy-tac-0-days")[0].get("value") == "7"
    total = page.all("input", name="quy-tac-TOTAL_FORMS")[0].get("value")
    rows = {"quy-tac-TOTAL_FORMS": total, "quy-tac-INITIAL_FORMS": "6"}
    row = {"days": "5", "side": "truoc", "audience": "officer", "active": "on"}
    rows |= {f"quy-tac-0-{name}": value for name, value in row.items()}
    for number in range(1, int(total)):
        rows |= {f"quy-tac-{number}-side": "truoc", f"quy-tac-{number}-audience": "officer"}
    page.post(url, rows | {"quy-tac-0-every": "7"})
    assert "Chỉ nhắc lại được sau hạn" in page.text and not ReminderRule.objects.exists()
    page.post(url, rows)
    assert [(r.days, r.audience, r.every) for r in ReminderRule.objects.all()] == [
        (-5, "officer", None)
    ]


def test_the_page_costs_a_fixed_number_of_queries(
    page, plan, town, late, django_assert_max_num_queries
):
    for agency in town.communes:
        make_actor(agency)
        for days in range(-20, -5):
            due(plan, agency, days)
    page.sign_in(town.first.user)
    with django_assert_max_num_queries(21):
        page.get(reverse("reminders:follow-up", args=[plan.pk]))
