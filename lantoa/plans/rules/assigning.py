"""Giving a duty to another agency (giao, đổi cơ quan): what would happen, or why nothing does."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from lantoa.plans.rules.bulk import Verdict, refused

LEAD, ADD, COORDINATING, INSTEAD = "lead", "add", "coordinating", "instead"
WAYS = {
    LEAD: "Đổi cơ quan chủ trì",
    ADD: "Giao thêm cơ quan chủ trì",
    COORDINATING: "Thêm cơ quan phối hợp",
    INSTEAD: "Thay cơ quan phối hợp",
}
LEADS = frozenset({"lead", "requested"})


@dataclass(frozen=True, slots=True)
class Order:
    """What is asked for, in names: to whom, from when, instead of whom."""

    way: str
    to: int
    to_name: str
    since: date
    in_force: bool
    instead_of: int = 0
    instead_name: str = ""


@dataclass(frozen=True, slots=True)
class Standing:
    """One duty as one of its rows sees it; `roles` are the parts held today, agency to roles.

    `passing` are the row's agency's periods that would pass on, `open` all that anybody has yet
    to do from that day, `taken` those of them that the new agency has already.
    """

    running: bool
    holder: int
    holder_name: str
    roles: Mapping[int, frozenset[str]]
    passing: frozenset[str]
    open: frozenset[str]
    taken: frozenset[str]


def verdict(order: Order, duty: Standing, *, today: date) -> Verdict:
    """Nobody is given a duty that has ended, twice, from a day to come, or out of their time."""
    if not duty.running:
        return refused("Nhiệm vụ hoặc kế hoạch không còn hiệu lực.")
    if order.since > today:
        return refused("Ngày giao không thể sau hôm nay.")
    if not order.in_force:
        return refused(f"{order.to_name} không hoạt động vào ngày {_d(order.since)}.")
    held = duty.roles.get(order.to, frozenset())
    if order.way in {LEAD, ADD}:
        return _lead(order, duty, leads=bool(held & LEADS))
    if held:
        return refused(f"{order.to_name} đã tham gia nhiệm vụ này.")
    if order.way == COORDINATING:
        return Verdict(f"Thêm {order.to_name} phối hợp từ ngày {_d(order.since)}.")
    if "coordinating" not in duty.roles.get(order.instead_of, frozenset()):
        return refused(f"{order.instead_name or 'Cơ quan cũ'} không phối hợp nhiệm vụ này.")
    return Verdict(f"Phối hợp: {order.instead_name} → {order.to_name} từ ngày {_d(order.since)}.")


def _lead(order: Order, duty: Standing, *, leads: bool) -> Verdict:
    if leads or order.to == duty.holder:
        return refused(f"{order.to_name} đang chủ trì nhiệm vụ này.")
    wanted = duty.passing if order.way == LEAD else duty.open
    if not wanted:
        return refused(f"Không có kỳ nào còn phải làm từ ngày {_d(order.since)}.")
    if wanted & duty.taken:
        return refused(f"{order.to_name} đã có việc cùng kỳ của nhiệm vụ này.")
    if order.way == ADD:
        return Verdict(f"Giao thêm {order.to_name} chủ trì {len(wanted)} kỳ.")
    return Verdict(
        f"Chủ trì: {duty.holder_name} → {order.to_name} từ ngày {_d(order.since)}; "
        f"{len(wanted)} kỳ chuyển sang, kỳ đã gửi giữ nguyên."
    )


def _d(day: date) -> str:
    return f"{day:%d/%m/%Y}"
