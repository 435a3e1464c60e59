"""Five parts, money, deadlines, the ordering duty, likeness and years: tables of cases."""

from datetime import date

import pytest

from lantoa.subplans.rules import due, money
from lantoa.subplans.rules.likeness import likely
from lantoa.subplans.rules.ordering import Said, ordering_duty, orders_own_plan
from lantoa.subplans.rules.parts import PARTS, Row, completeness, listed
from lantoa.subplans.rules.yearly import moved

WHOLE = {"task": "Gửi tin", "forms": "Tin, bài", "time": "Hằng tháng", "lead": "Văn phòng"}


def test_a_plan_with_all_five_parts_in_each_row_is_complete():
    found = completeness([Row(1, **WHOLE, money=0), Row(2, **WHOLE, money_note="Lồng ghép")], {})
    assert (found.complete, found.missing, found.gaps, found.present) == (True, (), (), 5)


@pytest.mark.parametrize("part", [part for part in PARTS if part != "task"])
def test_a_part_stated_once_for_the_whole_plan_holds_for_every_row(part):
    said = {"forms": "forms", "time": "time", "assignment": "lead"}
    values = {**WHOLE, "money": 5}
    values.pop(said.get(part, part))
    assert completeness([Row(1, **values)], {}).missing == (part,)
    assert completeness([Row(1, **values)], {part: "  "}).missing == (part,)
    found = completeness([Row(1, **values)], {part: "Theo quy định chung"})
    assert found.complete and not found.gaps


def test_a_row_that_lacks_parts_is_named_in_a_sentence_although_the_whole_is_complete():
    rows = [Row(1, **WHOLE, money=1000), Row(2, task="Treo băng rôn", lead="Văn phòng")]
    found = completeness(rows, {})
    assert found.complete
    assert [gap.sentence for gap in found.gaps] == [
        "Dòng 2 chưa ghi hình thức thực hiện; thời gian thực hiện và kinh phí dự kiến."
    ]


def test_an_empty_plan_lacks_all_five_in_the_order_of_plans():
    found = completeness([], {})
    assert found.missing == tuple(PARTS) and found.sentences[0] == (
        "Kế hoạch chưa có nhiệm vụ, hoạt động nào."
    )
    assert "không dòng nào ghi" in found.sentences[4]
    assert listed(["forms"]) == "hình thức thực hiện"


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("1.500.000", 1_500_000),
        ("1500000", 1_500_000),
        ("1 500 000 đồng", 1_500_000),
        ("1,5 triệu", 1_500_000),
        ("1.5 triệu đồng", 1_500_000),
        ("500 nghìn", 500_000),
        ("2 tỷ", 2_000_000_000),
        ("12.000 đ", 12_000),
        ("0", 0),
        ("0,5 đồng", None),
        ("vài triệu", None),
        ("-5", None),
        ("", None),
        ("9" * 20, None),
    ],
)
def test_sums_are_read_as_officials_write_them(text, amount):
    assert money.read(text) == amount


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("In tờ rơi, kinh phí 3.500.000 đồng từ ngân sách", 3_500_000),
        ("dự kiến 2 triệu đồng", 2_000_000),
        ("2 triệu đồng (2.000.000 đồng)", 2_000_000),
        ("từ 2 triệu đồng đến 3 triệu đồng", None),
        ("Thông tư 26/2019/TT-BTC", None),
    ],
)
def test_one_sum_in_running_text_is_found_and_two_are_left_to_a_person(text, amount):
    assert money.find(text) == amount


def test_a_sum_is_written_with_points():
    assert (money.written(1_500_000), money.written(0), money.written(None)) == (
        "1.500.000", "0", "",
    )  # fmt: skip


DAY, LATER, EARLY = date(2024, 3, 19), date(2024, 3, 29), date(2024, 3, 10)


