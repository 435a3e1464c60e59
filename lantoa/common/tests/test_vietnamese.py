"""One form of Vietnamese text for matching, searching and sorting."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lantoa.common.rules.vietnamese import (
    fold,
    match_key,
    nfc,
    person_sort_key,
    search_key,
    settle_tones,
    sort_key,
)


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Đặng Thị Ngọc Thịnh", "dang thi ngoc thinh"),
        ("ỦY BAN", "uy ban"),
        ("Ơ, Ư, Ă, Â, Ê, Ô", "o, u, a, a, e, o"),
        (unicodedata.normalize("NFD", "Kế hoạch"), "ke hoach"),
    ],
)
def test_folding_drops_accents_and_case(text, folded):
    assert fold(text) == folded


@given(st.text(max_size=80))
def test_folding_keeps_every_offset_of_composed_text(text):
    assert len(fold(nfc(text))) == len(nfc(text))


@pytest.mark.parametrize(
    ("new", "old"),
    [
        ("Khánh Hoà", "Khánh Hòa"),
        ("HOÀ BÌNH", "HÒA BÌNH"),
        ("khoẻ", "khỏe"),
        ("Thuý", "Thúy"),
        ("thuỷ lợi", "thủy lợi"),
        ("quý", "quý"),
        ("Quỳ", "Quỳ"),
        ("hoàn toàn", "hoàn toàn"),
        ("hoại", "hoại"),
        ("uỷ ban", "ủy ban"),
        ("xoá, toạ", "xóa, tọa"),
    ],
)
def test_both_schools_of_tone_marks_settle_on_one(new, old):
    assert settle_tones(new) == old
    assert settle_tones(old) == old


def test_spellings_of_one_name_share_their_match_key():
    assert match_key("Phòng  Tài chính – Kế hoạch") == match_key("phòng Tài chính - Kế hoạch")
    assert match_key("UBND tỉnh Khánh Hoà") == match_key("UBND tỉnh Khánh Hòa")
    assert match_key("Kế") != match_key("Kể")


def test_search_without_accents_finds_text_with_them():
    assert search_key("dieu hanh") in search_key("Chỉ đạo,  điều   hành")


def test_words_sort_by_letter_then_by_tone():
    words = ["đa", "da", "dạ", "dá", "dà", "dăm", "dâm", "dam", "êm", "em", "Ang", "an"]
    assert sorted(words, key=sort_key) == [
        "an", "Ang", "da", "dà", "dá", "dạ", "dam", "dăm", "dâm", "đa", "em", "êm",
    ]  # fmt: skip


def test_a_short_name_comes_before_a_longer_one_and_digits_before_letters():
    assert sorted(["Ninh Đa", "Ninh", "10", "Ninh An"], key=sort_key) == [
        "10", "Ninh", "Ninh An", "Ninh Đa",
    ]  # fmt: skip


def test_persons_sort_by_given_name():
    people = ["Nguyễn Văn Sơn", "Đỗ Thị An", "Bùi Văn Ân", "Lê An", "Trần Sơn"]
    assert sorted(people, key=person_sort_key) == [
        "Đỗ Thị An", "Lê An", "Bùi Văn Ân", "Nguyễn Văn Sơn", "Trần Sơn",
    ]  # fmt: skip


@given(st.text(max_size=40), st.text(max_size=40))
def test_any_two_texts_can_be_ordered(one, other):
    assert sorted([one, other], key=sort_key) == sorted([other, one], key=sort_key) or (
        sort_key(one) == sort_key(other)
    )
