"""Reviewing a draft on screen: what the pages show, do and refuse, row by row."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from django.urls import reverse

from lantoa.documents.factories import make_document, make_finding
from lantoa.plans.factories import make_draft_item
from lantoa.plans.models import DraftItem
from lantoa.plans.services import drafts, review
from lantoa.plans.tests.town import Town, party

pytestmark = pytest.mark.django_db
SAMPLE = Path(__file__).parents[3] / "tests/samples/ninh-hoa-2023/source.txt"
TEXT = """KẾ HOẠCH
Tuyên truyền năm 2023
1. Phòng Nội vụ chủ trì hướng dẫn, theo dõi.
2. UBND các xã, phường gửi tin, bài hằng tháng (trước ngày 25).
3. Phòng Không Có phối hợp các cơ quan liên quan."""
MONTHLY = {"kind": "monthly", "text": "trước ngày 25", "day_of_month": 24}


@pytest.fixture
def town() -> Town:
    return Town()


@pytest.fixture
def plan(town):
    return town.plan(document=make_document(TEXT, owner=town.authority))


@pytest.fixture
def item(plan) -> DraftItem:
    return make_draft_item(
        plan,
        code="IV.1",
        text="Phòng Nội vụ chủ trì hướng dẫn, theo dõi.",
        lead="Phòng Nội vụ",
        confidence="0.95",
    )


@pytest.fixture
def open_page(page, town):
    return page.sign_in(town.first.user)


def url(name, thing, query=""):
    return reverse(f"plans:{name}", args=[thing.pk]) + query


def row_data(item, **values):
    """What the editor's form posts when nothing but `values` was changed."""
    parties = item.parties if item else []
    data = {"text": item.text if item else "", "nature": "duty", "binding": "directed"}
    data |= {"due_kind": "unstated", "version": item.version if item else 1}
    data |= {"co-quan-TOTAL_FORMS": len(parties) + 1, "co-quan-INITIAL_FORMS": len(parties)}
    for number, one in enumerate(parties):
        data[f"co-quan-{number}-role"] = one["role"]
        data[f"co-quan-{number}-name"] = one["name"]
    data[f"co-quan-{len(parties)}-role"] = "lead"
    return {**data, **values}


def test_source_stands_beside_what_was_read(open_page, plan, item):
    make_draft_item(plan, spans=[[4, 4]], due=MONTHLY, lead="UBND các xã, phường")
    make_draft_item(plan, spans=[[5, 5]], lead="Phòng Không Có")
    page = open_page.get(url("plan-review", plan))
    assert "Đúng nguyên văn" in page.text
    assert "Hằng tháng, trước ngày 25 (hạn cuối ngày 24)" in page.text
    assert "UBND các xã, phường 2 cơ quan" in page.text
    assert "Phòng Không Có chưa nhận ra cơ quan" in page.text
    lines = [li.get("data-line") for li in page.all("li") if li.get("data-line")]
    assert sorted(lines) == ["3", "4", "5"]
    assert page.all("a", href=f"/lam-viec/van-ban/{plan.document_id}/#d4")


def test_least_certain_rows_come_first_and_filters_narrow(open_page, plan, item):
    make_draft_item(plan, code="IV.2", confidence="0.50", text="Tổ chức đối thoại")
    page = open_page.get(url("plan-review", plan))
    codes = [h.text.strip() for h in page.all("h3") if h.get("id", "").startswith("dong-")]
    assert codes == ["IV.2", "IV.1"]
    assert "Cần xem kỹ" in page.text
    assert "IV.1" not in headings(page.get(url("plan-review", plan, "?tim=doi+thoai")))
    assert "IV.2" not in headings(page.get(url("plan-review", plan, "?tin-cay=sure")))
    empty = page.get(url("plan-review", plan, "?trang-thai=merged"))
    assert "Không dòng nào khớp với bộ lọc" in empty.text


def headings(page):
    return " ".join(h.text or "" for h in page.all("h3"))


def test_findings_are_listed_and_stand_at_their_rows(open_page, plan, item):
    make_finding(plan.document, line=3, message="Hai dòng trùng nhau.", related=[])
    make_draft_item(plan, code="IV.2", spans=[[5, 5]])
    page = open_page.get(url("plan-review", plan, "?co-diem=1"))
    assert headings(page).split() == ["IV.1"]
    row = next(a for a in page.all("article") if a.get("id") == f"dong-{item.pk}")
    assert "Hai dòng trùng nhau." in " ".join(row.itertext())