@pytest.mark.parametrize(
    ("asked", "ordered", "first", "expected"),
    [
        (None, DAY, None, DAY),
        (EARLY, DAY, None, EARLY),
        (EARLY, LATER, DAY, LATER),
        (EARLY, None, None, EARLY),
        (None, None, None, None),
    ],
)
def test_the_deadline_is_the_duty_s_unless_asked_earlier_and_an_extension_wins(
    asked, ordered, first, expected
):
    assert due.deadline(asked=asked, ordered=ordered, first_ordered=first) == expected


def test_late_is_counted_from_the_day_of_sending_or_today():
    assert not due.is_late(DAY, sent_on=DAY, today=LATER)
    assert due.is_late(DAY, sent_on=LATER, today=LATER)
    assert due.is_late(DAY, sent_on=None, today=LATER)
    assert not due.is_late(None, sent_on=None, today=LATER)
    assert [due.words(day, today=DAY) for day in (EARLY, DAY, LATER, None)] == [
        "quá hạn 9 ngày", "hết hôm nay", "còn 10 ngày", "chưa định hạn",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "orders"),
    [
        ("Xây dựng, ban hành kế hoạch truyền thông năm 2024 của cơ quan, đơn vị mình.", True),
        ("Kế hoạch gửi về Sở Nội vụ trước ngày 15/02/2024 để tổng hợp.", True),
        ("Căn cứ Kế hoạch này, xây dựng kế hoạch cụ thể để thực hiện tại địa phương", True),
        ("Chủ động xây dựng kế hoạch chi tiết và tổ chức thực hiện", True),
        ("Gửi kế hoạch về UBND tỉnh (qua Sở Nội vụ) chậm nhất ngày 10/3", True),
        ("Tham mưu giúp UBND thị xã xây dựng các kế hoạch thông tin trên địa bàn", False),
        ("Lồng ghép nội dung khi xây dựng kế hoạch, giải pháp của đơn vị", False),
        ("Gửi tin, bài về Sở Nội vụ trước ngày 25 hằng tháng", False),
        ("Nộp hồ sơ dự thi sau khi có Kế hoạch tổ chức cuộc thi", False),
        ("Tuyên truyền Kế hoạch chuyển đổi số của thị xã", False),
    ],
)
def test_the_words_that_order_an_own_plan_are_known_in_several_wordings(text, orders):
    assert orders_own_plan(text) is orders


def test_the_sentence_with_the_day_is_the_ordering_duty_and_one_division_s_plan_is_none():
    makes = Said(1, "Xây dựng, ban hành kế hoạch của đơn vị mình", None, 30)
    sends = Said(2, "Kế hoạch gửi về UBND (qua Phòng Nội vụ) trước 20/3", DAY, 30)
    alone = Said(3, "Xây dựng kế hoạch kiểm tra của đơn vị mình", EARLY, 1)
    assert ordering_duty([makes, sends, alone]) == 2
    assert ordering_duty([makes, alone]) == 1
    assert ordering_duty([alone]) is None


def test_a_row_is_matched_to_the_duty_whose_words_it_shares():
    duties = {
        1: "Gửi tin, bài, gương điển hình về Cổng thông tin điện tử thị xã",
        2: "Tổ chức đối thoại với doanh nghiệp, nhà đầu tư trên địa bàn",
    }
    text = "Hằng tháng gửi tin, bài, gương điển hình đăng Cổng thông tin điện tử thị xã"
    assert likely(text, duties) == [1]
    assert likely("Mua sắm văn phòng phẩm phục vụ bộ phận", duties) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Trong năm 2023", "Trong năm 2024"),
        ("Trước ngày 20/3/2023", "Trước ngày 20/3/2024"),
        ("Quý I/2023", "Quý I/2024"),
        (
            "theo Quyết định 49/QĐ-UBND ngày 12/01/2023",
            "theo Quyết định 49/QĐ-UBND ngày 12/01/2023",
        ),
        ("Thông tư 26/2019/TT-BTC", "Thông tư 26/2019/TT-BTC"),
    ],
)
def test_last_year_s_words_move_and_cited_documents_stay(text, expected):
    assert moved(text, since=2023, to=2024) == expected
