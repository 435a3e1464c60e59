"""Puts duties under the chapters of their plan (mục lớn của kế hoạch)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Generic, Protocol, TypeVar


class Coded(Protocol):
    @property
    def code(self) -> str: ...

    @property
    def nature(self) -> str: ...


Row = TypeVar("Row", bound=Coded)


@dataclass(slots=True)
class Chapter(Generic[Row]):
    """`label` is the number as printed ("II"), empty for rows that stand under no chapter."""

    key: str
    label: str
    heading: str
    rows: list[Row] = field(default_factory=list)


def chapters(rows: Iterable[Row], sections: Sequence[Mapping[str, Any]]) -> list[Chapter[Row]]:
    """Rows under the top-level sections whose path begins their code, in the plan's order.

    Focus activities form a chapter of their own (they come from the appendix); what has no
    section, such as a row added by hand, comes last under no number.
    """
    found = [Chapter[Row](s["path"], s["label"], s["heading"]) for s in sections]
    activities = Chapter[Row]("activities", "", "")
    others = Chapter[Row]("others", "", "")
    by_key = {chapter.key: chapter for chapter in found}
    for row in rows:
        if row.nature == "activity":
            activities.rows.append(row)
        else:
            by_key.get(_top(row.code, by_key), others).rows.append(row)
    return [chapter for chapter in (*found, activities, others) if chapter.rows]


def _top(code: str, keys: Iterable[str]) -> str:
    """The longest section path that the code is or continues after a dot."""
    fitting = [key for key in keys if code == key or code.startswith(f"{key}.")]
    return max(fitting, key=len, default="")
