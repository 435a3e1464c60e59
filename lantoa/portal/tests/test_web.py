from datetime import date

import pytest
from django.urls import reverse

from lantoa.organisations.factories import make_agency
from lantoa.plans.factories import make_obligation, make_occurrence, make_plan
from lantoa.portal.factories import make_result
from lantoa.portal.models import HomePage

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _no_kept_pages():
    from django.core.cache import cache

    cache.clear()


@pytest.fixture
def plan():
    return make_plan(state="active", symbol="12/QĐ-UBND", slug="ke-hoach-thu")


def test_first_page_without_a_plan_says_what_will_come(page):
    assert "Chưa có kế hoạch nào được công bố" in page.get("/").text


def test_first_page_shows_who_publishes_progress_and_the_newest_photo(page, plan):
    make_result(plan)
    text = page.get("/").text
    assert plan.authority.name in text
    assert "1 trong 1 lượt việc có hạn đã hoàn thành" in text
    assert "Hội nghị tại nhà văn hóa" in text


def test_first_page_speaks_the_editors_words(page):
    HomePage.objects.update(title="Việc đã hứa", lead="Ai làm gì, khi nào.")
    page.get("/")
    assert page.all("h1")[0].text == "Việc đã hứa"
    assert "Ai làm gì, khi nào." in page.text


def test_a_draft_is_not_public(page):
    draft = make_plan(slug="ban-nhap")
    page.get(reverse("portal:plan", args=[draft.slug]), status=404)


def test_plan_page_says_number_day_and_how_the_share_is_counted(page, plan):
    make_result(plan)
    make_occurrence(make_obligation(plan, lead=make_agency()), due_on=date(2023, 4, 24))
    text = page.get(reverse("portal:plan", args=[plan.slug])).text
    assert "Số 12/QĐ-UBND" in text
    assert "ngày 14/02/2023" in text
    assert "= 1 ÷ 2 = 50%" in text


def test_months_are_drawn_with_the_same_numbers_as_a_table(page, plan):
    make_result(plan)
    make_occurrence(make_obligation(plan, lead=make_agency()), due_on=date(2023, 4, 24))
    page.get(reverse("portal:plan", args=[plan.slug]))
    rows = [[cell.text for cell in row] for row in page.all("tr") if row[0].text]
    assert ["Tháng 3", "1", "0"] in rows
    assert ["Tháng 4", "0", "1"] in rows


def test_agencies_are_sorted_by_the_link_that_was_followed(page, plan):
    make_result(plan, agency=make_agency("UBND xã Bình An", kind="commune"))
    make_result(plan, agency=make_agency("UBND xã An Bình", kind="commune"))
    page.get(reverse("portal:plan", args=[plan.slug]) + "?sap=name")
    assert page.text.index("UBND xã An Bình") < page.text.index("UBND xã Bình An")


def test_duty_page_shows_source_words_who_and_when(page, plan):
    obligation = make_result(plan, due_text="trước ngày 20/3", code="IV.1.a").occurrence.obligation
    page.get(reverse("portal:obligation", args=[plan.slug, obligation.code]))
    assert "trước ngày 20/3" in page.text
    assert "Nguyên văn trong kế hoạch" in page.text
    assert "UBND xã Thử Nghiệm" in page.text


def test_a_withdrawn_duty_is_not_public(page, plan):
    obligation = make_result(plan, state="accepted").occurrence.obligation
    type(obligation).objects.update(state="withdrawn")
    page.get(reverse("portal:obligation", args=[plan.slug, obligation.code]), status=404)


def test_a_requested_body_has_no_information_and_is_never_overdue(page, plan):
    party = make_agency("Ban Tuyên giáo Thị ủy Thử", kind="party")
    obligation = make_obligation(plan, binding="requested", text="Đề nghị phối hợp tuyên truyền")
    make_occurrence(obligation, agency=party, due_on=date(2023, 3, 24))
    text = page.get(reverse("portal:obligation", args=[plan.slug, obligation.code])).text
    assert "Chưa có thông tin" in text
    assert "không tính quá hạn" in text
    assert "Quá hạn 1" not in text


def test_agency_page_lists_its_own_duties_only(page, plan):
    mine = make_result(plan, text="Niêm yết tại bảng tin công cộng").occurrence.obligation
    make_result(plan, agency=make_agency("UBND xã Khác"), text="Phát thanh mỗi tuần hai lần")
    agency = mine.assignments.get().agency
    text = page.get(reverse("portal:agency", args=[plan.slug, agency.pk])).text
    assert "Niêm yết tại bảng tin công cộng" in text
    assert "Phát thanh mỗi tuần hai lần" not in text


def test_agency_page_sets_apart_what_has_no_day_to_keep(page, plan):
    dated = make_result(plan, due_kind="monthly", text="Gửi tin, bài hằng tháng")
    agency = dated.occurrence.agency
    make_occurrence(
        make_obligation(plan, text="Thường xuyên quán triệt"), agency=agency, due_on=None
    )
    page.get(reverse("portal:agency", args=[plan.slug, agency.pk]))
    apart = " ".join(page.all("details", class_="disclosure")[-1].itertext())
    assert "Thường xuyên quán triệt" in apart
    assert "Gửi tin, bài hằng tháng" not in apart


def test_agency_outside_the_plan_is_not_found(page, plan):
    page.get(reverse("portal:agency", args=[plan.slug, make_agency().pk]), status=404)


def test_no_officer_is_named_in_public(page, plan):
    from lantoa.accounts.factories import make_user

    photo = make_result(plan)
    row, obligation = photo.occurrence, photo.occurrence.obligation
    officer = make_user(full_name="Lý Thị Kín Đáo")
    type(row).objects.update(submitted_by=officer, decided_by=officer)
    type(photo).objects.update(added_by=officer)
    for url in ("/", reverse("portal:plan", args=[plan.slug]),
                reverse("portal:obligation", args=[plan.slug, obligation.code])):  # fmt: skip
        assert "Kín Đáo" not in page.get(url).text


def test_invented_results_are_labelled(page, plan):
    photo = make_result(plan)
    type(photo).objects.update(is_illustrative=True)
    assert "Dữ liệu minh họa" in page.get("/").text


def test_unknown_addresses_are_not_found(page, plan):
    for url in ("/ke-hoach/khong-co/", f"/ke-hoach/{plan.slug}/nhiem-vu/X.1/", "/minh-chung/99/"):
        page.get(url, status=404)
