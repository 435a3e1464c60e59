"""A table from a spreadsheet against what stands now: whose change each cell is."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from lantoa.plans.rules.sheets import Column, Line, Unreadable, compare, mark_of, read

COLUMNS = (
    Column("code", "Ký hiệu", editable=False),
    Column("note", "Ghi chú", longest=20),
    Column("due", "Hạn", "date"),
)
OUT = {"code": "IV.1", "note": "cũ", "due": "24/03/2023"}
NAMES = {
    "ubnd xa an": ["UBND xã An"],
    "ubnd xa trung": ["A", "B"],
    "phong noi vu": ["Phòng Nội vụ"],
}


def line(key="NV-1", number=2, mark=None, formula=False, **cells):
    values, places = {**OUT, **cells}, {"code": "B", "note": "C", "due": "D"}
    return Line(
        number,
        key,
        mark_of(key, COLUMNS, OUT) if mark is None else mark,
        {code: (f"{at}{number}", values[code], formula) for code, at in places.items()},
    )  # fmt: skip


@pytest.mark.parametrize(
    ("written", "now", "outcome"),
    [
        ("cũ", "cũ", None),
        ("mới", "cũ", "change"),
        ("cũ", "của người khác", None),
        ("mới", "của người khác", "conflict"),
        ("mới", "mới", None),
        ("", "cũ", "change"),
        (None, "cũ", "change"),
        ("  cũ ", "cũ", None),
        ("x" * 21, "cũ", "unread"),
    ],
)
def test_each_cell_is_the_persons_change_another_s_or_both(written, now, outcome):
    found = compare(COLUMNS, [line(note=written)], {"NV-1": {**OUT, "note": now}}, {})
    assert [one.outcome for one in found.differences] == ([outcome] if outcome else [])


def test_a_difference_names_its_cell_and_both_values():
    one = compare(COLUMNS, [line(note="mới", number=7)], {"NV-1": OUT}, {}).differences[0]
    assert (one.address, one.column, one.old, one.new) == ("C7", "note", "cũ", "mới")


def test_locked_columns_are_not_compared():
    assert not compare(COLUMNS, [line(code="IV.9")], {"NV-1": OUT}, {}).differences


def test_a_mark_of_another_row_or_none_makes_every_change_a_conflict():
    now = {"NV-1": OUT}
    for mark in ("", "note:0 due", mark_of("NV-2", COLUMNS, OUT)):
        found = compare(COLUMNS, [line(note="mới", mark=mark)], now, {})
        assert [one.outcome for one in found.differences] == ["conflict"]


def test_unknown_rows_and_rows_that_come_twice_are_said():
    lines = [line(), line(key="NV-9", number=3), line(note="mới", number=4)]
    found = compare(COLUMNS, lines, {"NV-1": OUT}, {})
    assert [(one.address, one.outcome) for one in found.differences] == [
        ("A3", "unknown"), ("A4", "unread"),
    ]  # fmt: skip


def test_a_formula_is_never_taken_for_its_text():
    found = compare(COLUMNS, [line(note="=1+1", formula=True)], {"NV-1": OUT}, {})
    assert {one.outcome for one in found.differences} == {"unread"}


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (date(2023, 3, 5), "05/03/2023"),
        (datetime(2023, 3, 5), "05/03/2023"),
        ("5/3/2023", "05/03/2023"),
        ("05-03-2023", "05/03/2023"),
        ("2023-03-05", "05/03/2023"),
        ("ngày 5 tháng 3 năm 2023", "05/03/2023"),
        ("", ""),
        (None, ""),
    ],
)
def test_days_are_read_as_people_and_programs_write_them(value, expected):
    assert read(COLUMNS[2], value, {}) == expected


@pytest.mark.parametrize("value", ["31/02/2023", "tuần sau", "3/2023", 45_000, "1/1/9999"])
def test_what_is_no_day_is_refused(value):
    with pytest.raises(Unreadable):
        read(COLUMNS[2], value, {})


def test_names_of_agencies_come_in_one_order_and_unknown_ones_are_said():
    names = Column("lead", "Chủ trì", "names")
    assert read(names, "ubnd xã an;  Phòng Nội vụ;", NAMES) == "Phòng Nội vụ; UBND xã An"
    for wrong, said in (("UBND xã Lạ", "Không có cơ quan"), ("UBND xã Trùng", "nhiều cơ quan")):
        with pytest.raises(Unreadable, match=said):
            read(names, wrong, NAMES)


def test_a_list_is_not_judged_where_nobody_touched_it_and_who_is_in_it_may_stay():
    columns = (Column("lead", "Chủ trì", "names"),)
    now = {"lead": "UBND xã Đã Giải Thể"}
    mark = mark_of("NV-1", columns, now)
    for written, outcomes in (
        (now["lead"], []),
        (f"{now['lead']}; Phòng Nội vụ", ["change"]),
        ("UBND xã Lạ", ["unread"]),
    ):
        lines = [Line(2, "NV-1", mark, {"lead": ("D2", written, False)})]
        found = compare(columns, lines, {"NV-1": now}, NAMES)
        assert [one.outcome for one in found.differences] == outcomes


def test_a_choice_is_one_of_the_list_accents_or_not():
    state = Column("state", "Tiến độ", "choice", options=("Chưa bắt đầu", "Đang thực hiện"))
    assert read(state, "dang thuc hien", {}) == "Đang thực hiện"
    with pytest.raises(Unreadable, match="danh sách"):
        read(state, "xong", {})
