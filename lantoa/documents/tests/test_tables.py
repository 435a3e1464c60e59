"""Tables of tasks: columns by their words, rows across pages, lists inside cells."""

from __future__ import annotations

import pytest

from lantoa.documents.reading.activities import list_items
from lantoa.documents.reading.lines import read_lines
from lantoa.documents.reading.noticed import Noticed
from lantoa.documents.reading.reader import read_text
from lantoa.documents.reading.tables import header_roles, read_tables


def _activities(table: str):
    return read_text(f"PHỤ LỤC\nNHIỆM VỤ NĂM 2031\n\n{table}").documents[0].activities


HEADERS = [
    (
        "STT|Nhiệm vụ, hoạt động|Hình thức tuyên truyền|Phân công và cách thức thực hiện|Tiến độ",
        "number task forms assignment due",
    ),
    (
        "TT|Nội dung nhiệm vụ|Cơ quan chủ trì|Cơ quan phối hợp|Thời gian|Sản phẩm|Ghi chú",
        "number task lead coordinating due product other",
    ),
    ("Thời hạn|Đơn vị thực hiện|Công việc", "due lead task"),
    (
        "Số TT|Hoạt động|Đơn vị chủ trì, phối hợp|Kinh phí thực hiện|Thời gian thực hiện",
        "number task assignment other due",
    ),
    (
        "STT|Nội dung|Kết quả|Cơ quan, đơn vị thực hiện|Tiến độ thực hiện",
        "number task product lead due",
    ),
    ("Tên nhiệm vụ|Người phụ trách|Hạn", "task lead due"),
    ("Họ tên|Chức vụ|Ký nhận", None),
    ("Số tiền|Nguồn", None),
]


@pytest.mark.parametrize(("header", "roles"), HEADERS)
def test_columns_are_known_by_their_words_in_any_order(header, roles):
    assert header_roles(header.split("|")) == (roles.split() if roles else None)


BROKEN = """STT\tNhiệm vụ\tHình thức\tPhân công\tTiến độ
1\tPhổ biến Kế hoạch của UBND\t- Hội nghị - Tin, bài trên cổng,\tPhòng A chủ trì\tTrong năm 2031

STT\tNhiệm vụ\tHình thức\tPhân công\tTiến độ
\thuyện về đầu tư.\ttrang của xã - Hình thức khác\t\t
2\tKhảo sát\tPhiếu\tPhòng B chủ trì\tQuý I/2031
"""


def test_a_row_broken_by_a_page_is_one_and_its_empty_cells_overwrite_nothing():
    first, second = _activities(BROKEN)
    assert first.task == "Phổ biến Kế hoạch của UBND huyện về đầu tư."
    assert first.forms == ["Hội nghị", "Tin, bài trên cổng, trang của xã", "Hình thức khác"]
    assert first.assignment == "Phòng A chủ trì"
    assert (first.due.text, first.spans) == ("Trong năm 2031", [(5, 5), (8, 8)])
    assert (second.number, second.spans) == (2, [(9, 9)])


def test_what_was_rejoined_or_dropped_is_noticed():
    noticed = Noticed()
    read_tables(read_lines(BROKEN.split("\n")), noticed)
    assert [(n.line, n.related_line) for n in noticed.rejoined_rows] == [(5, 2)]
    assert [(n.line, n.related_line) for n in noticed.repeated_headers] == [(4, 1)]


def test_pipes_groups_ordinals_and_separators():
    found = _activities(
        "| TT | Nội dung | Chủ trì | Thời gian |\n|---|---|---|---|\n| (1) | (2) | (3) | (4) |\n"
        "| I | Chỉ đạo | | |\n| 1 | Ban hành kế hoạch | Phòng A | Tháng 01/2031 |\n"
        "| II | Tuyên truyền | | |\n| 1 | Phát thanh | Phòng B | Hằng tuần |\n"
    )
    assert [(a.number, a.task) for a in found] == [(1, "Ban hành kế hoạch"), (1, "Phát thanh")]


