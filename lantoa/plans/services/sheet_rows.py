"""Writing the cells of a table through the services of duties (ghi từng dòng của bảng tính)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from lantoa.plans.errors import CellNotChangeable
from lantoa.plans.models import Obligation, Occurrence, Plan
from lantoa.plans.rules import sheet_columns as tables
from lantoa.plans.selectors import obligations, occurrences
from lantoa.plans.selectors.sheets import names_allowed
from lantoa.plans.services import (
    amending,
    amendments,
    assigning,
    evidence,
    progress_notes,
    windows,
)
from lantoa.plans.services.assigning import Order

if TYPE_CHECKING:
    from lantoa.common.access import Actor
    from lantoa.plans.services.amendments import Directive

BOUND = frozenset({"text", "due"})


@dataclass(frozen=True, slots=True)
class Change:
    """One cell: what stood and what is to stand, as the table writes it."""

    key: str
    column: str
    old: str
    new: str

    @property
    def pk(self) -> int:
        return int(self.key.partition("-")[2])


@dataclass(frozen=True, slots=True)
class Orders:
    """What the person says besides: the reason, the day of new parts, the amending document."""

    reason: str
    since: date
    directive: Directive | None = None


def needs_document(kind: str, column: str) -> bool:
    """Wording and day of a duty in force change only by a document, as on its page."""
    return kind == tables.DUTIES and column in BOUND


def write(kind: str, cells: Sequence[Change], orders: Orders, by: Actor) -> None:
    """Cells that belong together; any refusal is raised and none of them stands."""
    if kind == tables.PROGRESS:
        return _progress(cells, by)
    if cells[0].column in BOUND:
        return _amend(cells, orders, by)
    for cell in cells:
        _part(cell, orders, by)
    return None


def _amend(cells: Sequence[Change], orders: Orders, by: Actor) -> None:
    """One amendment for each plan, with everything the file changes in it."""
    assert orders.directive is not None  # asked for before anything is written
    duties = {cell.pk: obligations.get_for(by, cell.pk) for cell in cells}
    by_plan: dict[Plan, list[Change]] = defaultdict(list)
    for cell in cells:
        by_plan[duties[cell.pk].plan].append(cell)
    for plan, changes in by_plan.items():
        drawn = amendments.draw_up(plan=plan, kind="amending", directive=orders.directive, by=by)
        for cell in changes:
            shared: dict[str, Any] = {"amendment": drawn, "obligation": duties[cell.pk], "by": by}
            if cell.column == "text":
                amendments.reword_duty(text=cell.new, reason=orders.reason, **shared)
            else:
                _refuse_day(cell)
                due = _day(cell.new)
                assert due is not None
                amendments.move_duty(due_on=due, reason=orders.reason, **shared)
        amending.publish(amendment=drawn, by=by)


def _refuse_day(cell: Change) -> None:
    if not cell.old:
        raise CellNotChangeable("Nhiệm vụ này không có một ngày hạn; hãy dùng văn bản điều chỉnh.")
    if not cell.new:
        raise CellNotChangeable("Không bỏ được ngày hạn của nhiệm vụ.")


def _part(cell: Change, orders: Orders, by: Actor) -> None:
    duty = obligations.get_for(by, cell.pk)
    if cell.column == "note":
        progress_notes.note_duty(obligation=duty, text=cell.new, by=by)
        return
    keys = names_allowed()[1]
    old, new = (set(filter(None, side.split("; "))) for side in (cell.old, cell.new))
    gone, come = sorted(old - new), sorted(new - old)
    held = {part.agency.label: part.agency_id for part in obligations.parts_of(duty)}
    if cell.column == "lead":
        return _lead(duty, [held[name] for name in gone], [keys[name] for name in come], orders, by)
    for name in gone:
        order = Order(held[name], orders.since, orders.reason)
        assigning.stop_coordinating(obligation=duty, agency=held[name], order=order, by=by)
    for name in come:
        order = Order(keys[name], orders.since, orders.reason)
        assigning.coordinate(obligation=duty, order=order, by=by)
    return None


def _lead(duty: Obligation, gone: list[int], come: list[int], orders: Orders, by: Actor) -> None:
    if len(gone) > len(come):
        raise CellNotChangeable("Không bớt được cơ quan chủ trì mà không giao cho cơ quan khác.")
    if len(gone) > 1:
        raise CellNotChangeable("Mỗi lần chỉ đổi một cơ quan chủ trì của một nhiệm vụ.")
    for agency in come:
        order = Order(agency, orders.since, orders.reason)
        if gone:
            assigning.change_lead(obligation=duty, old=gone.pop(), order=order, by=by)
        else:
            assigning.add_lead(obligation=duty, order=order, by=by)


def _progress(cells: Sequence[Change], by: Actor) -> None:
    """Words first: what is sent for a decision is sent with them."""
    row = occurrences.get_for(by, cells[0].pk)
    said: dict[str, Any] = {c.column: c.new for c in cells if c.column != "state"}
    if "done_on" in said:
        said["done_on"] = _day(said["done_on"])
    if said:
        progress_notes.note(occurrence=row, said=said, by=by)
    for cell in cells:
        if cell.column == "state":
            _state(row, cell, by)


def _state(row: Occurrence, cell: Change, by: Actor) -> None:
    if (cell.old, cell.new) == (tables.NOT_BEGUN, tables.BEGUN):
        windows.begin(occurrence=row, by=by)
    elif cell.new == tables.SENT and cell.old in {tables.NOT_BEGUN, tables.BEGUN}:
        evidence.submit(occurrence=row, by=by)
    else:
        raise CellNotChangeable(f"Không chuyển được từ “{cell.old}” sang “{cell.new}” bằng tệp.")


def _day(text: str) -> date | None:
    return datetime.strptime(text, "%d/%m/%Y").date() if text else None
