"""Agencies given duties (cơ quan được phân công): twice, nowhere else, or without "chủ trì"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from lantoa.common.rules.vietnamese import match_key
from lantoa.documents.reading.model import Activity, Document, Finding, Section
from lantoa.documents.reading.parties import names_of_heading

from .case import Case

_LEAD_WORD = re.compile(r"chủ trì|phụ trách|đầu mối", re.IGNORECASE)
_WITH = re.compile(r"phối hợp(?!\s*(?:thực hiện\s*)?:)", re.IGNORECASE)
_LEAD_WITH = re.compile(r"chủ trì,?\s+(?:với|cùng)\s", re.IGNORECASE)
_YOUTH = re.compile(r"^(?:tỉnh|thị|huyện|thành|xã|phường)\s+đoàn|^đoàn (?:thanh niên|tncs).*$")
# One class of a superior body; "các phòng, ban" is everybody and says nothing of one.
_CLASS = re.compile(r"^các (?P<one>[^,]+?) (?:trực )?thuộc\b")
_MANY = 3


def repeated_assignees(case: Case) -> Iterator[Finding]:
    """An agency made responsible under two headings of one part."""
    for document in case.documents:
        if document.version_of is not None:
            continue
        for siblings in _families(document.sections):
            first: dict[str, tuple[int, str]] = {}
            for section in siblings:
                names, _ = names_of_heading(section.heading, options=case.options)
                for named in names:
                    place = case.place(named.name, *section.span)
                    before = first.setdefault(match_key(named.name), place)
                    if before is not place and not named.group:
                        yield case.finding(
                            "assignee-twice",
                            f"{named.name} được giao ở hai mục: dòng {before[0]} và dòng "
                            f"{place[0]}.",
                            place,
                            before,
                        )


def strangers(case: Case) -> Iterator[Finding]:
    """An agency that leads an activity of the appendix but has no duty in the plan itself."""
    for document in case.documents:
        if not document.activities or document.version_of is not None:
            continue
        responsible = _responsible(case, document)
        if len(responsible) < _MANY:
            continue
        told: set[str] = set()
        for row in document.activities:
            for party in row.parties:
                key = match_key(party.name)
                if (
                    party.role != "lead"
                    or party.group
                    or key in told
                    or _is_known(key, responsible)
                ):
                    continue
                told.add(key)
                yield case.finding(
                    "assignee-without-duties",
                    f"{party.name} được phân công ở hoạt động {row.number} nhưng không có trong "
                    f"phần trách nhiệm.",
                    case.place(party.name, row.spans[0][0], row.spans[-1][1]),
                )


def unsaid_leads(case: Case) -> Iterator[Finding]:
    """An assignment that names no lead: the first-named agency is taken for it."""
    for document in case.documents:
        for row in document.activities if document.version_of is None else ():
            if _LEAD_WITH.search(row.assignment):
                yield _coordination(case, row)
            if _WITH.search(row.assignment) and not _LEAD_WORD.search(row.assignment):
                leads = " và ".join(party.name for party in row.parties if party.role == "lead")
                yield case.finding(
                    "lead-not-said",
                    f"Hoạt động {row.number} không ghi cơ quan nào chủ trì; tạm hiểu là "
                    f"{leads or 'chưa rõ'}.",
                    case.place(row.assignment[:60], row.spans[0][0], row.spans[-1][1]),
                )


def _coordination(case: Case, row: Activity) -> Finding:
    return case.finding(
        "coordination-word-missing",
        f"Hoạt động {row.number} ghi “chủ trì với”; nên ghi “chủ trì, phối hợp với”.",
        case.place("chủ trì với", row.spans[0][0], row.spans[-1][1]),
        suggestion="chủ trì, phối hợp với",
    )


def _families(sections: Sequence[Section]) -> Iterator[Sequence[Section]]:
    """Sections under one parent, at every depth."""
    yield sections
    for section in sections:
        yield from _families(section.children)


def _responsible(case: Case, document: Document) -> set[str]:
    """Everybody whom the package makes responsible: in a heading, or as the lead of a duty."""
    package = [d for d in case.documents if case.root(d) is case.root(document)]
    found: set[str] = set()
    for each in package:
        for siblings in _families(each.sections):
            for section in siblings:
                names, _ = names_of_heading(section.heading, options=case.options)
                found |= {match_key(named.name) for named in names}
        for duty in each.obligations:
            found |= {match_key(p.name) for p in duty.parties if p.role in ("lead", "requested")}
    return found


def _is_known(key: str, responsible: set[str]) -> bool:
    """ "Phòng Y tế" is known by "Phòng Y tế huyện"; "Thị đoàn" by "Đoàn Thanh niên … thị xã".

    "UBND" is the same as its full name, and "Các Chi cục thuộc Sở" are all of that class.
    """
    key, responsible = _in_full(key), {_in_full(name) for name in responsible}
    if any(key in name or name in key for name in responsible):
        return True
    classes = filter(None, map(_CLASS.match, responsible))
    if any(key.startswith(f"{each['one']} ") for each in classes):
        return True
    return bool(_YOUTH.match(key)) and any(_YOUTH.match(name) for name in responsible)


def _in_full(key: str) -> str:
    return key.replace("ubnd", "ủy ban nhân dân").replace("hđnd", "hội đồng nhân dân")
