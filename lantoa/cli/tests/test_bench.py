"""The texts that `lantoa bench limits` reads are of the size and kind they are said to be."""

from __future__ import annotations

import pytest

from lantoa.cli.benches import limits
from lantoa.cli.benches.long_texts import long_plan, long_table, several_plans
from lantoa.documents.reading.reader import read_text


@pytest.mark.parametrize("make", [long_plan, several_plans])
def test_long_text_has_its_size_and_is_read_as_a_plan(make):
    text = make(30_000)
    [document] = read_text(text).documents

    assert 30_000 <= len(text.encode()) < 31_000
    assert document.kind == "plan" and len(document.obligations) > 100


def test_several_plans_are_read_as_so_many_plans():
    kinds = [document.kind for document in read_text(several_plans(810_000)).documents]

    assert kinds == ["plan", "plan"]


def test_every_row_of_the_long_table_is_an_activity():
    [document] = read_text(long_table(300)).documents

    assert [row.number for row in document.activities] == list(range(1, 301))


@pytest.mark.parametrize(("value", "said"), [(150.0, ": đạt"), (150.1, ": KHÔNG ĐẠT")])
def test_limit_is_kept_up_to_its_value(value, said):
    assert limits._verdict(value, 150.0, "ms").endswith(said)
