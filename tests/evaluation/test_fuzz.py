"""A short run over spoiled samples; and the watch itself finds what it is there to find."""

from __future__ import annotations

import pytest

from lantoa.documents.reading.reader import read_text

from . import fuzz, oracle

PLACES = range(60)


@pytest.mark.parametrize("place", PLACES)
def test_spoiled_sample_is_read_and_compared_or_refused_with_a_sentence(place):
    assert fuzz._ended(*fuzz.Case(7, place).texts(fuzz.sources())) in {"read", "refused"}


FOUND = {
    "header broken in two": "| TT | Nội dung |\nCơ quan chủ trì | Cơ quan phối hợp | Thời gian | "
    "Sản phẩm | Ghi chú |\n| 8 | Truyền thông | Phòng A | Phòng B | Quý I | Tin | |\n"
    "| 9 | Tham gia | Phòng B | Phòng C | Quý II | Bài | |",
    "word without end": f"KẾ HOẠCH\nTuyên truyền\nI. MỤC TIÊU\n- {'a' * 60_000}\n",
    "blanks without end": f"KẾ HOẠCH\nTuyên truyền\nI. MỤC TIÊU\n- ab{' .' * 30_000}\n",
}


@pytest.mark.parametrize("text", FOUND.values(), ids=list(FOUND))
def test_text_that_once_failed_is_read(text):
    """The long ones took minutes; script/fuzz itself measures what is too slow."""
    assert fuzz._ended(text, text) == "read"


def test_same_seed_gives_the_same_texts():
    texts = fuzz.sources()

    assert fuzz.Case(1, 2).texts(texts) == fuzz.Case(1, 2).texts(texts)
    assert fuzz.Case(1, 3).texts(texts) != fuzz.Case(1, 2).texts(texts)


@pytest.mark.parametrize("span", [(0, 1), (2, 1), (1, 99)])
def test_span_outside_the_text_is_a_violation(span):
    found = read_text("KẾ HOẠCH\nTuyên truyền\nI. MỤC TIÊU\n1. Phổ biến kế hoạch.\n")
    found.documents[0].sections[0].span = span

    with pytest.raises(oracle.Violation):
        oracle.judge(found)


def test_due_of_an_unknown_kind_breaks_the_schema():
    found = read_text("KẾ HOẠCH\nTuyên truyền\nI. MỤC TIÊU\n1. Phổ biến kế hoạch.\n")
    found.documents[0].obligations[0].due.kind = "sometime"

    with pytest.raises(oracle.Violation, match="schema"):
        oracle.judge(found)


def test_failing_text_is_made_as_short_as_still_fails():
    text = "\n".join(["dòng"] * 40 + ["lỗi"] + ["dòng"] * 50)

    assert fuzz.shortest(text, lambda short: "lỗi" in short, 5) == "lỗi"
