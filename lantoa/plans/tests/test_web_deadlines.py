"""A duty's deadline on its page, what waits for an answer, settings, the working calendar."""

from __future__ import annotations

from datetime import date, datetime

import pytest
import time_machine
from django.urls import reverse

from lantoa.common.models import CalendarDay
from lantoa.plans.factories import (
    make_excuse,
    make_extension,
    make_obligation,
    make_occurrence,
    make_pause,
)
from lantoa.plans.models import Extension, Occurrence
from lantoa.plans.tests.town import Town

pytestmark = pytest.mark.django_db
DUE = date(2023, 3, 24)
CALENDAR = reverse("plans:working-calendar")


@pytest.fixture(autouse=True)
def _today():
    with time_machine.travel(datetime(2023, 3, 20, 3), tick=False):
        yield


@pytest.fixture
def town():
    return Town()


@pytest.fixture
def row(town):
    duty = make_obligation(
        town.plan(state="active"),
        lead=town.officer.agency,
        due_kind="monthly",
        due_text="trước ngày 25 hằng tháng",
        due_day_of_month=24,
    )
    return make_occurrence(duty, agency=town.officer.agency, due_on=DUE)


def at(name, pk) -> str:
    return reverse(f"duties:{name}", args=[pk])


def test_an_officer_asks_and_the_coordinator_grants_on_the_page(page, town, row):
    page.sign_in(town.officer.user).get(at("duty", row.pk))
    assert "Xin gia hạn" in page.text and "Đề nghị không thực hiện" in page.text
    data = {"gia-han-until": "2023-04-10", "gia-han-reason": "Chờ tài liệu"}
    page.post(at("extension-ask", row.pk), data)
    assert "Chờ cơ quan theo dõi trả lời" in page.text
    assert "Đề nghị đã trả lời" not in page.text
    one = Extension.objects.get()
    page.sign_in(town.first.user).get(reverse("duties:request-list"))
    assert "Gia hạn từ 24/03/2023 đến 10/04/2023" in page.text
    answer = {"dong-y": "1", f"cho-gia-han-{one.pk}-until": "2023-04-05"}
    page.post(at("extension-answer", one.pk), answer)
    assert Occurrence.objects.get().due_on == date(2023, 4, 5)
    for words in ("Hạn ban đầu", "24/03/2023 → 05/04/2023: Chờ tài liệu", "Gia hạn"):
        assert words in page.text


def test_what_was_typed_comes_back_when_it_is_refused(page, town, row):
    data = {"gia-han-until": "2023-03-01", "gia-han-reason": "Chờ tài liệu"}
    page.sign_in(town.officer.user).post(at("extension-ask", row.pk), data, status=422)
    assert "Ngày mới phải sau hạn hiện nay (24/03/2023)" in page.text
    typed = [field.text for field in page.all("textarea", name="gia-han-reason")]
    assert [text.strip() for text in typed] == ["Chờ tài liệu"]


def test_refusing_needs_words_and_an_excuse_ends_the_duty(page, town, row):
    excuse = make_excuse(row, asked_by=town.officer.user)
    page.sign_in(town.first.user).post(at("excuse-answer", excuse.pk), {"dong-y": "0"}, status=422)
    assert "lý do không đồng ý" in page.text
    page.post(at("excuse-answer", excuse.pk), {"dong-y": "1"})
    assert "Không thực hiện có lý do" in page.text and "Yêu cầu thực hiện trở lại" in page.text
    page.post(at("expect-again", row.pk), {"lam-lai-reason": "Đã ổn định"})
    assert Occurrence.objects.get().excused_at is None


def test_a_pause_is_set_and_ended_on_the_page(page, town, row):
    data = {
        "tam-dung-since": "2023-03-20", "tam-dung-until": "2023-03-29", "tam-dung-reason": "Bão",
    }  # fmt: skip
    page.sign_in(town.first.user).post(at("pause", row.pk), data)
    assert "Đang tạm dừng tính hạn đến hết ngày 29/03/2023" in page.text
    pause = Occurrence.objects.get().pauses.get()
    ending = {f"ket-thuc-{pause.pk}-on": "2023-03-22", f"ket-thuc-{pause.pk}-reason": "Hết bão"}
    page.post(at("pause-end", pause.pk), ending)
    assert Occurrence.objects.get().due_on == date(2023, 3, 26)


