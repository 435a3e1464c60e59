"""Damage is always the same for a seed, does what its name says, and spares figures."""

from __future__ import annotations

import re

import pytest

from .damage import PROFILES, damaged, is_row

TABLE = "STT\tNội dung\tChủ trì\n1\tMở lớp tập huấn về kỹ năng số cho công chức đầu mối\tPhòng A"
LONG = " ".join(["Ủy ban nhân dân xã tổ chức thực hiện nhiệm vụ được giao"] * 6)
TEXT = "\n\n".join([f"{n}. {LONG} trước ngày {n:02}/12/2031." for n in range(1, 40)] + [TABLE] * 9)


@pytest.mark.parametrize("profile", PROFILES)
def test_damage_is_the_same_for_a_seed_and_changes_the_text(profile):
    assert damaged(TEXT, profile) == damaged(TEXT, profile) != TEXT


@pytest.mark.parametrize("profile", ["OCR 0.5%", "OCR 2%"])
def test_scanning_changes_letters_at_its_rate_and_no_figure(profile):
    scanned = damaged(TEXT, profile)
    changed = sum(a != b for a, b in zip(TEXT, scanned, strict=True)) / len(TEXT)

    assert re.findall(r"\d", scanned) == re.findall(r"\d", TEXT)
    assert 0.2 < changed / (0.005 if "0.5" in profile else 0.02) < 1.2
    assert damaged(TEXT, profile, seed=2) != scanned


def test_flattened_table_has_one_cell_on_a_line():
    lines = damaged("a\n| 1 | b | |\n|---|---|---|\n2\tc\td", "flattened tables").split("\n")

    assert lines == ["a", "1", "b", "", "2", "c", "d"]


def test_broken_page_repeats_the_header_and_cuts_rows_and_paragraphs():
    rows = "\n".join([TABLE, *[TABLE.split("\n")[1]] * 60])
    lines = damaged(rows, "broken pages").split("\n")

    assert lines.count(TABLE.split("\n", maxsplit=1)[0]) == 2
    assert any(line.startswith("\t") for line in lines)
    cut = damaged(TEXT, "broken pages")
    assert re.search(r"\w\n\n\d\n\n[a-zà-ỹ]", cut)


def test_hard_wraps_leave_rows_whole_and_lose_no_word():
    wrapped = damaged(TEXT, "hard wraps")

    assert wrapped.split() == TEXT.split()
    assert all(is_row(line) or len(line) <= 78 for line in wrapped.split("\n"))


def test_bold_markers_and_lost_blank_lines_change_no_letter():
    assert damaged(TEXT, "bold markers").replace("*", "") == TEXT
    assert "\n\n" not in damaged(TEXT, "no blank lines")
