"""Agencies' own plans on screen: filing on a phone, appraising, consolidating, with budgets."""

import io
from datetime import datetime

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from openpyxl import load_workbook

from lantoa.organisations.factories import make_agency
from lantoa.subplans.factories import make_row, make_sub_plan, put_paper
from lantoa.subplans.models import SubPlan, SubPlanCall
from lantoa.subplans.tests.scene import Scene

pytestmark = pytest.mark.django_db
ROW = {"task": "Phát tờ rơi", "forms": "Tờ rơi", "time": "Quý II", "lead": "Văn phòng"}
HTMX = {"headers": {"HX-Request": "true"}}


@pytest.fixture(autouse=True)
def _today():
    with time_machine.travel(datetime(2023, 3, 15, 3), tick=False):
        yield


@pytest.fixture
def scene():
    return Scene()


@pytest.fixture
def mine(scene, page):
    page.sign_in(scene.officer.user)
    return scene.sub_plan()


def at(name, pk):
    return reverse(f"subplans:{name}", args=[pk])


def test_an_officer_files_the_plan_by_form_from_home_to_sending(page, scene, mine):
    page.get(reverse("duties:my-agency"))
    assert "Kế hoạch của đơn vị phải lập" in page.text and "còn 4 ngày" in page.text
    page.post(at("copy-duties", mine.pk), {"natures": ["duty"]})
    assert "Đã chép 2 nhiệm vụ" in page.text
    assert "Kế hoạch chưa có phần kinh phí dự kiến" in page.text
    row = mine.rows.first()
    typed = {**ROW, "money": "1,5 triệu", "answers": [str(scene.news.pk)], "tiep": "them"}
    page.post(at("row", row.pk), typed)
    assert "Lưu và thêm dòng nữa" in page.text
    page.post(at("row", mine.rows.last().pk), ROW)
    page.post(at("send", mine.pk), follow=False, status=422)
    assert "hãy ghi số, ký hiệu" in page.text
    paper = {"symbol": "12/KH-UBND", "issued_on": "2023-03-10", "signer": "Trần An"}
    paper["file"] = SimpleUploadedFile("kh.pdf", b"%PDF-1.4 noi dung")
    page.post(at("paper", mine.pk), paper)
    page.post(at("send", mine.pk))
    assert "Đã gửi kế hoạch (lần 1)" in page.text and "Lấy lại để sửa" in page.text


def test_a_row_saves_itself_while_typing_and_says_what_it_could_not_read(page, scene, mine):
    row = make_row(mine, task="")
    url = at("row", row.pk)
    answer = page.client.post(url, {**ROW, "task": "Gửi ti", "money": "vài triệu"}, **HTMX)
    said = answer.content.decode()
    assert "Đã tự lưu lúc" in said and "Chưa đọc được số tiền" in said
    row.refresh_from_db()
    assert (row.task, row.money) == ("Gửi ti", 1_000_000)
    page.post(url, {**ROW, "money": "vài triệu"}, follow=False, status=422)
    assert page.all("input", name="money")[0].get("value") == "vài triệu"


def test_the_paper_keeps_what_is_valid_while_typing(page, mine):
    url = at("paper", mine.pk)
    typed = {"symbol": "12/KH", "issued_on": "hôm qua", "general_money": "Chi thường xuyên"}
    assert "ngày/tháng/năm" in page.client.post(url, typed, **HTMX).content.decode()
    mine.refresh_from_db()
    assert (mine.symbol, mine.issued_on) == ("12/KH", None)
    assert mine.general["money"] == "Chi thường xuyên"
    page.post(url, {"issued_on": "2023-03-20"}, follow=False, status=422)
    assert "không thể ở sau hôm nay" in page.text


def test_a_document_is_read_confirmed_and_a_bad_file_gets_one_sentence(page, scene, mine):
    page.post(at("read", mine.pk), {}, follow=False, status=422)
    assert "Hãy chọn tệp" in page.text
    bad = {"document": SimpleUploadedFile("a.txt", "Xin chào.".encode())}
    page.post(at("read", mine.pk), bad, follow=False, status=422)
    assert "không thấy kế hoạch" in page.text
    text = (
        "KẾ HOẠCH\nTuyên truyền năm 2023\nI. NHIỆM VỤ\n1. Văn phòng gửi tin, bài về Cổng thông tin "
        "điện tử thị xã hằng tháng.\n"
    )
    page.post(at("read", mine.pk), {"document": SimpleUploadedFile("k.txt", text.encode())})
    assert "Máy đọc, chờ cơ quan xác nhận" in page.text
    page.post(at("rows-keep", mine.pk))
    assert "Đã giữ 1 dòng" in page.text


def test_another_agency_s_draft_is_nobody_else_s_reading(page, scene):
    made = scene.sub_plan(state="drafting")
    make_row(made, task="Việc đang nghĩ dở")
    page.sign_in(scene.coordinator.user).get(at("one", made.pk))
    assert "Đơn vị chưa gửi kế hoạch" in page.text and "nghĩ dở" not in page.text


def sent(page, scene):
    made = put_paper(scene.sub_plan())
    make_row(made, scene.news)
    page.sign_in(scene.officer.user).post(at("send", made.pk))
    return SubPlan.objects.get(pk=made.pk)


