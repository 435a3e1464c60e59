"""Ways of seeing a plan: every number opens to as many rows, for the people whose they are."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from django.urls import reverse
from django.utils import timezone

from lantoa.organisations.factories import make_actor, make_agency
from lantoa.plans.factories import make_obligation, make_occurrence, make_plan
from lantoa.plans.models import Plan

pytestmark = pytest.mark.django_db
DAY = "?ngay=2023-03-20"


@pytest.fixture
def plan() -> Plan:
    return make_plan(state="active", title="Kế hoạch tuyên truyền năm 2023")


@pytest.fixture
def coordinator(plan):
    return make_actor(plan.coordinator, role="coordinator")


@pytest.fixture
def agencies() -> list:
    return [make_agency(f"UBND xã {name}", kind="commune") for name in ("Bình An", "Đông Sơn")]


@pytest.fixture
def duties(plan, agencies) -> list:
    """An activity over months with everything, and a duty of one agency."""
    activity = make_obligation(
        plan,
        nature="activity",
        text="Đối thoại với doanh nghiệp về thủ tục hành chính",
        audiences=["businesses"],
        channels=["dialogue"],
        due_kind="monthly",
    )
    other = make_obligation(plan, text="Đăng tin về chuyển đổi số", channels=["portal"])
    make_occurrence(activity, agency=agencies[0], due_on=date(2023, 2, 24))
    make_occurrence(activity, agency=agencies[0], due_on=date(2023, 3, 24))
    make_occurrence(
        activity,
        agency=agencies[1],
        due_on=date(2023, 2, 24),
        state="accepted",
        submitted_at=noon(2023, 2, 20),
        done_on=date(2023, 2, 20),
    )
    make_occurrence(other, agency=agencies[1], due_on=date(2023, 3, 1))
    return [activity, other]


def noon(*day: int) -> datetime:
    return timezone.make_aware(datetime(*day, 12))


def at(name: str, plan: Plan, *more, query: str = DAY) -> str:
    return reverse(f"plans:{name}", args=[plan.pk, *more]) + query


def rows_behind(page, url: str) -> int:
    page.get(url)
    return page.response.context["table"].page.paginator.count


def test_the_matrix_shows_the_most_pressing_standing_and_opens_to_its_rows(
    page, plan, coordinator, agencies, duties
):
    page.sign_in(coordinator.user).get(at("matrix", plan))
    cells = page.response.context["cells"]
    first = cells[agencies[0].pk, duties[0].pk]
    assert (first["state"], first["text"]) == ("overdue", 1)
    assert "1 quá hạn, 1 sắp đến hạn" in first["label"]
    assert (agencies[0].pk, duties[1].pk) not in cells
    assert rows_behind(page, first["url"]) == 2


def test_the_matrix_is_paged_both_ways_and_narrowed(page, plan, coordinator, duties, agencies):
    for number in range(12):
        make_obligation(plan, nature="duty", position=9000 + number)
    page.sign_in(coordinator.user).get(at("matrix", plan))
    assert len(page.response.context["columns"]) == 12 and page.response.context["later"]
    page.get(at("matrix", plan, query=DAY + "&cot=2"))
    assert len(page.response.context["columns"]) == 2 and not page.response.context["later"]
    page.get(at("matrix", plan, query=DAY + "&loai=activity"))
    assert [column["key"] for column in page.response.context["columns"]] == [duties[0].pk]
    page.get(at("matrix", plan, query=DAY + "&nhom=commune"))
    assert len(page.response.context["rows"]) == 2


def test_the_year_opens_each_day_to_its_rows(page, plan, coordinator, duties):
    page.sign_in(coordinator.user).get(at("calendar", plan))
    days = page.response.context["days"]
    assert {day: (one["count"], one["state"]) for day, one in days.items()} == {
        date(2023, 2, 24): (2, "overdue"),
        date(2023, 3, 1): (1, "overdue"),
        date(2023, 3, 24): (1, "due_soon"),
    }
    assert "Ngày hạn tới: 24/03/2023, 1 việc." in page.text
    assert rows_behind(page, days[date(2023, 2, 24)]["url"]) == 2


def test_an_agency_sees_its_own_days_only(page, plan, duties, agencies):
    page.sign_in(make_actor(agencies[0]).user).get(at("calendar", plan))
    assert sum(day["count"] for day in page.response.context["days"].values()) == 2


def test_activities_stand_on_a_line_with_their_days(page, plan, coordinator, duties):
    page.sign_in(coordinator.user).get(at("timeline", plan))
    (lane,) = page.response.context["rows"]
    assert [mark["state"] for mark in lane["marks"]] == ["overdue", "due_soon"]
    assert (lane["start"], lane["end"]) == (date(2023, 2, 14), date(2023, 3, 24))
    assert "1/1 hoạt động trọng điểm có việc quá hạn." in page.text


def test_coverage_marks_what_fell_due_and_was_not_reached(page, plan, coordinator, duties):
    page.sign_in(coordinator.user).get(at("coverage", plan))
    cells = page.response.context["cells"]
    assert cells["procedures", "businesses"]["state"] == "coverage_reached"
    assert cells["procedures", "businesses"]["text"] == "1/3"
    gap = cells["digital", "unstated"]
    assert gap["state"] == "coverage_gap" and "1/2 ô là khoảng trống" in page.text
    assert rows_behind(page, gap["url"]) == 1


def test_coverage_turns_to_any_two_axes(page, plan, coordinator, duties):
    page.sign_in(coordinator.user)
    page.get(at("coverage", plan, query=DAY + "&hang=kenh&cot=thang"))
    cells = page.response.context["cells"]
    assert set(cells) == {
        ("dialogue", "2023-02"),
        ("dialogue", "2023-03"),
        ("portal", "2023-03"),
    }
    assert rows_behind(page, cells["dialogue", "2023-02"]["url"]) == 2
    page.get(at("coverage", plan, query=DAY + "&hang=kenh&cot=thang&doi-tuong=businesses"))
    assert {row for row, _column in page.response.context["cells"]} == {"dialogue"}


def test_the_profile_compares_an_agency_with_others_and_with_last_year(
    page, plan, coordinator, duties, agencies
):
    before = make_plan(
        state="closed", year=2022, authority=plan.authority, coordinator=plan.coordinator
    )
    make_occurrence(
        make_obligation(before),
        agency=agencies[0],
        due_on=date(2022, 2, 20),
        state="accepted",
        submitted_at=noon(2022, 2, 1),
    )
    page.sign_in(coordinator.user).get(at("agency-profile", plan, agencies[0].pk))
    assert page.response.context["compared"] == [
        ("UBND xã Bình An", "0% đúng hạn (0/1)"),
        ("Tất cả cơ quan trong kế hoạch", "33% đúng hạn (1/3)"),
        ("Cơ quan này trong kế hoạch năm 2022", "100% đúng hạn (1/1)"),
    ]
    trend = page.response.context["trend"]
    assert [one["values"] for one in trend["series"]] == [[0, None], [50, 0], [100, None]]


def test_the_profile_is_open_to_its_own_people_and_to_oversight(page, plan, duties, agencies):
    page.sign_in(make_actor(agencies[0], role="reader").user)
    page.get(at("agency-profile", plan, agencies[0].pk))
    page.get(at("agency-profile", plan, agencies[1].pk), status=403)
    page.sign_in(make_actor(role="inspector").user)
    page.get(at("agency-profile", plan, agencies[1].pk))
    page.get(at("agency-profile", plan, make_agency().pk), status=404)


@pytest.mark.parametrize("name", ["matrix", "calendar", "timeline", "coverage", "progress"])
def test_an_empty_plan_says_so(page, plan, coordinator, name):
    page.sign_in(coordinator.user).get(at(name, plan))


@pytest.mark.parametrize("name", ["matrix", "calendar", "timeline", "coverage", "progress"])
def test_each_view_asks_the_database_few_times(
    page, plan, coordinator, duties, name, django_assert_max_num_queries
):
    for _number in range(6):
        make_occurrence(make_obligation(plan, nature="activity"))
    page.sign_in(coordinator.user)
    for query in ("", DAY):
        with django_assert_max_num_queries(16):
            page.get(at(name, plan, query=query))
