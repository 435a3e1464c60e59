"""Numbers that begin anew, headings without numbers, labels alone on their line."""

from __future__ import annotations

import pytest

from lantoa.documents.reading.reader import read_text


def _walk(sections):
    for section in sections:
        yield section
        yield from _walk(section.children)


def _reading(body, kind="KẾ HOẠCH"):
    return read_text(f"{kind}\nTuyên truyền năm 2031\n\n{body}")


def _paths(body):
    return [s.path for s in _walk(_reading(body).documents[0].sections)]


def _told(body, kind="KẾ HOẠCH"):
    found = _reading(body, kind).findings
    return [(f.line, f.related[0].line) for f in found if f.code == "repeated-number"]


CASES = {
    "under a new parent": (
        "I. A\n1. Một việc.\n2. Hai việc.\nII. B\n1. Ba việc.\n2. Bốn việc.",
        "I I.1 I.2 II II.1 II.2",
    ),
    "inside the last item": (
        "I. A\n1. Một việc.\n2. Các xã có nhiệm vụ:\n1. Ba việc.\n2. Bốn việc.\n3. Năm việc.",
        "I I.1 I.2 I.2.1 I.2.2 I.2.3",
    ),
    "letters below an unnumbered line": (
        "I. A\na) Một việc.\nb) Hai việc.\nNgoài ra:\na) Ba việc.\nb) Bốn việc.",
        "I I.a I.b I.b.a I.b.b",
    ),
    "headings in capitals": (
        "MỤC ĐÍCH\n- Một việc.\nNHIỆM VỤ\n1. Hai việc.\n2. Ba việc.\nTỔ CHỨC THỰC HIỆN\n1. Phòng A",
        "1 2 2.1 2.2 3 3.1",
    ),
    "a heading in capitals with its text": (
        "MỤC ĐÍCH, YÊU CẦU\nNâng cao nhận thức của mọi người.\nNHIỆM VỤ\n1. Hai việc.\n2. Ba việc.",
        "1 2 2.1 2.2",
    ),
    "numbered chapters keep lines in capitals": (
        "I. A\nLƯU Ý CHUNG\n- Một việc.\n1. Hai việc.\nII. B\n1. Ba việc.",
        "I I.1 II II.1",
    ),
    "labels on lines of their own": (
        "I.\nMỤC TIÊU\n1.\nPhổ biến kế hoạch.\na)\nTại xã.\nb)\nTại thôn.\n2.\nNiêm yết.",
        "I I.1 I.1.a I.1.b I.2",
    ),
}


@pytest.mark.parametrize(("body", "paths"), CASES.values(), ids=CASES.keys())
def test_a_list_that_begins_anew_stands_in_its_own_part(body, paths):
    assert _paths(body) == paths.split(" ")
    assert _told(body) == []


@pytest.mark.parametrize(
    ("body", "places"),
    [
        ("I. A\n1. Một việc.\n1. Hai việc.\n2. Ba việc.", [(6, 5)]),
        ("I. A\n1. Một.\nII. B\n1. Hai.\nII. C\n1. Ba.", [(8, 6)]),
        ("I. A\n1. Một việc.\n2. Hai việc.\n2. Ba việc.", [(7, 6)]),
    ],
)
def test_a_number_used_twice_is_told_with_its_first_place(body, places):
    assert _told(body) == places


def test_a_regulation_that_quotes_numbers_is_not_told_of_them():
    body = "Điều 1. Sửa đổi\n1. Sửa khoản 2.\n2. Sửa khoản 3.\n2. Nội dung được sửa.\n"

    assert _told(body, "QUY CHẾ") == []


@pytest.mark.parametrize("line", ["06/QĐ-TTg ngày 02/01/2031", "57-NQ/TW", "3103/QĐ-BTC", "I.2"])
def test_a_symbol_at_the_start_of_a_line_is_no_number(line):
    assert _paths(f"I. A\nCăn cứ Quyết định số:\n{line}\n1. Một việc.\n2. Hai việc.") == [
        "I", "I.1", "I.2",
    ]  # fmt: skip
