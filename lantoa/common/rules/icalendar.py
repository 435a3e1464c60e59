"""Calendar files (iCalendar, RFC 5545): whole-day entries as calendar programs subscribe to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

PRODUCT = "-//Lan Toa//Lan Toa//VI"
MOST_OCTETS = 75
_ESCAPES = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n", "\r": None})


@dataclass(frozen=True, slots=True)
class Entry:
    """`uid` must stay the same for as long as it is the same deadline, whatever day it has."""

    uid: str
    on: date
    summary: str
    description: str = ""
    url: str = ""
    category: str = ""
    changed: datetime | None = None


def calendar(entries: Iterable[Entry], *, name: str, now: datetime) -> str:
    """The file: lines end with CRLF and are folded at 75 octets (sections 3.1 and 3.6)."""
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        f"PRODID:{PRODUCT}",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        f"X-WR-CALNAME:{_text(name)}",
        "REFRESH-INTERVAL;VALUE=DURATION:PT4H",
        "X-PUBLISHED-TTL:PT4H",
    ]
    for entry in entries:
        lines += _event(entry, now)
    lines.append("END:VCALENDAR")
    return "".join(f"{folded}\r\n" for line in lines for folded in _folded(line))


def _event(entry: Entry, now: datetime) -> list[str]:
    following = entry.on + timedelta(days=1)
    lines = [
        "BEGIN:VEVENT",
        f"UID:{_text(entry.uid)}",
        f"DTSTAMP:{_moment(now)}",
        f"DTSTART;VALUE=DATE:{entry.on:%Y%m%d}",
        f"DTEND;VALUE=DATE:{following:%Y%m%d}",
        f"SUMMARY:{_text(entry.summary)}",
        "TRANSP:TRANSPARENT",
    ]
    if entry.changed:
        lines.append(f"LAST-MODIFIED:{_moment(entry.changed)}")
    for name, value in (("DESCRIPTION", entry.description), ("CATEGORIES", entry.category)):
        if value:
            lines.append(f"{name}:{_text(value)}")
    if entry.url:
        lines.append(f"URL:{entry.url}")
    return [*lines, "END:VEVENT"]


def _text(value: str) -> str:
    return value.translate(_ESCAPES)


def _moment(value: datetime) -> str:
    return f"{value.astimezone(UTC):%Y%m%dT%H%M%SZ}"


def _folded(line: str) -> Iterator[str]:
    """Parts of at most 75 octets; a letter of several octets is never cut."""
    part, room = "", MOST_OCTETS
    for letter in line:
        size = len(letter.encode())
        if size > room:
            yield part
            part, room = " ", MOST_OCTETS - 1
        part += letter
        room -= size
    yield part
