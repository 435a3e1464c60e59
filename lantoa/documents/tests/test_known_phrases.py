"""Phrases and class names that people taught: used at the next reading, in any year."""

from __future__ import annotations

import json
from datetime import date

import pytest

from lantoa.documents.reading.dues import find_due, read_due
from lantoa.documents.reading.known_phrases import KnownPhrase, phrase_of
from lantoa.documents.reading.learned_words import rule_in_words
from lantoa.documents.reading.model import Due
from lantoa.documents.reading.options import Options
from lantoa.documents.reading.party_lists import split_names, take_names

AFTER_TET = {"kind": "by_date", "text": "", "by": "2023-02-28"}
QUARTER = {"kind": "within_period", "start": "2023-01-01", "by": "2023-03-31"}
NEXT_YEAR = {"kind": "by_date", "by": "2024-01-15"}
MONTHLY = {"kind": "monthly", "day_of_month": 24, "rrule": "FREQ=MONTHLY;BYMONTHDAY=24"}
NO_DUE = {"kind": "unstated"}


def taught(words, due):
    return Options(phrases=(phrase_of(words, due, year=2023),))


def running(text, options, year=2024):
    return find_due(text, year=year, options=options)


CELLS = [
    ("Ra Tết", AFTER_TET, "Ra tết.", ("by_date", None, date(2024, 2, 28))),
    ("Đầu năm {0}", QUARTER, "Đầu năm {0}", ("within_period", date(2024, 1, 1), date(2024, 3, 31))),
    ("Sang năm", NEXT_YEAR, "Sang năm", ("by_date", None, date(2025, 1, 15))),
    ("Kỳ lĩnh lương", MONTHLY, "kỳ lĩnh lương", ("monthly", None, None)),
    ("Quý I", NO_DUE, "Quý I", ("unstated", None, None)),
]


@pytest.mark.parametrize(("words", "due", "cell", "expected"), CELLS)
def test_a_cell_is_read_as_it_was_explained(words, due, cell, expected):
    options = taught(words.format(2023), due)
    found = read_due(cell.format(2024), year=2024, options=options)
    assert (found.kind, found.start, found.by) == expected
    assert found.text == cell.format(2024)


def test_running_text_is_read_as_it_was_explained():
    options = taught("vào dịp cuối vụ", MONTHLY)
    found = running("Tổng hợp kết quả vào dịp cuối vụ gửi về Phòng Nội vụ.", options)
    assert (found.kind, found.text, found.day_of_month) == ("monthly", "vào dịp cuối vụ", 24)
    assert running("Tổng hợp kết quả vào dịp cuối vụ.", Options()).kind == "unstated"


def test_a_text_that_says_more_than_the_phrase_keeps_its_own_day():
    options = taught("hằng tháng", {"kind": "standing"})
    assert running("Gửi tin hằng tháng.", options).kind == "standing"
    assert running("Gửi tin hằng tháng, trước ngày 25.", options).day_of_month == 24


def test_a_phrase_that_is_no_deadline_leaves_the_rest_to_be_read():
    options = taught("họp giao ban hằng tuần", NO_DUE)
    text = "Đưa vào họp giao ban hằng tuần, xong trước ngày 20/3/2024."
    assert running(text, options).by == date(2024, 3, 19)


def test_part_of_a_word_or_a_lone_word_is_not_taken_for_the_phrase():
    assert running("Gửi tin dịp cuối vụng về.", taught("dịp cuối vụ", MONTHLY)).kind == "unstated"
    assert running("Rằm thì gửi tin.", taught("Rằm", MONTHLY)).kind == "unstated"
    assert read_due("Rằm", year=2024, options=taught("Rằm", MONTHLY)).kind == "monthly"


def test_a_rule_with_a_day_needs_the_year_of_the_plan():
    due = running("Gửi tin sau dịp Tết.", taught("sau dịp Tết", AFTER_TET), None)

    assert (due.kind, due.by) == ("triggered", None)
    assert running("Gửi tin vào kỳ lương.", taught("vào kỳ lương", MONTHLY), None).kind == "monthly"


@pytest.mark.parametrize("due", [AFTER_TET, QUARTER, NEXT_YEAR, MONTHLY, NO_DUE])
def test_a_rule_survives_being_kept(due):
    rule = phrase_of("quý I/2023", due, year=2023)
    assert rule.phrase == "quý I/{năm}"
    assert KnownPhrase.from_value(rule.phrase, json.loads(json.dumps(rule.as_value()))) == rule


@pytest.mark.parametrize(
    "value",
    [
        {"kind": "some day"},
        {},
        {"kind": "monthly", "day_of_month": 40},
        {"kind": "by_date", "by": {"years": 0, "month": 2, "day": 31}},
        {"kind": "weekly", "rrule": {}},
        {"kind": "monthly", "day_of_month": "24"},
        {"kind": "by_date", "by": {"years": 900, "month": 2, "day": 3}},
    ],
)
def test_a_rule_that_makes_no_sense_is_refused(value):
    with pytest.raises((ValueError, KeyError, TypeError)):
        KnownPhrase.from_value("x", value)


@pytest.mark.parametrize(
    ("due", "words"),
    [
        (AFTER_TET, "hạn cuối 28/2 năm của kế hoạch"),
        (QUARTER, "từ 1/1 năm của kế hoạch đến hết 31/3 năm của kế hoạch"),
        (NEXT_YEAR, "hạn cuối 15/1 năm sau"),
        (MONTHLY, "hằng tháng, hạn cuối ngày 24"),
        (NO_DUE, "không phải thời hạn"),
    ],
)
def test_a_rule_is_said_in_words(due, words):
    assert rule_in_words(phrase_of("x", due, year=2023)) == words


def test_a_taught_class_is_one_name_and_a_class():
    options = Options(classes=("Khối nội chính, tư pháp",))
    (named,) = split_names("Khối nội chính, tư pháp", options=options)
    assert (named.name, named.group) == ("Khối nội chính, tư pháp", True)
    found = take_names("Khối nội chính, tư pháp phối hợp tuyên truyền", 0, options=options)
    assert [one.name for one in found.names] == ["Khối nội chính, tư pháp"]
    assert not take_names("Khối nội chính phối hợp tuyên truyền", 0, options=Options()).names


def test_without_anything_taught_nothing_changes():
    assert read_due("Quý I", year=2024, options=Options()) == Due(
        "within_period", "Quý I", date(2024, 1, 1), date(2024, 3, 31)
    )
