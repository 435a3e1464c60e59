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
# A class of units of one body; "các phòng, ban" alone is everybody and says nothing of one.
_CLASS = re.compile(r"^(?:thủ trưởng |trưởng )?các (?P<kinds>[^;:]+?) (?:trực )?thuộc\b")
_UNIT = re.compile(r"^(?:phòng|ban|trung tâm|chi cục|văn phòng|vụ|cục|thanh tra|trường|viện)\s")
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
    by_package: dict[int, set[str]] = {}
    for document in case.documents:
        if not document.activities or document.version_of is not None:
            continue
        root = id(case.root(document))
        if root not in by_package:
            by_package[root] = _responsible(case, case.packages[root])
        responsible = by_package[root]
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


def _responsible(case: Case, package: Sequence[Document]) -> set[str]:
    """Everybody whom the package makes responsible: in a heading, or as the lead of a duty."""
    found: set[str] = set()
    for each in package:
        for siblings in _families(each.sections):
            for section in siblings:
                names, _ = names_of_heading(section.heading, options=case.options)
                found |= {match_key(named.name) for named in names}
        for duty in each.obligations:
            found |= {match_key(p.name) for p in duty.parties if p.role in ("lead", "requested")}
    return {_in_full(name) for name in found}


def _is_known(key: str, responsible: set[str]) -> bool:
    """ "Phòng Y tế" is known by "Phòng Y tế huyện"; "Thị đoàn" by "Đoàn Thanh niên … thị xã".

    "UBND" is the same as its full name, and "Các Chi cục thuộc Sở" are all of that class.
    """
    key = _in_full(key)
    if any(key in name or name in key for name in responsible):
        return True
    if any(_covers(name, key) for name in responsible):
        return True
    return bool(_YOUTH.match(key)) and any(_YOUTH.match(name) for name in responsible)


def _covers(name: str, key: str) -> bool:
    """ "Các phòng, đơn vị thuộc Sở" are its units, whatever their names begin with.

    "Các Chi cục thuộc Sở" are those of one kind; "các phòng, ban thuộc huyện" say nothing of one.
    """
    match = _CLASS.match(name)
    if match is None:
        return False
    kinds = [kind.strip() for kind in re.split(r",|\bvà\b", match["kinds"])]
    if any(kind in ("đơn vị", "cơ quan", "tổ chức") for kind in kinds):
        return bool(_UNIT.match(key)) or any(key.startswith(f"{kind} ") for kind in kinds)
    return len(kinds) == 1 and key.startswith(f"{kinds[0]} ")


def _in_full(key: str) -> str:
    return key.replace("ubnd", "ủy ban nhân dân").replace("hđnd", "hội đồng nhân dân")
