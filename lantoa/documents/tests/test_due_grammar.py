"""A rule that could match a phrase is never passed by for want of a word."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lantoa.documents.reading import due_rules
from lantoa.documents.reading.due_grammar import Grammar
from lantoa.documents.reading.dues import _CELL, _SENTENCE, find_due, read_due
from lantoa.documents.reading.options import Options
from lantoa.documents.reading.references import squeeze

# Letters whose other case is of another script fold in patterns but not in words.
_ALPHABET = st.characters(codec="utf-8", exclude_characters="ſıİK")
FOLDER = Path(__file__).parent
PHRASES = [
    squeeze(part)
    for name in ("due_forms.txt", "due_sentences.txt")
    for line in (FOLDER / name).read_text(encoding="utf-8").splitlines()
    for part in line.split("|")
]


@pytest.mark.parametrize("grammar", [_CELL, _SENTENCE], ids=["cell", "sentence"])
def test_every_rule_that_matches_a_known_phrase_is_tried(grammar):
    for phrase in PHRASES:
        fitting = grammar.fitting(phrase)
        matching = [n for n, rule in enumerate(grammar.rules) if rule.pattern.search(phrase)]
        assert set(matching) <= set(fitting), phrase


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.data())
def test_every_text_made_after_a_rule_is_tried_against_it(data):
    place = data.draw(st.integers(0, len(_CELL.rules) - 1))
    rule = _CELL.rules[place]
    text = data.draw(st.from_regex(rule.pattern, alphabet=_ALPHABET))
    phrase = squeeze(text)

    assert not rule.pattern.search(phrase) or place in _CELL.fitting(phrase)


def test_a_rule_is_passed_by_without_its_words():
    grammar = Grammar([due_rules.BY_DATE, due_rules.STANDING])

    assert tuple(grammar.fitting("trước ngày 5/3")) == (0,)
    assert tuple(grammar.fitting("thường xuyên")) == (1,)
    assert tuple(grammar.fitting("ngày 5/3")) == ()


@pytest.mark.parametrize(
    "said", ["trong hai ngày 10 và 79/2/2023", "ngày 10 - 31/2/2026", "40/1 - 5/2/2026"]
)
def test_days_that_no_calendar_has_make_no_due_and_no_fault(said):
    for text in (f"Tổ chức lễ phát động {said}.", said):
        assert find_due(text, year=2026, options=Options()).kind in {"unstated", "by_date"}
        assert read_due(said, year=2026, options=Options()).kind != "within_period"
