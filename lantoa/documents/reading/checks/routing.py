"""One duty of sending (gửi tin, bài; gửi báo cáo) stated several times must agree with itself."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lantoa.common.rules.vietnamese import fold, match_key
from lantoa.documents.reading.limits import MAX_SAID
from lantoa.documents.reading.model import Document, Due, Finding
from lantoa.documents.reading.options import Options
from lantoa.documents.reading.party_lists import take_names

from .case import Case

_OBJECT = re.compile(
    r"\bgửi\s+(?:về\s+)?(?P<object>tin, bài|tin bài|tin|bài|báo cáo[^,.;()]{0,25}|kết "
    r"quả[^,.;()]{0,25})"
)
_ROUTE = re.compile(r"(?:thông qua|\(qua)\s+")
_PERIODIC = ("weekly", "monthly", "quarterly", "yearly")
_ALIKE = 0.35


@dataclass(frozen=True, slots=True)
class Sending:
    """A periodic duty to send something, and through whom."""

    line: int
    last: int
    text: str
    due: Due
    what: str
    routes: tuple[str, ...]
    route_words: str
    words: frozenset[str]


def conflicting_routes(case: Case) -> Iterator[Finding]:
    """The same periodic sending, once through one agency and once through another."""
    for group in _groups(case):
        routed = [sending for sending in group if sending.routes]
        for place, first in enumerate(routed):
            for second in routed[place + 1 :]:
                if set(first.routes) == set(second.routes) or not _alike(first, second):
                    continue
                yield case.finding(
                    "conflicting-route",
                    f"Cùng việc gửi {first.what} ({first.due.text.lower()}) nhưng dòng "
                    f"{first.line} ghi "
                    f"“{first.route_words}”, dòng {second.line} ghi “{second.route_words}”.",
                    case.place(second.route_words, second.line, second.last),
                    case.place(first.route_words, first.line, first.last),
                )


def restated_duties(case: Case) -> Iterator[Finding]:
    """The same periodic sending stated several times, with a day in one place only."""
    for group in _groups(case):
        days = {sending.due.day_of_month or sending.due.rrule for sending in group}
        dated = [sending for sending in group if sending.due.day_of_month]
        if len(group) < 2 or len(days) < 2 or not dated:
            continue
        lines = ", ".join(str(sending.line) for sending in group)
        yield case.finding(
            "duty-stated-again",
            f"Việc gửi {dated[0].what} được nêu ở các dòng {lines}; chỉ dòng {dated[0].line} ghi "
            f"rõ ngày.",
            case.place(dated[0].due.text, dated[0].line, dated[0].last),
            *[case.place(s.due.text, s.line, s.last) for s in group if s is not dated[0]],
        )


def _groups(case: Case) -> list[list[Sending]]:
    """Sendings of one package by what is sent and how often."""
    groups: dict[tuple[int, str, str], list[Sending]] = defaultdict(list)
    for document in case.documents:
        if document.version_of is None:
            for sending in _sendings(document, case.options):
                key = (id(case.root(document)), sending.due.kind, fold(sending.what)[:8])
                groups[key].append(sending)
    return list(groups.values())


def _sendings(document: Document, options: Options) -> Iterator[Sending]:
    places = [(duty.text, duty.due, *duty.span) for duty in document.obligations]
    places += [
        (row.task, row.due, row.spans[0][0], row.spans[-1][1]) for row in document.activities
    ]
    for text, due, first, last in places:
        if due.kind not in _PERIODIC or "gửi" not in text:
            continue
        what = _OBJECT.search(text)
        if what:
            names, words = _routes(text, options)
            yield Sending(
                line=first,
                last=last,
                text=text,
                due=due,
                what=what["object"].strip(),
                routes=names,
                route_words=words,
                words=frozenset(fold(text).split()),
            )


def _routes(text: str, options: Options) -> tuple[tuple[str, ...], str]:
    names: list[str] = []
    words = ""
    for match in _ROUTE.finditer(text, 0, MAX_SAID):
        found = take_names(text, match.end(), options=options)
        names += [match_key(named.name) for named in found.names]
        if found.names and not words:
            words = text[match.start() : found.end].strip("( ")
    return tuple(names), words


def _alike(first: Sending, second: Sending) -> bool:
    shared: Sequence[str] = list(first.words & second.words)
    return len(shared) >= _ALIKE * min(len(first.words), len(second.words))
