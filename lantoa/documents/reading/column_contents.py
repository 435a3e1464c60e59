"""What the cells of a column hold (nội dung cột): bodies, dues, numbers, money, ticks."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from lantoa.common.rules.vietnamese import fold

from .column_words import role_of
from .labels import opens_with_body
from .table_model import (
    ASSIGNMENT,
    COORDINATING,
    DUE,
    LEAD,
    NUMBER,
    OTHER,
    TASK,
    UNKNOWN,
)
from .table_rows import is_label

# A cell of dues begins with when; a date in the midst of it tells as well.
_WHEN = "|".join(
    (
        r"(?:quy (?:[ivx]+|[1-4])\b|(?:cac )?thang (?:\d|mot|hai|ba|tu|nam|sau|bay|tam|chin|muoi)",
        r"thang (?:gieng|chap)|nam (?:19|20)\d\d|ngay (?:\d|lam viec|ky)|thuong xuyen|dinh ky",
        r"theo (?:ke hoach|yeu cau|tien do|lich|quy dinh|thoi gian)|giai doan|6 thang",
        r"(?:hang|moi) (?:nam|quy|thang|tuan|ngay)|sau khi|ngay sau|khi (?:co|phat sinh)",
        r"(?:ca|trong|cuoi|dau|giua|suot|het) (?:nam|quy|thang|ky|giai doan)|dot xuat|lien tuc",
        r"truoc (?:tet|le|dip|mua|ky|khi)|dip |\d+ (?:ngay|tuan|thang|lan)\b|tuan \d",
        r"thu (?:hai|ba|tu|nam|sau|bay|[2-7])\b|q[1-4]\b",
        r"t\d{1,2}\b|\d{1,2}\s?[/.-]\s?(?:\d{1,2}|(?:19|20)\d\d)|(?:19|20)\d\d\b)",
    )
)
_DUE = re.compile(
    rf"^\W*(?:(?:tu|den|trong|vao|hoan thanh|xong|bat dau|cham nhat|truoc|sau|den het|du kien|"
    rf"thuc hien|dip|nhan|ngay|tu ngay|truoc ngay|trong vong|khoang|cac) ?(?:la |vao |ngay |trong "
    rf"|truoc |het )?)*{_WHEN}|\btruoc (?:ngay )?\d|\d{{1,2}}/\d{{1,2}}/(?:19|20)\d\d"
)
_HOUR = re.compile(r"\d{1,2}\s?(?:h|g|:|giờ)\s?\d{0,2}\b")
_CLASSES = (
    "so|ban|phong|xa|phuong|thon|to|doan the|hoi|cap|nganh|huyen|thanh vien|buon|ap|khu|tinh|chi|"
    "vien|truong|doanh nghiep|don vi|co quan|dia phuong|bo phan"
)
_BODY = re.compile(
    rf"^(?:cac (?:{_CLASSES})\b|toan the |tat ca |thu truong |lanh dao |nhu tren|[a-z]?ubnd|"
    r"hdnd|mttq|ubmt|cong an|bch |ban chi huy|bo chi huy|quan su|cong chuc |chuyen vien|ttyt|"
    r"(?:ong|dong chi|d/c) |vp\b|tt |p\. ?|lien doan|bi thu|pho |chu tich|chi bo|hat |ngan hang|"
    r"dien luc|buu dien)"
)
# Without their marks these would be other words: "Tờ rơi", "Số liệu", "Hỏi đáp".
_MARKED = re.compile(
    r"^(?:Tổ|Sở|Hội|Đoàn|Trường|Trưởng|Thôn|Nhóm|Phòng|Ban|Khối|Nhà|Bà|Đội|Trạm|Đài|Báo|Viện|Bản|"
    r"Ấp|Buôn|Khu)\s"
)
_MONEY = re.compile(
    r"^[\d.,]{1,18}\s?(?:%|đồng|đ|triệu|tr\.?đ?|tỷ|nghìn|ngàn|VND)?(?:\s*đồng)?$", re.I
)
_VERB = re.compile(
    r"^(?:hoi (?:nghi|thi|thao|truong|dong thi|dap)|to chuc|truong hop|doan kiem tra|to cao|"
    r"so ket|so hoa|bao (?:cao|dam|chi|ve)|ban (?:tin|do|sao|ghi|giao|hanh)|so lieu|nhom cac|"
    r"nha (?:nuoc|nguoi dan)|phong chong|phong ngua|thon tinh)"
)
_SAMPLE = 40
_MANY = 1.4
_MOST = 0.6
_LONGEST_DUE = 90
_LONGEST_NAME = 160


def is_due(text: str) -> bool:
    """A short cell that tells when: "Quý I", "Thường xuyên", "15/3/2031"."""
    return 0 < len(text) <= _LONGEST_DUE and bool(_DUE.search(fold(text)))


def is_hour(text: str) -> bool:
    """ "8h00 - 8h30": a time of the day, as in the programme of a meeting."""
    return len(text) < 40 and bool(_HOUR.search(text))


def is_body(text: str) -> bool:
    """A cell that begins with the name of a body or of a class of bodies."""
    bare = text.lstrip("-–+• ")
    if not bare or len(text) > _LONGEST_NAME:
        return False
    folded = fold(bare)
    named = opens_with_body(bare) or _MARKED.match(bare) or _BODY.match(folded)
    return bool(named) and not _VERB.match(folded)


def is_amount(text: str) -> bool:
    """A figure, a sum of money or a share."""
    return len(text) <= 24 and bool(_MONEY.match(text.strip()))


def share(cells: Sequence[str], test: Callable[[str], bool]) -> float:
    """How many of the filled cells pass, of the first ones only."""
    filled = [cell for cell in cells if cell][:_SAMPLE]
    return sum(map(test, filled)) / len(filled) if filled else 0.0


def roles_by_contents(roles: Sequence[str], columns: Sequence[Sequence[str]]) -> list[str]:
    """Roles for the columns that no word told; a role that words gave already is not given again.

    `columns`: the cells of each column.
    """
    made = list(roles)
    for index, cells in enumerate(columns):
        if made[index] != UNKNOWN:
            continue
        made[index] = _role(cells, index, made)
    if TASK not in made:
        _longest_is_task(made, columns)
    return [OTHER if role == UNKNOWN else role for role in made]


def task_by_contents(
    roles: Sequence[str], header: Sequence[str], rows: Sequence[Sequence[str]]
) -> list[str]:
    """Of two columns that may hold the task the one that says something else in every row."""
    made = list(roles)
    if TASK not in made:
        return made
    chosen = made.index(TASK)
    kinds = {
        i: len({row[i] for row in rows if i < len(row) and row[i]})
        for i, text in enumerate(header)
        if i < len(made) and (i == chosen or (made[i] == OTHER and role_of(text)[0] == TASK))
    }
    best = max(kinds, key=lambda i: kinds[i])
    if kinds[best] > _MANY * kinds[chosen]:
        made[chosen], made[best] = OTHER, TASK
    return made


def _role(cells: Sequence[str], index: int, made: Sequence[str]) -> str:
    if index == 0 and NUMBER not in made and share(cells, is_label) >= 0.8:
        return NUMBER
    if DUE not in made and share(cells, is_due) >= _MOST:
        return DUE
    if share(cells, is_body) >= _MOST:
        if LEAD not in made and ASSIGNMENT not in made:
            return LEAD
        if COORDINATING not in made and LEAD in made[:index]:
            return COORDINATING
    return UNKNOWN


def _longest_is_task(made: list[str], columns: Sequence[Sequence[str]]) -> None:
    left = [i for i, role in enumerate(made) if role == UNKNOWN]
    sizes = {i: _mean(columns[i]) for i in left}
    best = max(left, key=lambda i: sizes[i], default=None)
    if best is not None and sizes[best] >= 12 and share(columns[best], is_amount) < 0.3:
        made[best] = TASK


def _mean(cells: Sequence[str]) -> float:
    filled = [cell for cell in cells if cell][:_SAMPLE]
    return sum(map(len, filled)) / len(filled) if filled else 0.0
