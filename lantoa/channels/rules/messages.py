"""One neutral message (nội dung tin) that every channel can carry, and its plain text."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Item:
    """One line of a list; `url` is a path on this site or a full address."""

    text: str
    note: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """A titled list; `more` says what was left out, `url` leads to all of it."""

    title: str
    items: tuple[Item, ...] = ()
    more: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True)
class Message:
    subject: str
    text: str
    url: str = ""
    sections: tuple[Section, ...] = ()
    footer: str = ""

    def as_data(self) -> dict[str, Any]:
        """Plain values, as the queue keeps them."""
        return asdict(self)

    @classmethod
    def from_data(cls, data: Mapping[str, Any]) -> Message:
        """The message that `as_data` described."""
        sections = tuple(
            Section(
                section["title"],
                tuple(Item(**item) for item in section["items"]),
                section["more"],
                section["url"],
            )
            for section in data.get("sections", ())
        )
        footer = data.get("footer", "")
        return cls(data["subject"], data["text"], data.get("url", ""), sections, footer)


def absolute(url: str, base: str) -> str:
    """A path on this site as a full address; other addresses stay as they are."""
    return f"{base.rstrip('/')}{url}" if url.startswith("/") else url


def plain(message: Message, *, base: str) -> str:
    """The message as text: for e-mail readers without HTML and for channels that carry words."""
    lines = [message.text]
    for section in message.sections:
        lines += ["", section.title.upper()]
        for item in section.items:
            lines.append(f"- {item.text}" + (f" ({item.note})" if item.note else ""))
            if item.url:
                lines.append(f"  {absolute(item.url, base)}")
        if section.more:
            more = f"  {absolute(section.url, base)}" if section.url else ""
            lines.append(f"  {section.more}{':' + more if more else ''}")
    if message.url:
        lines += ["", absolute(message.url, base)]
    if message.footer:
        lines += ["", "-- ", message.footer]
    return "\n".join(lines) + "\n"


def message_id(key: str, *, domain: str) -> str:
    """The same key always gives the same Message-ID (RFC 5322), so mailboxes know a repetition."""
    digest = hashlib.sha256(key.encode()).hexdigest()[:40]
    return f"<{digest}@{domain or 'lan-toa.invalid'}>"
