"""Compares two versions of a document (so sánh hai bản): by paragraph, then word by word."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from typing import Any, Literal

from .alignment import Pair, equal_pairs, in_order, similar_pairs
from .reviewer_notes import split_notes

Kind = Literal["equal", "changed", "moved", "removed", "added"]
Sign = Literal["=", "-", "+"]
_LONG = 12
# A word with the white space before it; a mark of punctuation is a word of its own.
_TOKEN = re.compile(r"\s*(?:\w[\w./:@&\-]*\w|\w|\S)")


@dataclass(frozen=True, slots=True)
class Side:
    """A paragraph of one version: the line where it begins, its words without reviewers' marks."""

    line: int
    text: str


@dataclass(frozen=True, slots=True)
class Words:
    """A run of words: kept "=", only in the first version "-", only in the second "+"."""

    sign: Sign
    text: str


@dataclass(frozen=True, slots=True)
class Row:
    """One paragraph, or its two versions; `moved` is also true of a changed one that moved."""

    kind: Kind
    a: Side | None
    b: Side | None
    words: tuple[Words, ...] = ()
    moved: bool = False


@dataclass(frozen=True, slots=True)
class ReviewerNote:
    """A mark that a reviewer wrote: on which version, at which line, and what."""

    version: Literal["a", "b"]
    line: int
    text: str


@dataclass(slots=True)
class Comparison:
    """Every paragraph of both versions, in the order of the second, and the reviewers' notes."""

    rows: list[Row]
    notes: list[ReviewerNote] = field(default_factory=list)

    @property
    def differences(self) -> list[Row]:
        """The rows that are not equal."""
        return [row for row in self.rows if row.kind != "equal"]

    def count(self, kind: Kind) -> int:
        """How many rows are of this kind."""
        return sum(row.kind == kind for row in self.rows)

    def as_dict(self) -> dict[str, Any]:
        """The JSON form for `lantoa diff --json`."""
        kinds: tuple[Kind, ...] = ("equal", "changed", "moved", "removed", "added")
        return {
            "schema_version": 1,
            "counts": {kind: self.count(kind) for kind in kinds},
            "differences": [_row_dict(row) for row in self.differences],
            "reviewer_notes": [
                {"version": note.version, "line": note.line, "text": note.text}
                for note in self.notes
            ],
        }


def compare(a: Sequence[tuple[int, str]], b: Sequence[tuple[int, str]]) -> Comparison:
    """The comparison of two versions, each given as paragraphs with their first lines.

    A paragraph that only moved is no change of words; reviewers' marks are no part of the text.
    """
    notes: list[ReviewerNote] = []
    old, new = _sides(a, "a", notes), _sides(b, "b", notes)
    old_texts, new_texts = [side.text for side in old], [side.text for side in new]
    equal = equal_pairs(old_texts, new_texts)
    anchors = in_order(equal)
    changed = similar_pairs(old_texts, new_texts, equal, anchors)
    kept = in_order(sorted([*equal, *changed]))
    rows: dict[int, Row] = {}
    for pair in equal:
        i, j = pair
        kind: Kind = "equal" if pair in kept else "moved"
        rows[j] = Row(kind, old[i], new[j], moved=kind == "moved")
    for pair in changed:
        i, j = pair
        rows[j] = Row("changed", old[i], new[j], _words(old[i].text, new[j].text), pair not in kept)
    for j, side in enumerate(new):
        rows.setdefault(j, Row("added", None, side))
    return Comparison(_with_removed(old, rows, [*equal, *changed], kept), notes)


