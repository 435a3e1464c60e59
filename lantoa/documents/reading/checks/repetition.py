"""Items said twice (nội dung trùng lặp) in one section: word for word, nearly, or on one topic.

Near repeats are sought through shared word sequences, so the time stays linear in the text.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cached_property
from itertools import pairwise

from lantoa.common.rules.vietnamese import fold
from lantoa.documents.reading.model import Document, Finding
from lantoa.documents.reading.words import folded_words

from .case import ASSIGNING, Case

_SHINGLE = 4
_CROWD = 8
_NEAR = 0.6
_NEAR_AND_SHORT = 0.72
_FEW_WORDS = 8
_LONG_RUN = 25
_TEMPLATE = 4
_ACRONYM = re.compile(r"\((?P<name>[A-ZĐ]{2,}(?:[ \-][A-Za-z]+)?)\)")
_SHARED_NAMES = 3
# Cells of a table that was taken apart: names of agencies, articles of a law.
_FRAGMENT = re.compile(
    r"^\W*(?:(?:Điều|Khoản|Điểm) [\d, ]+"
    r"|(?:Các |UBND|Ủy ban|Sở|Phòng|Bộ|Ban|Văn phòng)[^.;:]{0,40}(?:;[^.;:]{0,60})*\W*$)"
)
_CATCH_ALL = re.compile(
    r"^\W*(?:Các|Những|Một số)?\s*(?:nội dung|hình thức|nhiệm vụ|hoạt động|vấn đề|công "
    r"việc)\s+khác\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Item:
    """One duty or activity, and where it stands."""

    container: str
    text: str
    line: int

    @cached_property
    def words(self) -> tuple[str, ...]:
        """Its words without accents."""
        return tuple(folded_words(self.text))

    @property
    def quote(self) -> str:
        """Its first words."""
        return self.text[:110]


def items_of(document: Document) -> list[Item]:
    """The duties by the section that holds them, and the activities of the table."""
    found = [
        Item(duty.path.rpartition(".")[0], duty.text, duty.span[0])
        for duty in document.obligations
        if not _FRAGMENT.match(duty.text)
    ]
    found += [Item("table", row.task, row.spans[0][0]) for row in document.activities]
    return found


def repeated_items(case: Case) -> Iterator[Finding]:
    """Two items of one section that say the same."""
    for document in case.documents:
        if document.version_of is not None or document.kind not in ASSIGNING:
            continue
        for group in _by_container(items_of(document)):
            told = set()
            for first, second in _equal(group):
                told.add((first.line, second.line))
                yield _repeat(case, "repeated-item", first, second, "nguyên văn")
            for first, second in _candidates(group):
                if (first.line, second.line) not in told and _is_near(first, second):
                    told.add((first.line, second.line))
                    yield _repeat(case, "near-repeated-item", first, second, "gần như nguyên văn")
            yield from _topics(case, group, told)


def misplaced_catch_alls(case: Case) -> Iterator[Finding]:
    """ "Các nội dung khác" closes a list; items after it come from another list."""
    for document in case.documents:
        if document.version_of is not None or document.kind not in ASSIGNING:
            continue
        for group in _by_container(items_of(document)):
            for item, following in pairwise(group):
                if _CATCH_ALL.match(item.text) and not _CATCH_ALL.match(following.text):
                    yield case.finding(
                        "catch-all-not-last",
                        "Mục “khác” phải đứng cuối danh sách, nhưng sau nó còn mục khác "
                        f"(dòng {following.line}); có thể hai danh sách đã bị ghép nối.",
                        case.place(item.quote, item.line),
                        (following.line, following.quote),
                    )


def name_variants(case: Case) -> Iterator[Finding]:
    """One short name spelt in two ways: "ICT Index", "ICT INDEX"."""
    for document in case.documents:
        if document.version_of is not None:
            continue
        first: dict[str, tuple[int, str]] = {}
        told = set()
        for number, text in case.lines_of(document):
            for match in _ACRONYM.finditer(text):
                name = match["name"]
                before = first.setdefault(_plain(name), (number, name))
                if before[1] != name and _plain(name) not in told:
                    told.add(_plain(name))
                    yield case.finding(
                        "name-variants",
                        f"Một tên viết hai cách: “{before[1]}” (dòng {before[0]}) và “{name}”.",
                        (number, name),
                        before,
                    )


def _by_container(items: Sequence[Item]) -> list[list[Item]]:
    groups: dict[str, list[Item]] = defaultdict(list)
    for item in items:
        groups[item.container].append(item)
    return [group for group in groups.values() if len(group) > 1]


def _equal(group: Sequence[Item]) -> Iterator[tuple[Item, Item]]:
    first: dict[tuple[str, ...], Item] = {}
    for item in group:
        before = first.setdefault(item.words, item)
        if before is not item and len(item.words) >= _FEW_WORDS:
            yield before, item


def _candidates(group: Sequence[Item]) -> Iterator[tuple[Item, Item]]:
    """Pairs that share some word sequence which is not common to many items."""
    holders: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for index, item in enumerate(group):
        for shingle in {
            item.words[at : at + _SHINGLE] for at in range(len(item.words) - _SHINGLE + 1)
        }:
            holders[shingle].append(index)
    shared: dict[tuple[int, int], int] = defaultdict(int)
    for indices in holders.values():
        if 2 <= len(indices) <= _CROWD:
            for place, index in enumerate(indices):
                for other in indices[place + 1 :]:
                    shared[index, other] += 1
    for (index, other), count in sorted(shared.items()):
        shorter = min(len(group[index].words), len(group[other].words))
        if count >= max(3, 0.3 * (shorter - _SHINGLE + 1)):
            yield group[index], group[other]


def _is_near(first: Item, second: Item) -> bool:
    """Alike, and not two items of one pattern that differ in a name or a number."""
    shorter = min(len(first.words), len(second.words))
    if shorter < _FEW_WORDS:
        return False
    least = _NEAR if shorter >= _LONG_RUN else _NEAR_AND_SHORT
    matcher = SequenceMatcher(None, first.words, second.words, autojunk=False)
    if matcher.quick_ratio() < least or matcher.ratio() < least:
        return False
    if max(block.size for block in matcher.get_matching_blocks()) >= _LONG_RUN:
        return True
    return matcher.ratio() >= _NEAR_AND_SHORT and not any(
        tag == "replace" and max(end - at, second_end - second_at) <= _TEMPLATE
        for tag, at, end, second_at, second_end in matcher.get_opcodes()
    )


def _topics(case: Case, group: Sequence[Item], told: set[tuple[int, int]]) -> Iterator[Finding]:
    named = [(item, {_plain(m["name"]) for m in _ACRONYM.finditer(item.text)}) for item in group]
    named = [(item, names) for item, names in named if len(names) >= _SHARED_NAMES][:50]
    for place, (first, names) in enumerate(named):
        for second, others in named[place + 1 :]:
            if len(names & others) >= _SHARED_NAMES and (first.line, second.line) not in told:
                shown = ", ".join(sorted(names & others)).upper()
                yield case.finding(
                    "repeated-topic",
                    f"Hai mục nói cùng một việc ({shown}) bằng hai cách khác nhau: dòng "
                    f"{first.line} và dòng {second.line}.",
                    case.place(second.quote, second.line),
                    (first.line, first.quote),
                )


def _repeat(case: Case, code: str, first: Item, second: Item, how: str) -> Finding:
    return case.finding(
        code,
        f"Mục ở dòng {second.line} lặp lại {how} mục ở dòng {first.line}.",
        case.place(second.quote, second.line),
        (first.line, first.quote),
    )


def _plain(name: str) -> str:
    return fold(name).replace("-", " ")
