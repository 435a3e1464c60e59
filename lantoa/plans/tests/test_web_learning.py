"""Learning on screen: the question after a correction, the list, deciding, carrying as a file."""

from __future__ import annotations

import json

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from lantoa.documents.factories import make_document, make_rule
from lantoa.documents.models import LearnedRule
from lantoa.organisations.factories import make_actor, make_agency
from lantoa.plans.factories import make_draft_item
from lantoa.plans.models import Plan
from lantoa.plans.tests.test_learning_loop import PLAN
from lantoa.plans.tests.test_web_review import row_data
from lantoa.plans.tests.test_web_review import url as plan_url
from lantoa.plans.tests.town import Town

pytestmark = pytest.mark.django_db
LIST = reverse("documents:learned-list")
HTMX = {"HX-Request": "true"}


@pytest.fixture
def town() -> Town:
    return Town()


@pytest.fixture
def plan(town):
    return town.plan(document=make_document("A\nB\nC", owner=town.authority))


@pytest.fixture
def open_page(page, town):
    return page.sign_in(town.first.user)


def url(name, rule):
    return reverse(f"documents:learned-{name}", args=[rule.pk])


def corrected(open_page, plan):
    item = make_draft_item(plan, code="IV.1", text="Hướng dẫn", lead="Phòng TCCB")
    data = row_data(item, **{"co-quan-0-name": "Phòng Nội vụ"})
    return open_page.post(plan_url("row", item), data)


def test_after_a_correction_the_page_asks_whether_to_remember(open_page, town, plan):
    page = corrected(open_page, plan)
    rule = LearnedRule.objects.get()
    assert "Lần sau gặp “Phòng TCCB” hiểu là Phòng Nội vụ?" in page.text
    page.post(url("activate", rule), {"next": plan_url("plan-review", plan)})
    assert page.response.redirect_chain[-1][0] == plan_url("plan-review", plan)
    assert "Đã ghi nhớ" in page.text and "Lần sau gặp" not in page.text
    assert list(town.division.aliases.values_list("name", flat=True)) == ["Phòng TCCB"]


def load(page, year):
    file = SimpleUploadedFile(f"{year}.txt", PLAN.format(number=1, year=year).encode())
    page.post(reverse("plans:plan-upload"), {"file": file})
    plan = Plan.objects.latest("pk")
    return page.text.count("chưa nhận ra cơ quan"), plan.draft_items.order_by("position").first()


def test_on_screen_the_second_document_needs_fewer_corrections(open_page):
    before, row = load(open_page, 2026)
    due = {"due_kind": "by_date", "due_text": "vào dịp cuối vụ", "due_by": "2026-10-15"}
    open_page.post(plan_url("row", row), row_data(row, **{"co-quan-0-name": "Phòng Nội vụ"}, **due))
    for rule in LearnedRule.objects.all():
        open_page.post(url("activate", rule))
    after, row = load(open_page, 2027)
    assert (before, after) == (2, 1)
    assert "15/10/2027" in open_page.text
    assert row.due["by"] == "2027-10-15"
    exported = json.loads(open_page.client.get(reverse("documents:learned-export")).content)
    assert {rule["kind"] for rule in exported["rules"]} == {"alias", "phrase"}


def test_no_is_remembered_too(open_page, plan):
    page = corrected(open_page, plan)
    page.post(url("retire", LearnedRule.objects.get()), {"next": plan_url("plan-review", plan)})
    assert "Lần sau gặp" not in page.text
    assert LearnedRule.objects.get().state == "retired"


def test_in_place_the_question_becomes_its_answer(open_page, town):
    rule = make_rule(town.authority, phrase="kỳ lương")
    answer = open_page.client.post(url("activate", rule), headers=HTMX).content.decode()
    assert f'id="ghi-nho-{rule.pk}"' in answer and "Đã ghi nhớ" in answer
    assert "<html" not in answer


def test_a_refusal_is_said_where_the_question_was(open_page, town):
    make_agency("Phòng Tư pháp", parent=town.authority)
    value = {"agency": town.division.code}
    rule = make_rule(town.authority, phrase="Phòng Tư pháp", kind="alias", value=value)
    answer = open_page.client.post(url("activate", rule), headers=HTMX).content.decode()
    assert 'role="alert"' in answer and "Đã ghi nhớ" not in answer
    page = open_page.post(url("activate", rule))
    assert "Phòng Tư pháp" in page.text and LearnedRule.objects.get().state == "proposed"


def test_the_list_shows_what_where_from_and_how_often(open_page, town, plan):
    rule = make_rule(
        town.authority, phrase="kỳ lương", document=plan.document, row_code="IV.3", line=2,
        state="active", used_count=7, made_by=town.first.user,
    )  # fmt: skip
    make_rule(town.authority, phrase="quý I/{năm}")
    page = open_page.get(LIST)
    assert "“quý I/[năm kế hoạch]”" in page.text
    assert "1 điều đang chờ quyết định" in page.text
    assert "“kỳ lương”" in page.text and f"{plan.document.name}, dòng IV.3" in page.text
    assert page.all("a", href=f"{reverse('documents:document', args=[plan.document_id])}#d2")
    assert page.all("form", action=url("retire", rule))
    assert "kỳ lương" not in page.get(f"{LIST}?trang-thai=proposed").text
    assert "kỳ lương" in page.get(f"{LIST}?tim=ky+luong").text


def test_giving_up_and_bringing_back(open_page, town):
    rule = make_rule(town.authority, state="active")
    page = open_page.post(url("retire", rule))
    assert "có thể dùng lại bất cứ lúc nào" in page.text and "Dùng lại" in page.text
    page.post(url("activate", rule))
    rule.refresh_from_db()
    assert rule.state == "active"


def test_an_empty_list_says_how_it_fills(open_page):
    assert "Chưa học được điều nào" in open_page.get(LIST).text


def test_a_file_goes_out_and_comes_in(open_page, town):
    rule = make_rule(town.authority)
    answer = open_page.client.get(reverse("documents:learned-export"))
    assert "attachment" in answer["Content-Disposition"]
    assert [one["phrase"] for one in json.loads(answer.content)["rules"]] == [rule.phrase]
    rule.delete()
    address = reverse("documents:learned-import")
    open_page.get(address)
    page = open_page.post(address, {"file": SimpleUploadedFile("a.json", answer.content)})
    assert "Đã thêm 1 điều chờ quyết định" in page.text
    page = open_page.post(address, {"file": SimpleUploadedFile("a.json", b"khong phai")})
    assert "không phải tệp điều đã học" in page.text


def test_who_oversees_reads_but_does_not_decide(page, town):
    rule = make_rule(town.authority)
    page.sign_in(town.inspector.user).get(LIST)
    assert not page.all("form", action=url("activate", rule))
    page.post(url("activate", rule), status=403)
    page.sign_in(town.officer.user).get(LIST, status=403)
    stranger = make_actor(make_agency(), role="coordinator")
    page.sign_in(stranger.user).post(url("activate", rule), status=404)
    assert rule.phrase not in page.get(LIST).text


def test_the_plan_list_leads_to_it(page, town):
    assert page.sign_in(town.first.user).get(reverse("plans:plan-list")).all("a", href=LIST)
    assert not page.sign_in(town.officer.user).get(reverse("plans:plan-list")).all("a", href=LIST)


def test_a_long_list_costs_few_queries(open_page, town, plan, django_assert_max_num_queries):
    for number in range(40):
        make_rule(town.authority, document=plan.document, row_code=f"I.{number}")
    with django_assert_max_num_queries(10):
        open_page.get(LIST)
