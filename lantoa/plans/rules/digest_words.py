"""The digest in words (lời của bản nhắc việc): what is late, what comes, and where to act."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from lantoa.plans.rules.deadlines import left_in_words
from lantoa.plans.rules.titles import short

SHOWN = 12
"""Lines of a list in one message; beyond it the message names the number and links to all."""
GROUPS = (
    ("overdue", "Quá hạn"),
    ("returned", "Trả lại, cần làm lại"),
    ("due_soon", "Sắp đến hạn"),
    ("later", "Chưa đến hạn"),
)


@dataclass(frozen=True, slots=True)
class Duty:
    """What a digest says of one duty of one agency in one period."""

    pk: int
    text: str
    period: str
    due_on: date
    standing: str
    agency_id: int
    agency: str


def headline(duties: Iterable[Duty], *, today: date) -> str:
    """What the reader must know, in one sentence."""
    counts = _counts(duties)
    words = [
        f"{counts[code]} {said}"
        for code, said in (
            ("overdue", "việc quá hạn"),
            ("returned", "việc bị trả lại"),
            ("due_soon", "việc sắp đến hạn"),
            ("later", "việc chưa đến hạn"),
        )
        if counts.get(code)
    ]
    return f"Đến ngày {today:%d/%m/%Y} có {', '.join(words)} chưa gửi kết quả."


def subject(duties: Iterable[Duty], *, follow_up: bool) -> str:
    """The subject line; the numbers are what a reader decides on."""
    counts = _counts(duties)
    late = counts.get("overdue", 0)
    coming = sum(counts.values()) - late
    if follow_up and not coming:
        return f"Đôn đốc: {late} việc quá hạn cần thực hiện ngay"
    parts = [f"{late} việc quá hạn"] if late else []
    parts += [f"{coming} việc cần làm"] if coming else []
    return f"{'Đôn đốc' if follow_up else 'Nhắc việc'}: {', '.join(parts)}"


def grouped(duties: Iterable[Duty]) -> list[tuple[str, str, list[Duty]]]:
    """The duties by how they stand, the most pressing first, each group by its due day."""
    by_code: dict[str, list[Duty]] = {}
    for duty in duties:
        by_code.setdefault(_code(duty), []).append(duty)
    return [
        (code, title, sorted(by_code[code], key=lambda duty: (duty.due_on, duty.pk)))
        for code, title in GROUPS
        if code in by_code
    ]


def line(duty: Duty, *, today: date, with_agency: bool) -> tuple[str, str]:
    """A duty in the list: its title, and beside it whose it is, its period and its deadline."""
    left = left_in_words(duty.due_on, today=today)
    where = [duty.agency] if with_agency else []
    return short(duty.text, 90), " · ".join(
        [*where, duty.period, f"hạn {duty.due_on:%d/%m/%Y}, {left}"]
    )


def by_agency(duties: Iterable[Duty]) -> list[tuple[int, str, int]]:
    """How many late duties each agency has, the most first: for those who follow the whole plan."""
    counts: dict[tuple[int, str], int] = {}
    for duty in duties:
        counts[duty.agency_id, duty.agency] = counts.get((duty.agency_id, duty.agency), 0) + 1
    ordered = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0][1]))
    return [(pk, name, count) for (pk, name), count in ordered]


def _counts(duties: Iterable[Duty]) -> Mapping[str, int]:
    counts: dict[str, int] = {}
    for duty in duties:
        counts[_code(duty)] = counts.get(_code(duty), 0) + 1
    return counts


def _code(duty: Duty) -> str:
    return duty.standing if duty.standing in {"overdue", "returned", "due_soon"} else "later"
