"""What an office must do, the list, one duty: seen and worked on by whom."""

from __future__ import annotations

import io
from datetime import date, datetime

import pytest
from django.urls import reverse
from django.utils import timezone
from openpyxl import load_workbook

from lantoa.documents.factories import make_document
from lantoa.organisations.factories import make_actor, make_agency
from lantoa.plans.factories import make_evidence, make_obligation, make_occurrence, make_plan
from lantoa.plans.models import Occurrence, Plan

pytestmark = pytest.mark.django_db
DAY = "?ngay=2023-03-20"


@pytest.fixture
def plan() -> Plan:
    text = "KẾ HOẠCH\nNăm 2023\n1. Treo băng rôn tại trụ sở.\nHết"
    return make_plan(state="active", document=make_document(text))


@pytest.fixture
def officer():
    return make_actor(make_agency("UBND xã Mẫu"))


@pytest.fixture
def coordinator(plan):
    return make_actor(plan.coordinator, role="coordinator")


@pytest.fixture
def duty(plan, officer) -> Occurrence:
    obligation = make_obligation(
        plan, lead=officer.agency, text="Treo băng rôn tại trụ sở", spans=[[3, 3]],
        due_kind="monthly", due_text="trước ngày 25 hằng tháng",
    )  # fmt: skip
    return make_occurrence(obligation, agency=officer.agency)


def url(name: str, row, query: str = "") -> str:
    return reverse(f"duties:{name}", args=[row.pk]) + query


def state_of(row) -> str:
    return Occurrence.objects.get(pk=row.pk).state


# My office's work


def make_work(plan, agency) -> None:
    """One duty in every group."""
    for state, due in (
        ("open", date(2023, 3, 1)), ("open", date(2023, 3, 24)), ("open", date(2023, 6, 24)),
        ("open", None), ("returned", date(2023, 3, 25)), ("submitted", date(2023, 3, 25)),
        ("accepted", date(2023, 3, 25)),
    ):  # fmt: skip
        sent = timezone.make_aware(datetime(2023, 3, 19))
        values = {} if state == "open" else {"submitted_at": sent}
        make_occurrence(make_obligation(plan), agency=agency, state=state, due_on=due, **values)
    asked = make_obligation(plan, binding="requested", nature="channel")
    make_occurrence(asked, agency=agency, due_on=date(2023, 3, 1))


def test_my_work_is_grouped_from_the_most_pressing_on(page, plan, officer):
    make_work(plan, officer.agency)
    page.sign_in(officer.user).get(reverse("duties:my-agency") + DAY)
    groups = [group.key for group in page.response.context["page"].groups]
    assert groups == ["qua-han", "tra-lai", "sap-den-han", "cho-duyet", "sap-toi"]
    for words in ("Cần làm ngay: 1 việc quá hạn, 1 việc phải làm lại", "Thường xuyên",
                  "Được đề nghị", "Đã xong", "còn 4 ngày", "quá 19 ngày"):  # fmt: skip
        assert words in page.text
    assert len(page.all("li", class_="item")) == 8


def test_others_work_is_not_on_my_page(page, plan, officer):
    make_occurrence(make_obligation(plan, text="Việc của cơ quan khác"))
    page.sign_in(officer.user).get(reverse("duties:my-agency"))
    assert "Đơn vị chưa có việc nào" in page.text and "cơ quan khác" not in page.text


def test_work_is_found_without_accents_and_filtered_by_nature(page, plan, officer, duty):
    make_work(plan, officer.agency)
    mine = reverse("duties:my-agency")
    page.sign_in(officer.user).get(f"{mine}?tim=bang+ron")
    assert len(page.all("li", class_="item")) == 1 and "Treo băng rôn" in page.text
    page.get(f"{mine}?loai=channel")
    assert len(page.all("li", class_="item")) == 1
    page.get(f"{mine}?loai=channel&tim=khong+co")
    assert "Không có việc nào khớp" in page.text
    assert [field.get("value") for field in page.all("input", name="loai")] == ["channel"]