def test_contradicting_number_and_date_are_offered_in_place(open_page, plan, item):
    values = {"line": 5, "related": [], "severity": "error"}
    make_finding(plan.document, code="own-number-differs", quote="430 /QĐ-UBND", **values)
    make_finding(plan.document, code="own-date-differs", quote="ngày 27 tháng 3 năm 2023", **values)
    page = open_page.get(url("plan-review", plan))
    assert "Dòng 5 ghi khác: 430/QĐ-UBND" in page.text
    assert "Dòng 5 ghi khác: 27/03/2023" in page.text
    page.get(url("plan-describe", plan, "?ngay=2023-03-27"))
    field = page.all("input", name="van-ban-issued_on")[0]
    assert field.get("value") == "2023-03-27"


def test_accepting_a_row_goes_back_to_where_one_was(open_page, plan, item):
    back = url("plan-review", plan, "?loai=duty")
    open_page.post(url("row-accept", item), {"version": 1, "next": back}, follow=False, status=302)
    assert open_page.response.url == f"{back}#dong-{item.pk}"
    assert DraftItem.objects.get(pk=item.pk).state == "accepted"
    away = {"version": 2, "next": "https://evil.example/"}
    open_page.post(url("row-restore", item), away, follow=False, status=302)
    assert open_page.response.url == f"{url('plan-review', plan)}#dong-{item.pk}"


def test_in_place_answer_is_the_row_with_the_new_counts(open_page, plan, item):
    answer = open_page.client.post(
        url("row-accept", item), {"version": 1}, headers={"HX-Request": "true"}
    )
    html = answer.content.decode()
    assert answer.status_code == 200
    assert f'id="dong-{item.pk}"' in html
    assert 'data-row-state="accepted"' in html
    assert 'id="tien-do" hx-swap-oob="true"' in html
    assert "<html" not in html


def test_rejecting_without_a_reason_shows_the_form_again(open_page, plan, item):
    page = open_page.post(url("row-reject", item), {"version": 1, "reason": ""})
    assert "Hãy ghi rõ lý do." in page.text
    page.post(url("row-reject", item), {"version": 1, "reason": "Chỉ là lời dẫn"})
    assert DraftItem.objects.get(pk=item.pk).state == "rejected"
    assert "Chỉ là lời dẫn" in page.get(url("plan-review", plan)).text


def test_editing_sets_parties_and_due_and_counts_as_accepted(open_page, plan, item):
    data = row_data(
        item,
        due_kind="monthly",
        due_day="24",
        due_text="trước ngày 25",
        target_value="2,5",
        target_unit="tin",
        **{"co-quan-1-role": "coordinating", "co-quan-1-name": "các cơ quan, đơn vị"},
    )
    open_page.post(url("row", item), data)
    item.refresh_from_db()
    assert (item.state, item.due["day_of_month"], item.due["kind"]) == ("accepted", 24, "monthly")
    assert item.parties[1] == party("các cơ quan, đơn vị", "coordinating", group=True)
    assert item.target == {"value": 2.5, "unit": "tin", "of": None}


def test_editing_nothing_keeps_the_row_as_it_was_read(open_page, plan):
    due = {**MONTHLY, "start": None, "by": None, "external_symbol": None}
    due["rrule"] = "FREQ=MONTHLY;BYMONTHDAY=24"
    item = make_draft_item(plan, lead="Phòng Nội vụ", due=due)
    data = row_data(item, due_kind="monthly", due_day="24", due_text="trước ngày 25")
    open_page.post(url("row", item), data)
    after = DraftItem.objects.get(pk=item.pk)
    assert (after.due, after.parties, after.text) == (due, item.parties, item.text)


def test_a_bad_form_keeps_what_was_typed(open_page, plan, item):
    data = row_data(item, text="", due_kind="by_date", due_text="trước ngày 20/3")
    page = open_page.post(url("row", item), data)
    assert "Nội dung của dòng không được để trống." in page.text
    assert "Hãy nhập ngày cuối còn đúng hạn." in page.text
    assert page.all("input", name="due_text")[0].get("value") == "trước ngày 20/3"
    assert DraftItem.objects.get(pk=item.pk).version == 1


