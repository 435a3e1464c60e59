"""Addresses: what is one, which lead to the same page; looks: which pictures are alike."""

from __future__ import annotations

import pytest

from lantoa.common.rules import likeness
from lantoa.common.rules.web_addresses import is_web_address, same_page


@pytest.mark.parametrize(
    "text",
    [
        "https://ninhmau.gov.vn/tin",
        "http://a.vn",
        "https://xã.vn/đường?x=1",
        "http://localhost:8000/a",
    ],
)
def test_addresses_of_the_web(text):
    assert is_web_address(text)


@pytest.mark.parametrize(
    "text",
    [
        "", "ninhmau.gov.vn", "ftp://a.vn", "javascript:alert(1)", "https://a b.vn", "https://",
        "http://ten:mat-khau@a.vn", "http://a.vn:x", "https://a.vn/\n", "http://[1", "http://mau",
        "https://a.vn/" + "x" * 2000,
    ],
)  # fmt: skip
def test_what_is_no_address(text):
    assert not is_web_address(text)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("https://www.a.vn/tin/", "http://a.vn/tin"),
        ("https://a.vn/tin?utm_source=zalo&id=3", "https://a.vn/tin?id=3#dau"),
        ("https://m.a.vn/tin?b=2&a=1", "https://A.vn/tin?a=1&b=2"),
    ],
)
def test_one_page_under_several_addresses(one, other):
    assert same_page(one) == same_page(other)


@pytest.mark.parametrize("other", ["https://a.vn/tin?id=4", "https://a.vn/Tin", "https://b.vn/tin"])
def test_other_pages_stay_apart(other):
    assert same_page("https://a.vn/tin?id=3") != same_page(other)


RISING = list(range(9)) * 4 + list(range(9, 0, -1)) * 4


def test_a_look_says_where_it_gets_lighter():
    assert likeness.look(RISING) == "ffffffff00000000"
    assert likeness.look([7] * 72) == ""


def test_looks_are_alike_within_three_bits():
    base = "ffffffff00000000"
    assert likeness.alike(base, "fffffff100000000")
    assert not likeness.alike(base, "fffffff000000000")
    assert not likeness.alike(base, "") and not likeness.alike("", "")


def test_looks_within_three_bits_share_a_quarter():
    base, other = "ffffffff00000000", "fffeffff00010001"
    assert likeness.alike(base, other)
    pairs = zip(likeness.quarters(base), likeness.quarters(other), strict=True)
    assert any(one == two for one, two in pairs)
