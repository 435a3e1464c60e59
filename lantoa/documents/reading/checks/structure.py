"""Numbers that skip (số thứ tự nhảy), rows without anybody to do them, duties that disagree."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise

from lantoa.common.rules.vietnamese import match_key
from lantoa.documents.reading.model import Activity, Document, Finding, Obligation, Party, Section
from lantoa.documents.reading.words import folded_words

from .case import ASSIGNING, Case

_ROMAN = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII")
_LETTERS = "abcdđeghiklmnopqrstuvxy"
_LABEL = re.compile(r"(?P<head>.*?)(?P<last>[IVX]+|\d+|[a-zđ])$")
_CLASS = re.compile(r"\b(?:các|cấp|những|mỗi|từng)\b", re.IGNORECASE)
_SAME = 0.75
_FEW = 8
_MOST = 4
_RARE = 12
_SHOWN = 8


def skipped_numbers(case: Case) -> Iterator[Finding]:
    """A number left out between two neighbours: 1, 2, 4; not where the line itself is there."""
    for document in case.documents:
        if document.version_of is None and document.kind in ASSIGNING:
            yield from _skips(case, document.sections)


def _skips(case: Case, sections: Sequence[Section]) -> Iterator[Finding]:
    for before, after in pairwise(sections):
        wanted = _next(before.label)
        missing = _between(before.label, after.label)
        # Many offices go from d to e; "đ" alone is no gap.
        if not missing or "đ" in missing or _stands_in(case, before, after, missing):
            continue
        yield case.finding(
            "number-skipped",
            f"Sau mục {before.label} là mục {after.label}: thiếu mục {wanted}.",
            case.place(after.label, *after.span),
            case.place(before.label, *before.span),
        )
    for section in sections:
        yield from _skips(case, section.children)


def _between(before: str, after: str) -> list[str]:
    """The one or two labels that a short jump leaves out; a long one is another way to number."""
    found: list[str] = []
    label = _next(before)
    while label and label != after and len(found) < 3:
        found.append(label)
        label = _next(label)
    return found if label == after and len(found) <= 2 else []


def _next(label: str) -> str | None:
    match = _LABEL.fullmatch(label)
    if match is None:
        return None
    head, last = match["head"], match["last"]
    if last.isdigit():
        return f"{head}{int(last) + 1}"
    if last in _ROMAN[1:-1] and not head:
        return _ROMAN[_ROMAN.index(last) + 1]
    if last in _LETTERS[:-1] and not head:
        return _LETTERS[_LETTERS.index(last) + 1]
    return None


def _stands_in(case: Case, before: Section, after: Section, missing: Sequence[str]) -> bool:
    """The missing number is there, only the outline took it for a paragraph."""
    pattern = re.compile(
        rf"^\W*(?:(?:Điều|Chương|Phần|Mục)\s+)?(?:{'|'.join(map(re.escape, missing))})\s*[.):/–-]",
        re.IGNORECASE,
    )
    lines = range(before.span[0], after.span[0])
    return any(pattern.match(case.line(number)) for number in lines)


def rows_without_lead(case: Case) -> Iterator[Finding]:
    """A row of a table of duties that names nobody, though nearly all other rows do.

    Rows that head a group, and cells that stand for the rows below them, leave many so.
    """
    for document in case.documents:
        rows = document.activities if document.version_of is None else []
        nameless = [
            row
            for row in rows
            if not any(party.role in ("lead", "requested") for party in row.parties)
        ]
        if len(nameless) * _MOST > len(rows):
            continue
        for row in nameless:
            if row.due.kind != "unstated":
                yield case.finding(
                    "lead-missing",
                    f"Hoạt động {row.number} không ghi cơ quan nào thực hiện.",
                    case.place(row.task[:60], row.spans[0][0], row.spans[-1][1]),
                )


def disagreeing_duties(case: Case) -> Iterator[Finding]:
    """One duty in the plan and in its appendix with another lead, or another last day."""
    for root in case.documents:
        if case.root(root) is not root or root.version_of is not None:
            continue
        package = [d for d in case.documents if case.root(d) is root and d.version_of is None]
        rows = [row for d in package for row in d.activities]
        duties = [duty for d in package for duty in d.obligations] if rows else []
        for row, duty in _same_tasks(rows, duties):
            yield from _disagreement(case, row, duty)


def _same_tasks(
    rows: Sequence[Activity], duties: Sequence[Obligation]
) -> Iterator[tuple[Activity, Obligation]]:
    """Pairs of nearly the same words, sought through words that few duties have."""
    words_of = [_words(duty.text) for duty in duties]
    having: dict[str, list[int]] = defaultdict(list)
    for index, words in enumerate(words_of):
        for word in words:
            having[word].append(index)
    for row in rows:
        words = _words(row.task)
        if len(words) < _FEW:
            continue
        found = {i for word in words if len(having[word]) <= _RARE for i in having[word]}
        for index in sorted(found):
            others = words_of[index]
            if len(words & others) >= _SAME * max(len(words), len(others)):
                yield row, duties[index]


def _words(text: str) -> frozenset[str]:
    return frozenset(folded_words(text))


def _disagreement(case: Case, row: Activity, duty: Obligation) -> Iterator[Finding]:
    at = case.place(row.task[:60], row.spans[0][0], row.spans[-1][1])
    other = case.place(duty.text[:60], *duty.span)
    leads, others = _leads(row.parties), _leads(duty.parties)
    if leads and others and not _share(leads, others):
        yield case.finding(
            "lead-differs",
            f"Hoạt động {row.number} giao {' và '.join(leads)}, nhưng dòng {other[0]} giao "
            f"{' và '.join(others)}.",
            at,
            other,
        )
    if row.due.by and duty.due.by and row.due.by != duty.due.by:
        yield case.finding(
            "due-differs",
            f"Hoạt động {row.number} hạn “{row.due.text}”, nhưng dòng {other[0]} ghi "
            f"“{duty.due.text}”.",
            at,
            other,
        )


def _leads(parties: Sequence[Party]) -> list[str]:
    """The single agencies that lead; "UBND các xã" is a class."""
    leads = (party for party in parties if party.role in ("lead", "requested"))
    return [party.name for party in leads if not party.group and not _CLASS.search(party.name)]


def _share(names: Sequence[str], others: Sequence[str]) -> bool:
    return any(_alike(name, other) for name in names for other in others)


def _alike(name: str, other: str) -> bool:
    first, second = match_key(name), match_key(other)
    return first in second or second in first


def agencies_of_register(case: Case) -> Iterator[Finding]:
    """With a register: agencies nowhere named, and leads that it does not know on that day."""
    if not case.options.register:
        return
    text = match_key(" ".join(case.source.text))
    leads: dict[str, tuple[int, str]] = {}
    for document in case.documents:
        for name, first, last in _leading(document):
            leads.setdefault(name, case.place(name, first, last))
    if not leads:
        return
    known = {
        match_key(name): agency
        for agency in case.options.register
        for name in (agency.name, *agency.aliases)
    }
    yield from _unknown(case, leads, list(known))
    yield from _unnamed(case, text)


def _unknown(
    case: Case, leads: dict[str, tuple[int, str]], known: Sequence[str]
) -> Iterator[Finding]:
    for name, place in leads.items():
        key = match_key(name)
        if not any(key in other or other in key for other in known):
            yield case.finding(
                "lead-not-in-register",
                f"{name} được giao chủ trì nhưng không có trong danh bạ vào ngày của văn bản.",
                place,
            )


def _unnamed(case: Case, text: str) -> Iterator[Finding]:
    unnamed = [
        agency.name
        for agency in case.options.register
        if not any(match_key(name) in text for name in (agency.name, *agency.aliases) if name)
    ]
    if unnamed:
        more = f" và {len(unnamed) - _SHOWN} cơ quan khác" if len(unnamed) > _SHOWN else ""
        first = next(n for n, line in enumerate(case.source.text, start=1) if line.strip())
        yield case.finding(
            "agency-without-duties",
            f"Có trong danh bạ nhưng văn bản không nhắc tên: {', '.join(unnamed[:_SHOWN])}{more}.",
            (first, case.line(first).strip()),
        )


def _leading(document: Document) -> Iterator[tuple[str, int, int]]:
    if document.version_of is not None:
        return
    for duty in document.obligations:
        for name in _leads([p for p in duty.parties if p.role == "lead"]):
            yield name, *duty.span
    for row in document.activities:
        for name in _leads([p for p in row.parties if p.role == "lead"]):
            yield name, row.spans[0][0], row.spans[-1][1]