def test_pipes_without_frame_are_a_table_too():
    found = _activities(
        "Nội dung công việc | Thời hạn | Đơn vị thực hiện\n--- | --- | ---\n"
        "Xây dựng kế hoạch | Tháng 2/2031 | Phòng A\nTập huấn | Quý II/2031 | Phòng B; Phòng C\n"
    )
    assert [(a.number, a.task, a.assignment) for a in found] == [
        (1, "Xây dựng kế hoạch", "Phòng A"), (2, "Tập huấn", "Phòng B; Phòng C"),
    ]  # fmt: skip


def test_a_header_of_two_rows_names_lead_and_helpers():
    found = _activities(
        "TT\tNhiệm vụ\tPhân công\t\tThời gian\n\t\tChủ trì\tPhối hợp\t\n"
        "1\tKiểm tra\tThanh tra huyện\tCác xã\tQuý III/2031\n"
    )[0]
    assert [(p.name, p.role) for p in found.parties] == [
        ("Thanh tra huyện", "lead"), ("Các xã", "coordinating"),
    ]  # fmt: skip


def test_a_row_without_numbers_goes_on_in_lower_case():
    found = _activities(
        "Nhiệm vụ\tChủ trì\tThời gian\nTổ chức hội nghị\tPhòng A\tQuý I\n"
        "tại các xã\t\t\nIn tờ gấp\tPhòng B\tQuý II\n"
    )
    assert [a.task for a in found] == ["Tổ chức hội nghị tại các xã", "In tờ gấp"]


def test_raw_markup_in_a_cell_is_no_text():
    found = _activities(
        "STT\tNhiệm vụ\tHình thức\tChủ trì\n"
        '1\tPhổ biến\t<ul style="list-style-type: none;"> - Kế hoạch - Văn bản\tPhòng A\n'
    )[0]
    assert found.forms == ["Kế hoạch", "Văn bản"]


def test_a_table_inside_the_plan_gives_activities_and_no_paragraphs():
    document = read_text(
        "KẾ HOẠCH\nTuyên truyền năm 2031\nI. NHIỆM VỤ\nSTT\tNhiệm vụ\tChủ trì\n1\tA\tPhòng B\n"
        "II. TỔ CHỨC\n1. Phòng B thực hiện.\n"
    ).documents[0]
    assert [a.task for a in document.activities] == ["A"]
    assert document.sections[0].paragraphs == []
    assert document.sections[1].path == "II"


@pytest.mark.parametrize(
    ("cell", "items"),
    [
        ("Kế hoạch, Hội nghị", ["Kế hoạch, Hội nghị"]),
        ("- Hội nghị - Văn bản", ["Hội nghị", "Văn bản"]),
        ("+ Tờ gấp; + Pa nô.", ["Tờ gấp", "Pa nô"]),
        (
            "- Phòng Văn hóa - Thông tin - Phòng Tài chính - Kế hoạch",
            ["Phòng Văn hóa - Thông tin", "Phòng Tài chính - Kế hoạch"],
        ),
        ("các tổ chức chính trị - xã hội", ["các tổ chức chính trị - xã hội"]),
        ("", []),
    ],
)
def test_items_of_a_cell_are_split_at_dashes_that_open_one(cell, items):
    assert list_items(cell) == items


def test_a_numbered_row_over_its_parts_is_a_group():
    found = _activities(
        "TT\tNhiệm vụ\tChủ trì\tThời gian\n1\tỞ chợ\t\t\n1.1\tPhát tờ gấp\tPhòng A\tQuý I\n"
        "2\tỞ trường\t\t\n2.1\tNói chuyện\tPhòng B\tQuý II\n3\tSơ kết\t\t\n"
    )
    assert [a.task for a in found] == ["Phát tờ gấp", "Nói chuyện", "Sơ kết"]


SPANNED = (
    "| TT | Chủ trì | Nhiệm vụ | Thời gian |\n| 1 | Phòng A | In sổ tay | Quý I |\n"
    "| 2 | | Phát sổ tay | Quý II |\n| | | cho từng hộ | |\n| II | | Đợt sau | |\n"
    "| 3 | | Tổng kết | Quý IV |\n"
)


