"""What changed between two versions of a sub-plan (nội dung thay đổi giữa hai bản đã gửi)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from lantoa.subplans.rules.money import written

Content = Mapping[str, Any]

FIELDS = {
    "task": "Nhiệm vụ, hoạt động",
    "forms": "Hình thức",
    "time": "Thời gian",
    "lead": "Chủ trì",
    "coordinating": "Phối hợp",
    "money": "Kinh phí",
    "money_note": "Nguồn, ghi chú kinh phí",
    "answers": "Trả lời nhiệm vụ cấp trên",
}
WHOLE = {
    "title": "Tên kế hoạch",
    "symbol": "Số, ký hiệu",
    "issued_on": "Ngày ban hành",
    "signer": "Người ký",
    "file": "Tệp văn bản",
}
GENERAL = {
    "forms": "Hình thức (chung)",
    "time": "Thời gian (chung)",
    "assignment": "Phân công (chung)",
    "money": "Kinh phí (chung)",
}


@dataclass(frozen=True, slots=True)
class Change:
    """`kind` is added, removed or changed; `where` names the row or the part."""

    kind: str
    where: str
    what: str = ""
    before: str = ""
    after: str = ""


def differences(before: Content, after: Content) -> list[Change]:
    """Every difference: of the document first, then of general parts, then row by row.

    A row is the same row by its key, whatever became of its number or its words.
    """
    changes = list(_fields(before, after, WHOLE, "Văn bản"))
    changes += _fields(before.get("general", {}), after.get("general", {}), GENERAL, "Ghi chung")
    return changes + list(_rows(before.get("rows", []), after.get("rows", [])))


def _rows(before: list[Content], after: list[Content]) -> Iterator[Change]:
    old, new = ({row["key"]: row for row in rows} for rows in (before, after))
    for key, row in new.items():
        where = f"Dòng {row['number']}"
        if key in old:
            yield from _fields(old[key], row, FIELDS, where)
        else:
            yield Change("added", where, after=row["task"])
    for key, row in old.items():
        if key not in new:
            yield Change("removed", f"Dòng {row['number']} của bản trước", before=row["task"])


def _fields(
    before: Content, after: Content, names: Mapping[str, str], where: str
) -> Iterator[Change]:
    for name, label in names.items():
        old, new = _said(before.get(name)), _said(after.get(name))
        if old != new:
            yield Change("changed", where, label, old, new)


def _said(value: Any) -> str:
    if isinstance(value, int):
        return f"{written(value)} đồng"
    if isinstance(value, list):
        return ", ".join(str(one) for one in value)
    return "" if value is None else str(value)
