"""Which column a header names (tiêu đề cột): by the words it begins with, then by words in it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from lantoa.common.rules.vietnamese import fold

from .limits import MAX_COLUMNS
from .table_model import (
    ASSIGNMENT,
    COORDINATING,
    DUE,
    FORMS,
    LEAD,
    NUMBER,
    OTHER,
    PERIOD,
    PRODUCT,
    START,
    TASK,
    UNKNOWN,
)

_BODIES = (
    r"(?:cac )?(?:co quan|don vi|dia phuong|to chuc|bo phan|nguoi|ca nhan|can bo|cong chuc|"
    r"lanh dao|phong|ban|nganh|cap|so)"
)
_TASKS = (
    r"(?:nhiem vu|noi dung|hoat dong|cong viec|dau viec|cong tac|viec(?: lam| can lam)?|"
    r"phan viec)"
)
_DOING = (
    r"thuc hien|trien khai|tham muu|phu trach|soan thao|xay dung|to chuc|duoc giao|bao cao|"
    r"viet bai|thuc thi"
)
_WHEN = "|".join(
    (
        r"^(?:bat dau|khoi cong).*(?:hoan thanh|ket thuc)",
        r"^(?:thoi (?:gian|han|diem|ky|hieu)|tien do|han(?: |$)|lo trinh|moc|ky han|hoan thanh)",
        r"^ngay(?: thuc hien| hoan thanh| to chuc|,|$| nop| bao cao)",
        r"^(?:du kien|ket thuc|nam thuc hien|nam hoan thanh|thang(?: |,|$))",
        r"^quy(?:,|$| thuc hien| hoan thanh)",
    )
)
# The strength of a word: the strongest column of a role has it, the others are beside it.
_Words = tuple[str, int, re.Pattern[str]]


def _words(role: str, strength: int, pattern: str) -> _Words:
    return role, strength, re.compile(pattern)


_PERIOD = (
    r"^(?:quy (?:[1-4]|i{1,3}|iv)|thang \d{1,2}|t ?\d{1,2}|(?:0?6|sau) thang (?:dau|cuoi) nam|"
    r"nam (?:19|20)\d\d|(?:19|20)\d\d)(?:\s*[/.-]?\s*(?:nam )?(?:19|20)\d\d)?$"
)
_BEGINS: tuple[_Words, ...] = (
    _words(NUMBER, 3, r"^(?:so )?s?tt$|^(?:so )?thu tu$|^so$|^no\.?$|^muc$|^#$"),
    _words(PERIOD, 3, _PERIOD),
    _words(
        OTHER,
        3,
        r"^(?:kinh phi|du toan|nguon|ghi chu|dia (?:diem|ban|chi)|doi tuong|so luong|khoi luong|"
        r"don vi tinh|dvt|muc (?:chi|do|phi)|thanh tien|don gia|so tien|so tham du|can cu|co so|"
        r"ma (?:so|tthc|hieu|nhiem)|thoi han giai quyet|thoi luong|ngay (?:sinh|ky|ban hanh|"
        r"cap|hieu luc|thang nam sinh)|nam (?:sinh|ban hanh)|thanh phan|thuoc|diem|thang diem|"
        r"ho (?:va )?ten|chuc (?:vu|danh)|(?:so )?dien thoai|email|don vi cong tac|so,? ky hieu|"
        r"so hieu|trich yeu|loai|quy mo|pham vi|noi nhan|nhiem vu chi|cap (?:trinh|ban hanh"
        r"|phe duyet|co tham quyen)|ty le|tong (?:so|cong|kinh phi)|gioi tinh|dan toc|trinh do|"
        r"cach tinh|tai lieu|y kien|danh gia|tinh trang|trang thai)",
    ),
    _words(
        START,
        3,
        r"^(?:thoi gian |thoi diem |ngay )?(?:bat dau|khoi cong|trien khai tu)"
        r"(?!.*(?:hoan thanh|ket thuc|\bden\b))",
    ),
    _words(
        DUE,
        3,
        _WHEN,
    ),
    _words(DUE, 1, r"^(?:tan suat|dinh ky|nam|ngay|khi nao|bao gio|xong)\b"),
    _words(ASSIGNMENT, 4, r"^(?:phan cong|to chuc thuc hien|trach nhiem).*(?:chu tri|phoi hop)"),
    _words(TASK, 1, r"^(?:nhom|mang|linh vuc|chu de)\b"),
    _words(TASK, 5, rf"^{_TASKS}.*\b(?:cu the|chi tiet)\b"),
    _words(TASK, 4, rf"^(?:ten |danh muc |cac |muc tieu, )?{_TASKS}"),
    _words(FORMS, 3, r"^(?:hinh thuc|phuong thuc|cach thuc|kenh|bien phap|phuong tien)"),
    _words(PRODUCT, 3, r"^(?:san pham|ket qua|dau ra|minh chung)"),
)
_HOLDS: tuple[_Words, ...] = (
    _words(OTHER, 3, r"kinh phi|ghi chu|du toan|don vi tinh"),
    _words(ASSIGNMENT, 3, r"chu tri.*phoi hop|phoi hop.*chu tri"),
    _words(COORDINATING, 4, r"phoi hop"),
    _words(LEAD, 4, r"chu tri|dau moi|chiu trach nhiem"),
    _words(COORDINATING, 2, r"tham gia|ho tro|cung thuc hien|lien quan"),
    _words(
        OTHER,
        2,
        rf"^{_BODIES},? .{{0,20}}(?:ban hanh|tiep nhan|nhan bao cao|giam sat|kiem tra|thu huong|"
        r"phe duyet|trinh|de xuat|giai quyet|cong tac|cham diem|tham dinh)",
    ),
    _words(
        LEAD,
        3,
        rf"\b(?<!van ){_BODIES}(?:,? (?:{_BODIES}))* (?:duoc giao |duoc phan cong )?"
        rf"(?:{_DOING})|trach nhiem|giao cho|giao thuc hien",
    ),
    _words(ASSIGNMENT, 2, r"phan cong"),
    _words(LEAD, 2, r"phu trach|nguoi thuc hien|nguoi lam|^ai\b"),
    _words(
        LEAD,
        1,
        rf"^(?:{_BODIES}(?:,|/| -| va)? ?)+$|^thuc hien$|^chi dao$|theo doi|don doc|chi dao",
    ),
    _words(DUE, 2, r"thoi gian|thoi han|thoi diem|tien do|\bhan\b|hoan thanh|lo trinh"),
    _words(FORMS, 2, r"hinh thuc|phuong thuc|cach thuc"),
    _words(PRODUCT, 2, r"san pham|ket qua|dau ra"),
    _words(TASK, 4, r"nhiem vu|hoat dong|cong viec"),
    _words(TASK, 3, r"noi dung|\bviec\b"),
    _words(TASK, 2, r"giai phap|muc tieu"),
    _words(
        TASK,
        1,
        r"^ten\b|^(?:nhom|linh vuc|chi tieu|tieu chi|de tai|chu de|chuyen de|chuong trinh|du an|"
        r"de an|mo hinh|su kien|danh muc|hang muc|thu tuc|van ban|tin, bai|yeu cau)",
    ),
)
_BULK = re.compile(r"^(?:noi dung)")
_LONGEST = 120


@lru_cache(maxsize=4096)
def role_of(header: str) -> tuple[str, int]:
    """The role that these words give a column, and how sure they are (1 to 4, 0 for unknown)."""
    folded = " ".join(fold(header).strip(" .:*()").split())
    for role, strength, pattern in (*_BEGINS, *_HOLDS):
        if pattern.search(folded):
            # "Nội dung" beside "Nhiệm vụ" only groups.
            return role, strength - 1 if role == TASK and _BULK.match(folded) else strength
    return UNKNOWN, 0


def known_roles(cells: Sequence[str]) -> set[str]:
    """The roles other than OTHER that these headers surely name."""
    return {role for role, strength in map(role_of, cells) if strength > 1} - {OTHER, UNKNOWN}


def header_roles(cells: Sequence[str]) -> list[str] | None:
    """The roles when the cells are a header of tasks; None when no column can hold the task.

    At least two columns must be known; of two columns for one role the plainer words win.
    """
    if not 2 <= len(cells) <= MAX_COLUMNS or any(len(cell) > _LONGEST for cell in cells):
        return None
    found = [role_of(cell) if cell else (OTHER, 0) for cell in cells]
    known = {role for role, _ in found} - {OTHER, UNKNOWN}
    if TASK not in known:
        found = _with_task(found)
        known = {role for role, _ in found} - {OTHER, UNKNOWN}
    if TASK not in known or len(known) < 2:
        return None
    return one_of_each(found)


def one_of_each(found: Sequence[tuple[str, int]]) -> list[str]:
    """Each role once, at its strongest column; periods may be many."""
    best: dict[str, int] = {}
    for index, (role, strength) in enumerate(found):
        if role not in best or strength > found[best[role]][1]:
            best[role] = index
    if START in best and DUE not in best:
        best[DUE] = best[START]
        found = [(DUE, strength) if role == START else (role, strength) for role, strength in found]
    return [
        role if role in {OTHER, UNKNOWN, PERIOD} or best[role] == index else OTHER
        for index, (role, _) in enumerate(found)
    ]


def _with_task(found: Sequence[tuple[str, int]]) -> list[tuple[str, int]]:
    """Without a column of tasks the forms are the tasks, or else the products."""
    for stand_in in (FORMS, PRODUCT):
        at = next((i for i, (role, _) in enumerate(found) if role == stand_in), None)
        if at is not None:
            return [(TASK, 1) if i == at else each for i, each in enumerate(found)]
    return list(found)