def render(
    comparison: Comparison, *, names: tuple[str, str] = ("bản trước", "bản sau")
) -> Iterator[str]:
    """Lines for a person: each difference as "[-bỏ-] {+thêm+}", then the reviewers' notes."""
    counts = {kind: comparison.count(kind) for kind in ("changed", "moved", "removed", "added")}  # type: ignore[arg-type]
    yield (
        f"So sánh {names[0]} với {names[1]}: {comparison.count('equal')} đoạn giống nhau, "
        f"{counts['changed']} đoạn sửa, "
        f"{counts['moved']} đoạn chuyển chỗ, {counts['removed']} đoạn bỏ, {counts['added']} đoạn "
        f"thêm."
    )
    for row in comparison.differences:
        yield ""
        yield f"{_title(row)}:"
        yield f"  {_marked(row)}"
    if comparison.notes:
        yield ""
        yield "Ghi chú của người xem (không tính là thay đổi):"
        for note in comparison.notes:
            yield f"  {names[0 if note.version == 'a' else 1]}, dòng {note.line}: {note.text}"


def _sides(
    paragraphs: Sequence[tuple[int, str]],
    version: Literal["a", "b"],
    notes: list[ReviewerNote],
) -> list[Side]:
    found = []
    for line, text in paragraphs:
        bare, marks = split_notes(text)
        notes += [ReviewerNote(version, line, mark) for mark in marks]
        if bare:
            found.append(Side(line, bare))
    return found


def _words(old: str, new: str) -> tuple[Words, ...]:
    """Runs whose kept and removed parts, joined, give the old text again; likewise the new."""
    before, after = _TOKEN.findall(old), _TOKEN.findall(new)
    found: list[Words] = []
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    for tag, i, i_end, j, j_end in matcher.get_opcodes():
        if tag == "equal":
            found.append(Words("=", "".join(before[i:i_end])))
            continue
        if i_end > i:
            found.append(Words("-", "".join(before[i:i_end])))
        if j_end > j:
            found.append(Words("+", "".join(after[j:j_end])))
    return tuple(found)


def _with_removed(
    old: Sequence[Side], rows: dict[int, Row], pairs: Sequence[Pair], kept: set[Pair]
) -> list[Row]:
    """The rows in the order of the second version; a removed one stands after its old neighbour."""
    partner = dict(pairs)
    after: dict[int, list[Row]] = {}
    last = -1
    for i, side in enumerate(old):
        if i not in partner:
            after.setdefault(last, []).append(Row("removed", side, None))
        elif (i, partner[i]) in kept:
            last = partner[i]
    ordered = list(after.get(-1, ()))
    for j in sorted(rows):
        ordered += [rows[j], *after.get(j, ())]
    return ordered


def _title(row: Row) -> str:
    if row.a is None:
        return f"+ thêm, dòng {row.b.line if row.b else 0}"
    if row.b is None:
        return f"- bỏ, dòng {row.a.line}"
    what = "sửa" if row.kind == "changed" else "chuyển chỗ"
    moved = " và chuyển chỗ" if row.kind == "changed" and row.moved else ""
    return f"~ {what}{moved}, dòng {row.a.line} → dòng {row.b.line}"


def _marked(row: Row) -> str:
    if row.kind != "changed":
        side = row.b or row.a
        return _short(side.text if side else "")
    shown = ""
    for run in row.words:
        space = " " if run.text[:1].isspace() else ""
        if run.sign == "=":
            shown += space + _short(run.text)
        else:
            marks = "[-{}-]" if run.sign == "-" else "{{+{}+}}"
            shown += space + marks.format(run.text.strip())
    return shown.strip()


def _short(text: str) -> str:
    """Long kept runs are shown by their ends."""
    words = text.split()
    if len(words) <= 2 * _LONG:
        return text.strip()
    return f"{' '.join(words[:_LONG])} … {' '.join(words[-_LONG:])}"


def _row_dict(row: Row) -> dict[str, Any]:
    return {
        "kind": row.kind,
        "moved": row.moved,
        "a": {"line": row.a.line, "text": row.a.text} if row.a else None,
        "b": {"line": row.b.line, "text": row.b.text} if row.b else None,
        "words": [{"sign": run.sign, "text": run.text} for run in row.words],
    }
