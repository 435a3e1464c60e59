"""The many written forms of due phrases, each as a typed rule; the plan is of 2031."""

from __future__ import annotations

from pathlib import Path

import pytest

from lantoa.documents.reading.dues import find_due, read_due
from lantoa.documents.reading.options import Options

YEAR = 2031
HERE = Path(__file__).parent


def _rows(name):
    """Lines "phrase | rule"; in a sentence the words of the due stand in brackets."""
    lines = (HERE / name).read_text("utf-8").splitlines()
    return [tuple(line.rsplit(" | ", 1)) for line in lines]


FORMS, SENTENCES = _rows("due_forms.txt"), _rows("due_sentences.txt")


def _said(due):
    rule = (due.rrule or "").replace("FREQ=YEARLY;BY", "BY").split(";UNTIL")[0]
    span = f"{due.start or ''}..{due.by or ''}"
    return " ".join(filter(None, [due.kind, span if span != ".." else "", rule]))


@pytest.mark.parametrize(("phrase", "rule"), FORMS, ids=[p for p, _ in FORMS])
def test_form_in_a_cell(phrase, rule):
    due = read_due(phrase, year=YEAR, options=Options())

    assert (_said(due), due.text) == (rule, phrase)


@pytest.mark.parametrize(("text", "rule"), SENTENCES, ids=[t for t, _ in SENTENCES])
def test_form_in_a_sentence_with_the_words_it_was_read_from(text, rule):
    words = text[text.index("[") + 1 : text.index("]")]
    due = find_due(text.replace("[", "").replace("]", ""), year=YEAR, options=Options())

    assert (_said(due), due.text) == (rule, words)


@pytest.mark.parametrize("text", (HERE / "due_none.txt").read_text("utf-8").splitlines())
def test_days_of_other_things_are_no_dues(text):
    due = find_due(text, year=YEAR, options=Options())

    assert (due.kind, due.text) == ("unstated", "")