def test_my_work_asks_the_database_few_times(page, plan, officer, django_assert_max_num_queries):
    for _number in range(4):
        make_work(plan, officer.agency)
    page.sign_in(officer.user)
    with django_assert_max_num_queries(10):
        page.get(reverse("duties:my-agency") + DAY)


# The list


def rows_of(page) -> int:
    return page.response.context["table"].page.paginator.count


@pytest.mark.parametrize(
    ("query", "count"),
    [
        ("", 9),
        ("&trang-thai=overdue", 1),
        ("&trang-thai=can-lam", 4),
        ("&trang-thai=da-xong", 1),
        ("&trang-thai=khong-co", 9),
        ("&thang=2023-06", 1),
        ("&thang=2023-13", 9),
        ("&han=khong", 1),
        ("&loai=channel", 1),
        ("&tim=BANG+RON", 1),
        ("&tim=xa+mau", 9),
        ("&trang-thai=overdue&tim=bang+ron", 0),
    ],
)
def test_the_list_narrows_by_what_the_address_asks(page, plan, officer, duty, query, count):
    make_work(plan, officer.agency)
    page.sign_in(officer.user).get(reverse("duties:duty-list") + DAY + query)
    assert rows_of(page) == count


def test_the_list_shows_all_agencies_to_oversight_and_own_rows_to_officers(
    page, plan, officer, coordinator, duty
):
    other = make_occurrence(make_obligation(plan))
    address = reverse("duties:duty-list")
    page.sign_in(officer.user).get(f"{address}?co-quan={other.agency_id}")
    assert rows_of(page) == 1 and url("duty", duty) in [a.get("href") for a in page.all("a")]
    page.sign_in(coordinator.user).get(address)
    assert rows_of(page) == 2
    page.get(f"{address}?co-quan={other.agency_id}")
    assert rows_of(page) == 1
    page.get(f"{address}?ke-hoach={plan.pk}&ma={duty.obligation.code.lower()}")
    assert rows_of(page) == 1


def test_an_ended_plan_leaves_the_list_unless_asked_for(page, plan, officer, duty):
    Plan.objects.filter(pk=plan.pk).update(state="closed")
    page.sign_in(officer.user).get(reverse("duties:duty-list"))
    assert rows_of(page) == 0
    page.get(reverse("duties:duty-list") + f"?ke-hoach={plan.pk}")
    assert rows_of(page) == 1


def test_the_list_puts_the_most_pressing_first_and_sorts_as_asked(page, plan, officer):
    make_work(plan, officer.agency)
    page.sign_in(officer.user).get(reverse("duties:duty-list") + DAY)
    standings = [row.standing for row in page.response.context["table"].page]
    assert standings[:4] == ["overdue", "returned", "due_soon", "submitted"]
    page.get(reverse("duties:duty-list") + DAY + "&sap=han")
    dues = [row.due_on for row in page.response.context["table"].page]
    assert dues[-1] is None and dues[:-1] == sorted(dues[:-1])


def test_the_list_is_exported_whole_with_full_texts(page, plan, officer, duty):
    page.sign_in(officer.user).get(reverse("duties:duty-list") + DAY + "&xuat=xlsx")
    sheet = load_workbook(io.BytesIO(page.response.content)).worksheets[0]
    assert [cell.value for cell in sheet[3]][1:6] == [
        "Treo băng rôn tại trụ sở", "UBND xã Mẫu", "Tháng 3/2023",
        datetime(2023, 3, 24), "Sắp đến hạn",
    ]  # fmt: skip


def test_the_list_asks_the_database_few_times(
    page, plan, coordinator, django_assert_max_num_queries
):
    for _number in range(30):
        make_occurrence(make_obligation(plan))
    page.sign_in(coordinator.user)
    with django_assert_max_num_queries(10):
        page.get(reverse("duties:duty-list") + "?tim=gui&trang-thai=overdue")


# One duty


