"""A pattern of many names finds what trying them one by one, the longest first, would find."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from lantoa.documents.reading.name_patterns import any_of

NAMES = st.text("abA .*ởỞ", min_size=1, max_size=7)


@given(st.lists(NAMES, min_size=1, max_size=12), st.text("abA .*ởỞ", max_size=30))
def test_pattern_finds_the_longest_name_everywhere(names, text):
    longest_first = sorted(set(names), key=len, reverse=True)
    plain = re.compile(rf"(?:{'|'.join(map(re.escape, longest_first))})(?!\w)", re.IGNORECASE)

    found = any_of(names)

    assert [m.span() for m in found.finditer(text)] == [m.span() for m in plain.finditer(text)]


def test_names_that_grow_letter_by_letter_do_not_go_too_deep():
    names = ["a" * size for size in range(1, 400)]

    assert any_of(names).match("a" * 350 + " b").end() == 350


def test_no_names_make_no_pattern():
    assert any_of([]) is None