def test_a_locked_duty_shows_no_form_and_is_reopened(page, town, row):
    plan = row.obligation.plan
    settings = reverse("plans:plan-settings", args=[plan.pk])
    page.sign_in(town.first.user).get(settings)
    page.post(settings, {"before_is_inclusive": "0", "lock_after_days": "2"})
    with time_machine.travel(datetime(2023, 3, 30, 3), tick=False):
        page.sign_in(town.officer.user).get(at("duty", row.pk))
        assert "Đã khóa nhận kết quả từ sau ngày 26/03/2023" in page.text
        assert not page.all("input", name="photos")
        page.sign_in(town.first.user).get(at("duty", row.pk))
        data = {"mo-lai-until": "2023-04-03", "mo-lai-reason": "Mất điện"}
        page.post(at("reopen", row.pk), data)
        page.sign_in(town.officer.user).get(at("duty", row.pk))
        assert page.all("input", name="photos")


def test_the_settings_say_how_many_deadlines_moved(page, town, row):
    url = reverse("plans:plan-settings", args=[row.obligation.plan_id])
    page.sign_in(town.first.user).post(url, {"before_is_inclusive": "1", "lock_after_days": ""})
    assert "Có 1 hạn thay đổi" in page.text
    page.post(url, {"before_is_inclusive": "1", "lock_after_days": "-3"}, status=422)
    assert "Số ngày không thể âm" in page.text


def test_the_duty_page_with_everything_on_it_asks_few_times(
    page, town, row, django_assert_max_num_queries
):
    make_extension(row, asked_by=town.officer.user)
    make_excuse(row, asked_by=town.officer.user)
    make_pause(row)
    page.sign_in(town.first.user)
    with django_assert_max_num_queries(26):
        page.get(at("duty", row.pk))


def test_the_list_of_requests_asks_few_times(page, town, row, django_assert_max_num_queries):
    for _number in range(4):
        other = make_occurrence(row.obligation, due_on=DUE)
        make_extension(other, asked_by=town.officer.user)
        make_excuse(other, asked_by=town.officer.user)
    page.sign_in(town.first.user)
    with django_assert_max_num_queries(9):
        page.get(reverse("duties:request-list"))
    assert page.text.count("Gia hạn từ") == 4


# The working calendar


def test_the_year_shows_what_is_shipped_until_somebody_edits_it(page, town):
    page.sign_in(town.officer.user).get(f"{CALENDAR}?nam=2023")
    assert "Quốc khánh" in page.text and "lịch có sẵn trong phần mềm" in page.text
    assert not page.all("select", name="bo-day") and not CalendarDay.objects.exists()
    page.get(f"{CALENDAR}?nam=xyz")
    assert page.response.context["year"] == 2023


def test_a_new_day_off_recomputes_the_last_working_day_of_open_work(page, town, row):
    data = {
        "nam": "2023", "them-day": "2023-03-24", "them-kind": "holiday",
        "them-name": "Nghỉ theo thông báo", "them-source": "Thông báo 9/TB-UBND",
    }  # fmt: skip
    page.sign_in(town.first.user).post(reverse("plans:calendar-day-add"), data)
    said = "1 việc đang mở có hạn 24/03/2023: ngày làm việc cuối 24/03/2023 đổi thành 23/03/2023"
    assert said in page.text and CalendarDay.objects.filter(day="2023-09-04").exists()
    page.get(at("duty", row.pk))
    assert "Ngày làm việc cuối trước hạn23/03/2023" in page.text
    page.post(reverse("plans:calendar-day-add"), data, status=422)
    assert "đã có trong lịch" in page.text


def test_a_day_is_taken_out_with_a_reason_and_put_back(page, town):
    url, out = f"{CALENDAR}?nam=2023", reverse("plans:calendar-day-out")
    data = {"nam": "2023", "bo-day": "2023-09-04", "bo-reason": "Thông báo mới"}
    page.sign_in(town.first.user).post(out, data | {"bo-reason": ""}, status=422)
    page.post(out, data)
    row = CalendarDay.objects.get(day="2023-09-04")
    assert row.withdrawn_at is not None and "Ngày đã bỏ" in page.get(url).text
    page.post(reverse("plans:calendar-day-back", args=[row.pk]))
    assert CalendarDay.objects.get(pk=row.pk).withdrawn_at is None


def test_the_calendar_asks_few_times(page, town, django_assert_max_num_queries):
    page.sign_in(town.first.user)
    with django_assert_max_num_queries(14):
        page.get(f"{CALENDAR}?nam=2023")