def test_a_lead_written_once_before_several_tasks_leads_them_all():
    found = _activities(SPANNED)
    assert [(a.task, a.assignment) for a in found] == [
        ("In sổ tay", "Phòng A"), ("Phát sổ tay cho từng hộ", "Phòng A"), ("Tổng kết", ""),
    ]  # fmt: skip


def test_an_empty_lead_behind_the_task_stays_empty():
    found = _activities(
        "TT\tNhiệm vụ\tChủ trì\tThời gian\n1\tIn sổ\tPhòng A\tQuý I\n2\tPhát sổ\t\tQuý II\n"
    )
    assert [a.assignment for a in found] == ["Phòng A", ""]


LONE = """|
**STT**
|
**Nội dung
nhiệm vụ**
|
**Phân công**
|
**Thời gian**
|
|
**Chủ trì**
|
**Phối hợp**
|
|
**I**
|
**Chỉ đạo**
|
|
1
|
Ban hành
kế hoạch
|
Phòng A
|
|
Quý I
|
|
2
|
Kiểm tra
|
Phòng B
|
- Phòng C
- Phòng D
|
Quý II
|
II. TỔ CHỨC
1. Phòng A theo dõi.
"""


def test_cells_between_lone_pipes_are_rows_and_what_follows_is_text():
    document = read_text(f"KẾ HOẠCH\nTuyên truyền\nI. NHIỆM VỤ\n{LONE}").documents[0]

    assert [(a.number, a.task, a.due.text, a.spans) for a in document.activities] == [
        (1, "Ban hành kế hoạch", "Quý I", [(25, 33)]),
        (2, "Kiểm tra", "Quý II", [(36, 45)]),
    ]
    assert [(p.name, p.role[:4]) for p in document.activities[1].parties] == [
        ("Phòng B", "lead"), ("Phòng C", "coor"), ("Phòng D", "coor"),
    ]  # fmt: skip
    assert [s.path for s in document.sections] == ["I", "II"]
    assert document.sections[0].paragraphs == []
    assert [d.path for d in document.obligations] == ["II.1"]


def test_a_table_of_other_things_between_lone_pipes_is_no_text():
    table = "|\nHọ tên\n|\nTuổi\n|\n|\nLò A\n|\n30\n|\n|\nLò B\n|\n31\n|\n"
    text = f"KẾ HOẠCH\nTuyên truyền\nI. A\n1. Việc một.\n{table}2. Việc hai.\n"
    document = read_text(text).documents[0]

    assert [(d.path, d.text) for d in document.obligations] == [
        ("I.1", "Việc một."), ("I.2", "Việc hai."),
    ]  # fmt: skip


GROUPED = """TT\tNội dung\tSản phẩm\tCơ quan chủ trì\tCơ quan phối hợp\tThời gian\tKinh phí\tGhi chú
1\tChỉ đạo, điều hành
1.1\tBan hành kế hoạch\tKế hoạch\tVăn phòng xã\tCác phòng\tTrước 20/01/2031\t0\t
2\tTuyên truyền\t\t\t\t\t\t
2.1\tPhát thanh\t52 tin\tTrung tâm Dịch vụ tổng hợp\tCác thôn\tHằng tuần\t10 triệu\t
3\tKiểm tra\tKết luận\tPhòng Kinh tế; Công an xã\t\tQuý IV\t\tLồng ghép
"""


def test_rows_below_a_group_are_counted_through_and_money_and_remarks_are_no_tasks():
    found = _activities(GROUPED)

    assert [(a.number, a.task, a.forms, a.due.text) for a in found] == [
        (1, "Ban hành kế hoạch", ["Kế hoạch"], "Trước 20/01/2031"),
        (2, "Phát thanh", ["52 tin"], "Hằng tuần"),
        (3, "Kiểm tra", ["Kết luận"], "Quý IV"),
    ]
    assert [p.name for p in found[1].parties] == ["Trung tâm Dịch vụ tổng hợp", "Các thôn"]
    assert [p.role for p in found[2].parties] == ["lead", "lead"]
