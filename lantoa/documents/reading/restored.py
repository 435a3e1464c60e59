"""A kept reading back as values (đọc lại kết quả đã lưu): the inverse of `Reading.as_dict`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from .model import (
    Activity,
    Document,
    Due,
    Obligation,
    Paragraph,
    Party,
    Reading,
    Reference,
    Section,
    SourceFile,
    Target,
)

Kept = Mapping[str, Any]


def restored(kept: Kept, *, name: str, text: Sequence[str]) -> Reading:
    """The documents of a kept reading over its lines; findings are kept elsewhere."""
    source = SourceFile(name, "", "", list(text))
    return Reading(source, [_document(one) for one in kept.get("documents", ())], [])


def _document(kept: Kept) -> Document:
    values = {**_EMPTY, **kept}
    return Document(
        **{
            **values,
            "span": _span(values["span"]),
            "date": _day(values["date"]),
            "legal_bases": [_reference(one) for one in values["legal_bases"]],
            "references": [_reference(one) for one in values["references"]],
            "sections": [_section(one) for one in values["sections"]],
            "obligations": [_obligation(one) for one in values["obligations"]],
            "activities": [_activity(one) for one in values["activities"]],
        }
    )


# A reading made by an earlier release may lack what was added later.
_EMPTY: dict[str, Any] = {
    "status": "unknown",
    "date": None,
    **dict.fromkeys(("legal_bases", "references", "sections", "obligations", "activities"), ()),
}


def _reference(kept: Kept) -> Reference:
    return Reference(**{**kept, "date": _day(kept["date"])})


def _section(kept: Kept) -> Section:
    own = [Paragraph(**one) for one in kept["paragraphs"]]
    below = [_section(one) for one in kept["children"]]
    return Section(**{**kept, "span": _span(kept["span"]), "paragraphs": own, "children": below})


def _obligation(kept: Kept) -> Obligation:
    target = Target(**kept["target"]) if kept.get("target") else None
    return Obligation(**{**kept, **_duty(kept), "span": _span(kept["span"]), "target": target})


def _activity(kept: Kept) -> Activity:
    spans = [_span(one) for one in kept["spans"]]
    return Activity(**{**kept, **_duty(kept), "spans": spans})


def _duty(kept: Kept) -> dict[str, Any]:
    due = kept["due"]
    days = {"start": _day(due.get("start")), "by": _day(due.get("by"))}
    return {"parties": [Party(**one) for one in kept["parties"]], "due": Due(**{**due, **days})}


def _span(kept: Sequence[int]) -> tuple[int, int]:
    return kept[0], kept[1]


def _day(kept: str | None) -> date | None:
    return date.fromisoformat(kept) if kept else None