def test_a_duty_explains_itself(page, officer, duty):
    page.sign_in(officer.user).get(url("duty", duty, DAY))
    for words in (
        "Hạn cuối là 24/03/2023, còn 4 ngày.",
        "trước ngày 25 hằng tháng",
        "1. Treo băng rôn tại trụ sở.",
        "Giao nhiệm vụ khi xác nhận",
    ):
        assert words in page.text
    source = reverse("documents:document", args=[duty.obligation.plan.document_id])
    assert f"{source}#d3" in [a.get("href") for a in page.all("a")]


def test_a_duty_opened_on_another_day_offers_nothing_to_do(page, officer, duty):
    page.sign_in(officer.user).get(url("duty", duty, DAY))
    assert not [f for f in page.all("form") if "minh-chung" in f.get("action", "")]
    page.get(url("duty", duty))
    assert [f for f in page.all("form") if "minh-chung" in f.get("action", "")]


def test_neighbouring_periods_are_linked(page, officer, duty):
    after = make_occurrence(
        duty.obligation, agency=officer.agency, starts_on=date(2023, 4, 1),
        period_label="Tháng 4/2023",
    )  # fmt: skip
    page.sign_in(officer.user).get(url("duty", duty))
    assert url("duty", after) in [a.get("href") for a in page.all("a")]


@pytest.mark.parametrize("name", ["duty", "evidence-attach", "evidence-submit", "evidence-accept"])
def test_another_agency_does_not_find_the_duty(page, duty, name):
    page.sign_in(make_actor().user)
    ask = page.get if name == "duty" else page.post
    ask(url(name, duty), status=404)


def test_an_inspector_reads_everything_and_changes_nothing(page, duty):
    item = make_evidence(duty)
    page.sign_in(make_actor(role="inspector").user).get(url("duty", duty))
    assert not [f for f in page.all("form") if "/nhiem-vu/" in f.get("action", "")]
    for name, row in (
        ("evidence-attach", duty), ("evidence-submit", duty), ("evidence-accept", duty),
        ("evidence-send-back", duty), ("evidence-recall", duty), ("evidence-reconsider", duty),
        ("evidence-withdraw", item), ("evidence-bring-back", item),
    ):  # fmt: skip
        page.post(url(name, row), status=403)
    assert state_of(duty) == "open"


def test_the_duty_page_asks_the_database_few_times(
    page, officer, duty, django_assert_max_num_queries
):
    for _number in range(6):
        make_evidence(duty, added_by=officer.user)
    page.sign_in(officer.user)
    # Fifteen, and one for what looks like the evidence shown.
    with django_assert_max_num_queries(16):
        page.get(url("duty", duty))


# The duty across agencies and periods


def test_the_matrix_has_a_cell_for_each_agency_and_period(page, plan, coordinator, duty):
    make_occurrence(
        duty.obligation, period_key=duty.period_key, state="accepted",
        submitted_at=timezone.make_aware(datetime(2023, 3, 19)),
    )  # fmt: skip
    page.sign_in(coordinator.user).get(url("obligation", duty.obligation, DAY))
    marks = [a.get("data-state") for a in page.all("a", class_="matrix__mark")]
    assert sorted(marks) == ["done_on_time", "due_soon"]


def test_many_periods_are_shown_a_part_at_a_time(page, officer, duty):
    for week in range(1, 41):
        make_occurrence(
            duty.obligation, agency=officer.agency, period_key=f"2023-W{week:02}",
            period_label=f"Tuần {week}", starts_on=date.fromisocalendar(2023, week, 1),
        )  # fmt: skip
    page.sign_in(officer.user).get(url("obligation", duty.obligation, "?ngay=2023-05-01"))
    assert "Tuần 18" in page.text and "Tuần 40" not in page.text
    later = page.response.context["later"]
    page.get(url("obligation", duty.obligation, later))
    assert "Tuần 26" in page.text and "Tuần 18" not in page.text


def test_who_only_helps_sees_the_duty_but_nobodys_periods(page, duty):
    helper = make_actor()
    duty.obligation.assignments.create(
        agency=helper.agency, role="coordinating", since=date(2023, 2, 14)
    )
    page.sign_in(helper.user).get(url("obligation", duty.obligation))
    assert "Đơn vị bạn tham gia phối hợp" in page.text
    assert not page.all("a", class_="matrix__mark")