def test_the_second_editor_sees_the_first_change_and_keeps_the_typing(open_page, town, plan, item):
    review.edit(item=item, version=1, values={"text": "Người kia sửa"}, by=town.second)
    item.version = 1
    page = open_page.post(url("row", item), row_data(item, text="Tôi sửa"))
    assert str(town.second.user) in page.text
    assert "theo dõi. → Người kia sửa" in page.text
    assert page.all("textarea", name="text")[0].text.strip() == "Tôi sửa"
    version = page.all("input", name="version")[0].get("value")
    assert (version, DraftItem.objects.get(pk=item.pk).text) == ("2", "Người kia sửa")
    page.post(url("row", item), row_data(item, text="Tôi sửa", version=version))
    assert DraftItem.objects.get(pk=item.pk).text == "Tôi sửa"


def test_splitting_and_merging_from_their_own_forms(open_page, plan, item):
    assert "mỗi phần một đoạn" in open_page.get(url("row-split", item)).text
    open_page.post(url("row-split", item), {"version": 1, "parts": "Hướng dẫn\nTheo dõi"})
    first, second = plan.draft_items.order_by("position")
    assert (first.text, second.text) == ("Hướng dẫn", "Theo dõi")
    page = open_page.get(url("row-merge", second))
    assert [o.get("value") for o in page.all("option")][1:] == [str(first.pk)]
    page.post(url("row-merge", second), {"version": 1, "into": first.pk})
    second.refresh_from_db()
    assert second.merged_into == first


def test_bulk_accepts_ticked_rows_or_the_sure_ones_of_the_page(open_page, town, plan, item):
    unsure, other = make_draft_item(plan, confidence="0.5"), make_draft_item(plan, confidence="0.7")
    page = open_page.get(url("plan-review", plan))
    sure = [one.get("value") for one in page.all("input", name="sure")]
    assert sure == [f"{item.pk}:1"]
    page.post(url("rows-accept", plan), {"nhom": "chac-chan", "sure": sure})
    review.edit(item=other, version=1, values={"text": "Đổi"}, by=town.second)
    ticked = {"nhom": "da-chon", "dong": [f"{unsure.pk}:1", f"{other.pk}:1", "x:y"]}
    page = open_page.post(url("rows-accept", plan), ticked)
    assert "Đã chấp nhận 1 dòng." in page.text
    assert "1 dòng vừa được người khác thay đổi" in page.text


def test_a_row_whose_agency_nobody_knows_is_never_quite_sure(open_page, plan, item):
    make_draft_item(plan, parties=[party("Hội Nuôi ong")], confidence="0.99")
    page = open_page.get(url("plan-review", plan))
    assert "Chấp nhận 1 dòng chắc chắn ở trang này" in page.text
    fair = open_page.get(url("plan-review", plan, "?tin-cay=fair"))
    assert "Hội Nuôi ong" in fair.text and "1–1 trong 1" in fair.text


def test_a_scan_says_so_beside_its_rows(open_page, town):
    assert "Đây là bản quét" not in open_page.get(url("plan-review", town.plan())).text
    document = make_document(reading={"documents": [], "findings": [], "file": {"ocr": True}})
    page = open_page.get(url("plan-review", town.plan(document=document)))
    assert "Đây là bản quét" in page.text


def test_a_missing_duty_is_added_by_hand(open_page, plan, item):
    open_page.get(url("row-add", plan))
    data = row_data(None, text="Báo cáo quý", **{"co-quan-0-name": "Phòng Nội vụ"})
    page = open_page.post(url("row-add", plan), data)
    assert "Đã thêm nhiệm vụ BS.1." in page.text
    added = plan.draft_items.get(code="BS.1")
    assert (added.text, added.parties) == ("Báo cáo quý", [party("Phòng Nội vụ")])


def test_inspector_reads_the_draft_but_changes_nothing(page, town, plan, item):
    page.sign_in(town.inspector.user).get(url("plan-review", plan))
    assert "Chấp nhận" not in [b.text for b in page.all("button")]
    assert not page.all("input", name="dong")
    page.post(url("row-accept", item), {"version": 1}, status=403)
    page.sign_in(town.officer.user).get(url("plan-review", plan), status=404)
    page.get(url("row", item), status=404)


def test_review_of_a_whole_plan_needs_few_queries(open_page, town, django_assert_max_num_queries):
    plan = drafts.load(name="ke-hoach.txt", data=SAMPLE.read_bytes(), by=town.first)
    assert plan.draft_items.count() > 100
    with django_assert_max_num_queries(24):
        page = open_page.get(url("plan-review", plan))
    assert len([a for a in page.all("article") if a.get("data-row-state")]) == 25
    assert page.all("a", rel="next")
    assert plan.issued_on == date(2023, 2, 14)
