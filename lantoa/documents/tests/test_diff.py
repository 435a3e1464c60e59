"""Comparing two versions: moves, words, reviewers' marks. The texts are invented."""

from __future__ import annotations

import pytest

from lantoa.documents.reading.diff import compare, render

OLD = [
    (1, "I. MỤC TIÊU"),
    (3, "- Nâng cao nhận thức của cán bộ, công chức các cơ quan hành chính tỉnh trong năm. ✓"),
    (5, "- Mở chuyên mục hỏi đáp trên trang thông tin điện tử của xã."),
    (7, "II. KINH PHÍ (trả lại)"),
    (9, "- Bố trí từ ngân sách xã theo phân cấp hiện hành."),
]
NEW = [
    (1, "I. MỤC TIÊU"),
    (3, "- Nâng cao nhận thức của cán bộ, công chức các cơ quan hành chính huyện trong năm."),
    (5, "II. KINH PHÍ"),
    (7, "- Bố trí từ ngân sách xã theo phân cấp hiện hành."),
    (9, "III. TỔ CHỨC"),
]


def kinds(old: list[tuple[int, str]], new: list[tuple[int, str]]) -> list[str]:
    return [row.kind for row in compare(old, new).rows]


def test_each_paragraph_is_equal_changed_removed_or_added() -> None:
    assert kinds(OLD, NEW) == ["equal", "changed", "removed", "equal", "equal", "added"]


def test_changed_words_are_told_and_give_both_texts_again() -> None:
    (row,) = [row for row in compare(OLD, NEW).rows if row.kind == "changed"]

    assert [(run.sign, run.text.strip()) for run in row.words if run.sign != "="] == [
        ("-", "tỉnh"),
        ("+", "huyện"),
    ]
    assert row.a is not None
    assert row.b is not None
    assert "".join(run.text for run in row.words if run.sign != "+") == row.a.text
    assert "".join(run.text for run in row.words if run.sign != "-") == row.b.text


def test_marks_of_a_reviewer_are_notes_and_no_change() -> None:
    comparison = compare(OLD, NEW)

    assert [(note.version, note.line, note.text) for note in comparison.notes] == [
        ("a", 3, "✓"),
        ("a", 7, "(trả lại)"),
    ]


@pytest.mark.parametrize(
    ("marked", "bare", "note"),
    [
        ("9 } - Đề nghị các cấp ủy đảng", "- Đề nghị các cấp ủy đảng", "9 }"),
        ("Tổ chức đối thoại. ? Hệ thống nào", "Tổ chức đối thoại.", "? Hệ thống nào"),
        ("3.1. Quán triệt (*trả lại*) ✓", "3.1. Quán triệt", "✓"),
    ],
)
def test_marks_in_the_margin_are_told_apart(marked: str, bare: str, note: str) -> None:
    comparison = compare([(1, marked)], [(1, bare)])

    assert [row.kind for row in comparison.rows] == ["equal"]
    assert note in [each.text for each in comparison.notes]


def test_letters_left_by_scanning_are_a_note() -> None:
    comparison = compare([(1, "Kế hoạch."), (9, "KXA.T.K")], [(1, "Kế hoạch.")])

    assert comparison.differences == []
    assert [note.text for note in comparison.notes] == ["KXA.T.K"]


def test_moved_paragraph_is_no_change_of_words() -> None:
    old = [(n, f"Đoạn thứ {n} nói về việc số {n * 7}.") for n in range(1, 9)]
    new = [*old[1:6], old[0], *old[6:]]

    comparison = compare(old, new)

    assert [row.a.line for row in comparison.rows if row.kind == "moved" and row.a] == [1]
    assert comparison.count("equal") == 7


def test_paragraph_changed_and_moved_is_still_recognised() -> None:
    old = [
        (n, f"Đoạn thứ {n} nói về việc của thôn {n * 7} trong xã miền núi.") for n in range(1, 9)
    ]
    new = [*old[1:], (9, "Đoạn thứ 1 nói về việc của thôn 7 trong phường miền núi.")]

    (row,) = compare(old, new).differences

    assert (row.kind, row.moved) == ("changed", True)


def test_rendering_shows_both_versions_and_the_notes() -> None:
    shown = "\n".join(render(compare(OLD, NEW), names=("dự thảo", "bản ký")))

    assert "1 đoạn sửa" in shown
    assert "[-tỉnh-] {+huyện+}" in shown
    assert "dự thảo, dòng 7: (trả lại)" in shown


def test_json_form_counts_and_lists_differences() -> None:
    data = compare(OLD, NEW).as_dict()

    assert data["counts"] == {"equal": 3, "changed": 1, "moved": 0, "removed": 1, "added": 1}
    assert [row["kind"] for row in data["differences"]] == ["changed", "removed", "added"]
    assert data["reviewer_notes"][0] == {"version": "a", "line": 3, "text": "✓"}
