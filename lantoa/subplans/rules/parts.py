"""The five parts that a sub-plan must have (năm phần bắt buộc), and which of them are missing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

PARTS = {
    "task": "nhiệm vụ, hoạt động",
    "forms": "hình thức thực hiện",
    "time": "thời gian thực hiện",
    "assignment": "phân công chủ trì, phối hợp",
    "money": "kinh phí dự kiến",
}
"""In the order in which plans name them."""

GENERAL = ("forms", "time", "assignment", "money")
"""Parts that may be stated once for the whole plan instead of in each row."""


@dataclass(frozen=True, slots=True)
class Row:
    """What one row of a sub-plan says; `money` in đồng."""

    number: int
    task: str = ""
    forms: str = ""
    time: str = ""
    lead: str = ""
    coordinating: str = ""
    money: int | None = None
    money_note: str = ""


@dataclass(frozen=True, slots=True)
class Gap:
    """A row that lacks parts, with the sentence that says so."""

    number: int
    parts: tuple[str, ...]
    sentence: str


@dataclass(frozen=True, slots=True)
class Completeness:
    """`missing`: parts that neither a row nor the general text has."""

    rows: int
    missing: tuple[str, ...]
    gaps: tuple[Gap, ...]

    @property
    def complete(self) -> bool:
        """Whether every one of the five parts stands somewhere in the plan."""
        return not self.missing

    @property
    def present(self) -> int:
        return len(PARTS) - len(self.missing)

    @property
    def sentences(self) -> list[str]:
        """What is missing for the whole, one sentence for each part."""
        return [_whole(part) for part in self.missing]


def completeness(rows: Iterable[Row], general: Mapping[str, str]) -> Completeness:
    """Which of the five parts are missing, for the whole plan and row by row.

    A part stated once for the whole plan ("kinh phí: từ nguồn chi thường xuyên") holds for every
    row that does not say otherwise.
    """
    rows = list(rows)
    stated = {part for part in GENERAL if general.get(part, "").strip()}
    has = [(row, parts_of(row) | stated) for row in rows]
    present = {part for _row, parts in has for part in parts}
    present |= stated
    gaps = tuple(_gap(row, parts) for row, parts in has if set(PARTS) - parts)
    return Completeness(len(rows), tuple(part for part in PARTS if part not in present), gaps)


def parts_of(row: Row) -> set[str]:
    """The parts that the row itself states; a sum of zero đồng states that no money is needed."""
    said = {
        "task": bool(row.task.strip()),
        "forms": bool(row.forms.strip()),
        "time": bool(row.time.strip()),
        "assignment": bool(row.lead.strip() or row.coordinating.strip()),
        "money": row.money is not None or bool(row.money_note.strip()),
    }
    return {part for part, there in said.items() if there}


def listed(parts: Sequence[str]) -> str:
    """Parts as words in a sentence: "hình thức thực hiện và kinh phí dự kiến"."""
    words = [PARTS[part] for part in parts]
    return words[0] if len(words) == 1 else f"{'; '.join(words[:-1])} và {words[-1]}"


def _gap(row: Row, parts: set[str]) -> Gap:
    lacking = tuple(part for part in PARTS if part not in parts)
    return Gap(row.number, lacking, f"Dòng {row.number} chưa ghi {listed(lacking)}.")


def _whole(part: str) -> str:
    if part == "task":
        return "Kế hoạch chưa có nhiệm vụ, hoạt động nào."
    return (
        f"Kế hoạch chưa có phần {PARTS[part]}: không dòng nào ghi, "
        "cũng chưa ghi chung cho cả kế hoạch."
    )
