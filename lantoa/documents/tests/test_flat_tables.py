"""Tables that copying damaged: cells line by line, rows without edges, heads in pipes."""

from __future__ import annotations

import pytest

from lantoa.documents.reading.reader import read_text

HEAD = "KẾ HOẠCH\nTuyên truyền năm 2031\n\nI. NHIỆM VỤ\n\n"
HEADER = ["STT", "Nội dung", "Cơ quan chủ trì", "Thời gian"]
ROWS = [
    ["1", "Tổ chức hội nghị phổ biến", "Phòng Nội vụ", "Quý I/2031"],
    ["2", "Phát tờ rơi tại xã", "UBND các xã", "Quý II/2031"],
    ["3", "Tổng hợp báo cáo", "Phòng Tài chính", "Tháng 12/2031"],
]
FOUND = [(int(r[0]), r[1], r[2], r[3]) for r in ROWS]


def _activities(text: str):
    (document,) = read_text(HEAD + text).documents
    return [
        (a.number, a.task, "; ".join(p.name for p in a.parties), a.due.text)
        for a in document.activities
    ]


@pytest.mark.parametrize("between", ["\n", "\n\n"])
def test_cells_on_lines_of_their_own_become_rows_again(between):
    cells = [*HEADER, *(cell for row in ROWS for cell in row)]
    assert _activities(between.join(cells)) == FOUND


def test_what_follows_a_flattened_table_is_text_again():
    cells = "\n".join([*HEADER, *(cell for row in ROWS for cell in row)])
    (document,) = read_text(
        f"{HEAD}{cells}\n\nII. TỔ CHỨC THỰC HIỆN\n1. Phòng Nội vụ theo dõi kế hoạch.\n"
    ).documents
    assert [duty.text for duty in document.obligations] == ["Phòng Nội vụ theo dõi kế hoạch."]
    assert len(document.activities) == 3


def test_a_wrapped_task_and_a_header_repeated_on_a_page_do_not_shift_the_columns():
    first = ["1", "Tổ chức hội nghị", "phổ biến", *ROWS[0][2:]]
    cells = [*HEADER, *first, *HEADER, *ROWS[1], *ROWS[2]]
    assert _activities("\n".join(cells)) == FOUND


def test_an_empty_cell_leaves_the_due_in_its_column():
    cells = [*HEADER, "1", "Tổ chức hội nghị", "Quý I/2031", *ROWS[1]]
    assert _activities("\n".join(cells))[0] == (1, "Tổ chức hội nghị", "", "Quý I/2031")


def test_an_ordinary_list_that_begins_like_a_header_is_left_alone():
    text = "STT\nLà số thứ tự của công việc.\n1\n2\n3\n1. Phòng Nội vụ báo cáo kết quả.\n"
    (document,) = read_text(HEAD + text).documents
    assert document.activities == []
    assert [duty.text for duty in document.obligations] == ["Phòng Nội vụ báo cáo kết quả."]


@pytest.mark.parametrize(
    ("left", "between", "right"),
    [("| ", " | ", " |"), ("", " | ", ""), ("| ", " | ", ""), ("", " | ", " |"), ("|", "|", "|")],
)
@pytest.mark.parametrize("rule", ["", "---|---|---|---\n"])
def test_pipes_may_lack_their_edges(left, between, right, rule):
    lines = [f"{left}{between.join(row)}{right}\n" for row in [HEADER, *ROWS]]
    assert _activities(lines[0] + rule + "".join(lines[1:])) == FOUND


def test_a_row_that_lost_its_edges_stays_in_its_table():
    lines = ["| " + " | ".join(HEADER) + " |", *("|".join(row) for row in ROWS)]
    assert _activities("\n".join(lines)) == FOUND


def test_a_head_in_pipes_of_one_cell_is_a_head():
    (document,) = read_text(
        "| UBND TỈNH ĐỒI CHÈ |\n| Số: 7/KH-UBND |\n"
        "| Đồi Chè, ngày 05 tháng 01 năm 2031 |\n\n"
        "**KẾ HOẠCH**\n**Tuyên truyền cải cách hành chính\nnăm 2031**\n\nI. MỤC TIÊU\n"
    ).documents
    assert (document.symbol, document.place) == ("7/KH-UBND", "Đồi Chè")
    assert document.title == "Tuyên truyền cải cách hành chính năm 2031"
    assert document.issuer == "UBND TỈNH ĐỒI CHÈ"


def test_the_title_of_an_appendix_ends_above_its_flattened_table():
    text = "\n".join(
        [
            "PHỤ LỤC", "DANH MỤC NHIỆM VỤ NĂM 2026", "STT", "Nội dung công việc", "Đơn vị chủ trì",
            "Thời gian hoàn thành", "1", "In tờ gấp về một cửa", "Phòng Nội vụ", "Quý I/2026",
            "2", "Tập huấn cho tổ công nghệ số", "Phòng Tư pháp", "Quý II/2026",
        ]
    )  # fmt: skip
    document = read_text(text).documents[0]
    assert document.title == "DANH MỤC NHIỆM VỤ NĂM 2026"
    assert len(document.activities) == 2


def test_a_group_between_two_rows_belongs_to_neither():
    first, second = ["1", "In sổ tay", "Phòng Nội vụ", "Quý I"], ["2", "Tổng kết", "Sở A", "Quý IV"]
    cells = [*HEADER, "Ghi chú", *first, "II", "Công tác tổng kết", *second, "Báo cáo"]
    (document,) = read_text(HEAD + "\n".join(cells)).documents
    assert [(a.task, a.spans) for a in document.activities] == [
        ("In sổ tay", [(11, 14)]), ("Tổng kết", [(17, 21)]),
    ]  # fmt: skip
