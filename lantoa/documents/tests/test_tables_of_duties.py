"""Tables of every shape, each in several physical forms: the same duties, or none at all."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from lantoa.documents.reading.reader import read_text
from tests.evaluation.damage import broken_pages, flattened

Grid = list[list[str]]
CASES = Path(__file__).with_name("tables_of_duties.txt").read_text(encoding="utf-8")
HEAD = "KẾ HOẠCH\nTuyên truyền cải cách hành chính năm 2031\n\nI. NHIỆM VỤ\n\n"
FOOT = "\nII. TỔ CHỨC THỰC HIỆN\n1. Phòng Nội vụ theo dõi, đôn đốc.\n"


def _cases():
    for block in CASES.split("\n@ ")[1:]:
        name, *lines = block.split("\n")
        name, _, without = name.partition(" !")
        lines = [line for line in lines if line.strip() and not line.startswith("#")]
        rows = [_cells(line) for line in lines if not line.startswith("=>")]
        wanted = [_cells(line[2:]) for line in lines if line.startswith("=>")]
        for form in FORMS:
            if form not in without.partition(" (")[0].split(", "):
                yield pytest.param(rows, wanted, form, id=f"{name}-{form}")


def _cells(line: str) -> list[str]:
    return ["" if cell.strip() == "~" else cell.strip() for cell in line.split(" |")]


def _tabs(rows: Grid) -> str:
    return "\n".join("\t".join(row) for row in rows)


def _pipes(rows: Grid) -> str:
    lines = [f"| {' | '.join(row)} |" for row in rows]
    return "\n".join([lines[0], "|---" * len(rows[0]) + "|", *lines[1:]])


def _bare_pipes(rows: Grid) -> str:
    return "\n".join(" | ".join(row) for row in rows)


def _lone_pipes(rows: Grid) -> str:
    """Cells merged in the header are no cells there."""
    first = next((i for i, row in enumerate(rows) if row[0][:1] in {"1", "(", "I"}), 1)
    rows = [[c for c in row if c] if i < first else row for i, row in enumerate(rows)]
    return "\n".join("|\n" + "".join(f"{cell}\n|\n" for cell in row) for row in rows)


def _flat(rows: Grid) -> str:
    return flattened(_tabs(rows), random.Random(1))


def _flat_in_blocks(rows: Grid) -> str:
    return "\n\n".join(cell for row in rows for cell in row if cell)


def _flat_without_empty(rows: Grid) -> str:
    return "\n".join(cell for row in rows for cell in row if cell)


def _in_pages(rows: Grid) -> str:
    return broken_pages(_tabs(rows), random.Random(1))


FORMS = {
    "tabs": _tabs,
    "pipes": _pipes,
    "bare pipes": _bare_pipes,
    "lone pipes": _lone_pipes,
    "pages": _in_pages,
    "flat": _flat,
    "blocks": _flat_in_blocks,
    "filled": _flat_without_empty,
}


def _found(document):
    return [
        [
            duty.task,
            "; ".join(p.name for p in duty.parties if p.role == "lead"),
            "; ".join(p.name for p in duty.parties if p.role == "coordinating"),
            duty.due.text,
        ]
        for duty in document.activities
    ]


@pytest.mark.parametrize(("rows", "wanted", "form"), list(_cases()))
def test_a_table_gives_its_duties_in_every_form(rows, wanted, form):
    document = read_text(f"{HEAD}{FORMS[form](rows)}\n{FOOT}").documents[0]
    assert _found(document) == wanted
    assert [duty.text for duty in document.obligations] == ["Phòng Nội vụ theo dõi, đôn đốc."]


APPENDIX = """PHỤ LỤC
DANH MỤC NHIỆM VỤ NĂM 2031

{rows}

Phụ lục 2
VIỆC CỦA CÁC THÔN

{more}
"""
ROWS = [
    ["STT", "Nhiệm vụ", "Đơn vị chủ trì", "Thời gian"],
    ["1", "Tháng hành động vì trẻ em", "Hạt Kiểm lâm", "15/3/2031"],
    ["2", "Sơ kết 6 tháng đầu năm", "", "Xong trước Tết"],
]
MORE = [
    ["Nội dung", "Người làm", "Tuần suất", "Hạn"],
    ["Ngày hội công nghệ số", "Bà Lò Thị Hoa", "", "Quý II và quý IV"],
    ["Các lớp tập huấn cho trưởng thôn", "Trưởng các thôn", "Hai buổi", ""],
    ["Tuần lễ chuyển đổi số", "Điện lực", "", "Cả năm"],
]


@pytest.mark.parametrize("form", ["tabs", "flat"])
def test_each_appendix_keeps_its_title_and_its_table(form):
    text = APPENDIX.format(rows=FORMS[form](ROWS), more=FORMS[form](MORE))
    documents = read_text(text).documents
    assert [(d.kind, d.title) for d in documents] == [
        ("appendix", "DANH MỤC NHIỆM VỤ NĂM 2031"),
        ("appendix", "VIỆC CỦA CÁC THÔN"),
    ]
    assert [[(a.task, a.due.text) for a in d.activities] for d in documents] == [
        [(row[1], row[3]) for row in ROWS[1:]],
        [(row[0], row[3]) for row in MORE[1:]],
    ]