def test_a_plan_is_returned_by_part_mended_and_the_changes_are_shown(page, scene):
    made = sent(page, scene)
    page.sign_in(scene.coordinator.user).post(at("send-back", made.pk), {}, status=422)
    assert "Hãy ghi lý do trả lại" in page.text
    page.post(at("send-back", made.pk), {"money": "Ghi rõ nguồn"})
    assert "Đã trả lại" in page.text
    page.sign_in(scene.officer.user).get(at("one", made.pk))
    assert "Ghi rõ nguồn" in page.text
    page.post(at("row", made.rows.get().pk), {**ROW, "money": "2.000.000"})
    page.post(at("send", made.pk))
    page.sign_in(scene.coordinator.user).get(at("one", made.pk))
    assert "Thay đổi so với bản gửi trước" in page.text and "2.000.000 đồng" in page.text
    page.post(at("take-up", made.pk))
    page.post(at("accept", made.pk))
    assert "Đã chấp nhận kế hoạch" in page.text
    page.get(at("version", made.versions.last().pk))
    assert "Lý do trả lại" in page.text
    page.get(reverse("duties:duty", args=[made.occurrence_id]))
    assert "hoàn thành bằng kế hoạch của đơn vị" in page.text


def test_the_coordinator_opens_the_list_that_the_plan_s_words_propose(page, scene):
    SubPlanCall.objects.all().delete()
    page.sign_in(scene.coordinator.user).get(at("queue", scene.plan.pk))
    assert "Nhiệm vụ V.1 giao mỗi cơ quan" in page.text
    page.get(at("settle", scene.plan.pk))
    assert len([one for one in page.all("input", type="checkbox") if one.get("checked") == ""]) == 3
    data = {"duty": scene.ordering.pk, "due_on": "2023-04-01", "agencies": [scene.filing[0].pk]}
    page.post(at("settle", scene.plan.pk), data, status=422)
    assert "Hạn gửi không thể sau hạn ghi trong kế hoạch" in page.text
    page.post(at("settle", scene.plan.pk), {**data, "due_on": ""})
    assert "0/1 đơn vị đã gửi kế hoạch" in page.text
    page.get(reverse("plans:board", args=[scene.plan.pk]))
    assert "0/1 đơn vị đã gửi kế hoạch" in page.text


def test_an_agency_is_exempt_with_a_reason_and_expected_again(page, scene):
    made = scene.sub_plan()
    page.sign_in(scene.coordinator.user).post(at("exempt", made.pk), {}, status=422)
    page.post(at("exempt", made.pk), {"reason": "Mới thành lập"})
    page.get(at("one", made.pk))
    assert "Mới thành lập" in page.text
    page.post(at("expect", made.pk))
    assert "Chưa gửi" in page.text


def accepted(scene, count):
    for number in range(count):
        agency = make_agency(f"Phòng Số {number}", parent=scene.town.authority)
        made = make_sub_plan(scene.call, agency=agency, state="accepted")
        make_row(made, scene.news, scene.talks, money=1000)
        make_row(made, task="=1+1", money=None, money_note="Lồng ghép")


@pytest.mark.parametrize(
    ("name", "budget"), [("queue", 9), ("consolidated", 8), ("levels", 12), ("settle", 14)]
)
def test_pages_over_all_agencies_ask_the_same_questions_for_few_and_many(
    page, scene, name, budget, django_assert_max_num_queries
):
    page.sign_in(scene.coordinator.user)
    for count in (2, 12):
        accepted(scene, count)
        with django_assert_max_num_queries(budget):
            page.get(at(name, scene.plan.pk))


def test_lists_and_the_page_of_one_plan_keep_their_budget(
    page, scene, mine, django_assert_max_num_queries
):
    for _ in range(12):
        make_row(mine, scene.news)
    with django_assert_max_num_queries(16):
        page.get(at("one", mine.pk))
    page.sign_in(scene.coordinator.user)
    with django_assert_max_num_queries(9):
        page.get(reverse("subplans:list"))


def test_the_workbook_has_real_numbers_frozen_heads_filters_and_sums(page, scene):
    accepted(scene, 3)
    page.sign_in(scene.coordinator.user).get(at("consolidated", scene.plan.pk))
    assert "6 dòng của 3 đơn vị, tổng kinh phí 3.000 đồng" in page.text
    page.get(at("consolidated", scene.plan.pk) + "?theo=don-vi")
    accepted_agency = scene.call.sub_plans.first().agency_id
    page.get(at("consolidated", scene.plan.pk) + f"?theo=don-vi&nhom={accepted_agency}")
    assert "Mở tất cả các dòng" in page.text
    answer = page.client.get(at("consolidated", scene.plan.pk) + "?xuat=xlsx")
    book = load_workbook(io.BytesIO(answer.content))
    sheet = book["Tổng hợp"]
    assert (sheet.freeze_panes, sheet.auto_filter.ref) == ("A4", "A3:L9")
    assert [sheet.cell(row, 10).value for row in (4, 5)] == [1000, None]
    assert sheet["E5"].value == " =1+1" and sheet["J10"].value == "=SUBTOTAL(109,J4:J9)"
    crossed = book["Nhiệm vụ và đơn vị"]
    assert crossed["C4"].value == "=SUM(D4:F4)" and crossed["D4"].value == 1000


def test_an_accepted_plan_is_opened_for_the_agencies_beneath(page, scene):
    commune = scene.filing[0]
    make_agency("Trường Tiểu học Bình An", kind="school", parent=commune)
    made = put_paper(scene.sub_plan(commune, state="accepted"))
    make_row(made, scene.news)
    page.sign_in(scene.coordinator.user).get(at("one", made.pk))
    assert "Lập thành kế hoạch riêng" in page.text
    page.post(at("open-plan", made.pk))
    assert "Rà soát" in page.text
