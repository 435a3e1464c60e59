"""Days and years (ngày, năm) that cannot be right in this plan."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from lantoa.documents.reading.dates import DATE, read_day
from lantoa.documents.reading.model import Document, Due, Finding

from .case import ASSIGNING, Case, day
from .identity import attachments

_WRITTEN = re.compile(rf"(?<![\d/.\-]){DATE}", re.IGNORECASE)
# Every full date holds this, which is found quickly.
_MAY_DATE = re.compile(r"[/.\-]\s?\d\d|(?i:tháng)\s+\d")
_FOUR_DIGITS = re.compile(r"\d{4}")
_IN_YEAR = re.compile(r"trong\s+năm\s+(?P<year>(?:19|20)\d\d)", re.IGNORECASE)
_PAST_ACT = re.compile(
    r"(?:ban hành|phê duyệt|thành lập|ký kết|tổng kết|so với|đã)\s[^.;,]*$", re.IGNORECASE
)
_YEAR = re.compile(r"(?<!học )\bnăm\s+(?P<year>(?:19|20)\d\d)\b(?!\s*[-–])", re.IGNORECASE)
_LONG_TERM = re.compile(
    r"(?:đến(?:\s+hết)?|giai đoạn[^,;.]*|định hướng[^,;.]*|tầm nhìn[^,;.]*|nhiệm kỳ[^,;.]*|từ|"
    r"[-–])\s*$",
    re.IGNORECASE,
)
_NAMES_YEAR = re.compile(r"(?:19|20)\d\d")
_LITTLE = 10
_RECENT = 2


class Timed(NamedTuple):
    """A duty or an activity with its due, and the lines it stands on."""

    text: str
    due: Due
    first: int
    last: int


def timed(document: Document) -> Iterator[Timed]:
    """Every duty and activity of a document."""
    for duty in document.obligations:
        yield Timed(duty.text, duty.due, *duty.span)
    for row in document.activities:
        yield Timed(row.task, row.due, row.spans[0][0], row.spans[-1][1])


def issue_dates(case: Case, document: Document) -> list[tuple[date, int, str]]:
    """Every date that the file gives for the package of this document, the latest first."""
    root = case.root(document)
    found = {}
    if root.date:
        found[root.date] = (*case.place(_written(case, root, root.date), *root.span),)
    for said in attachments(case):
        is_same = said.document is document or said.document.version_of is None
        if said.day and is_same and case.root(said.document) is root:
            found.setdefault(said.day, (said.line, said.day_words))
    return sorted(((when, *where) for when, where in found.items()), reverse=True)


def early_deadlines(case: Case) -> Iterator[Finding]:
    """No deadline may lie before the day the plan was issued, by any date the file gives for it."""
    for document in case.documents:
        if document.status == "draft" or document.kind not in ASSIGNING:
            continue
        issued = issue_dates(case, document)
        for item in timed(document):
            if item.due.kind not in ("by_date", "within_period") or item.due.by is None:
                continue
            if not _NAMES_YEAR.search(item.due.text):
                continue  # the year was only inferred
            late = [found for found in issued if item.due.by < found[0]]
            if late:
                when, line, words = late[0]
                yield case.finding(
                    "deadline-before-issue",
                    f"Thời hạn “{item.due.text}” ở dòng {item.first} đã qua khi văn bản được ban "
                    f"hành: dòng {line} ghi "
                    f"ngày {day(when)}.",
                    case.place(item.due.text, item.first, item.last),
                    (line, words),
                )


def little_time(case: Case) -> Iterator[Finding]:
    """A period of which only a few days are left on the day of issue."""
    for document in case.documents:
        issued = issue_dates(case, document) if document.status != "draft" else []
        for item in timed(document):
            if item.due.kind != "within_period" or item.due.by is None:
                continue
            for when, line, words in issued:
                left = (item.due.by - when).days
                if 0 <= left < _LITTLE:
                    yield case.finding(
                        "little-time-left",
                        f"Nếu ban hành ngày {day(when)} (dòng {line}) thì chỉ còn {left} ngày "
                        f"đến hết "
                        f"“{item.due.text}”.",
                        case.place(item.due.text, item.first, item.last),
                        (line, words),
                    )
                    break


def impossible_dates(case: Case) -> Iterator[Finding]:
    """A date that the calendar does not have, such as 30/02."""
    for number, text in enumerate(case.source.text, start=1):
        for match in _WRITTEN.finditer(text) if _MAY_DATE.search(text) else ():
            if read_day(match[0]) is None:
                yield case.finding(
                    "impossible-date", f"Không có ngày {match[0]} trong lịch.", (number, match[0])
                )


def years_of_other_plans(case: Case) -> Iterator[Finding]:
    """A year left over from an older plan, or one beyond the plan's own."""
    for index, document in enumerate(case.documents):
        plan_year = case.years.get(index)
        if plan_year is None or document.kind not in ("plan", "programme", "appendix"):
            continue
        for item in timed(document):
            if _FOUR_DIGITS.search(item.text):
                yield from _past(case, item, plan_year)
                yield from _beyond(case, item, plan_year)


def _past(case: Case, item: Timed, plan_year: int) -> Iterator[Finding]:
    for match in _IN_YEAR.finditer(item.text):
        if int(match["year"]) > plan_year - _RECENT or _PAST_ACT.search(item.text[: match.start()]):
            continue
        yield case.finding(
            "past-year",
            f"Kế hoạch năm {plan_year} nhưng dòng này ghi “{match[0]}”, có thể sót lại từ kế "
            f"hoạch cũ.",
            case.place(match[0], item.first, item.last),
            suggestion=f"trong năm {plan_year}",
        )


def _beyond(case: Case, item: Timed, plan_year: int) -> Iterator[Finding]:
    for match in _YEAR.finditer(item.text):
        ahead = int(match["year"]) - plan_year
        if not 0 < ahead <= 3 or _LONG_TERM.search(item.text[: match.start()]):
            continue
        yield case.finding(
            "beyond-plan-year",
            f"Nhiệm vụ có phần của {match[0]}, vượt ra ngoài kế hoạch năm {plan_year}.",
            case.place(match[0], item.first, item.last),
        )


def _written(case: Case, document: Document, when: date) -> str:
    for _, text in case.lines_of(document):
        for match in _WRITTEN.finditer(text) if _MAY_DATE.search(text) else ():
            if read_day(match[0]) == when:
                return match[0]
    return day(when)
