"""Activities (hoạt động trọng điểm) from the rows of a table of tasks."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from . import dues, parties
from .column_contents import is_body, is_due
from .model import Activity, Party, Span
from .options import Options
from .period_columns import due_words
from .row_groups import duty_rows
from .table_model import (
    ASSIGNMENT,
    BODY,
    COORDINATING,
    FORMS,
    LEAD,
    NUMBER,
    PRODUCT,
    TASK,
    Row,
    Table,
)
from .table_rows import DIGITS

_DOTTED = re.compile(r"^\d{1,3}\.\d")
_NUMBERED = re.compile(r"(?:\d{1,2}(?:\.\d{1,2})*[.)]|[a-zđ]\)|[-+•])\s+(?=\S)")
_ITEM = re.compile(r"(?:^|\s)[-+•●–]\s+(?=[A-ZÀ-ỸĐ\d\"“(])")
# Names of bodies written with a spaced dash, which opens no new item of a list.
_COMPOUND = re.compile(
    r"(?:Văn h(?:óa|oá) - (?:Thông tin|Thể thao|Xã hội|Nghệ thuật|Du lịch)|Tài chính - Kế hoạch|"
    r"Lao động - (?:Thương binh|Việc làm)|Kinh tế - (?:Hạ tầng|Xã hội|Kế hoạch|Kỹ thuật)|"
    r"Kế hoạch - (?:Đầu tư|Tài chính)|Thông tin - (?:Truyền thông|Thể thao)|Độc lập - Tự do|"
    r"Tự do - Hạnh phúc|Phát thanh - Truyền hình|Truyền thông - Văn hóa|Giáo dục - Đào tạo|"
    r"Tài nguyên - Môi trường|Nông nghiệp - Môi trường|Dân số - Kế hoạch)"
)
_JOINT = "\u2060-\u2060"


def read_activities(
    tables: Sequence[Table], *, year: int | None, options: Options
) -> list[Activity]:
    """One activity for each row; a row that only groups others is none."""
    found: list[Activity] = []
    for table in tables:
        counted = _is_counted_through(table)
        for row in duty_rows(table):
            written = None if counted else DIGITS.match(table.text(row, NUMBER))
            number = int(written[1]) if written else len(found) + 1
            found.append(_activity(table, row, number, year, options))
    return found


def list_items(text: str) -> list[str]:
    """The items of a cell that holds a list ("- A - B"); a cell without dashes is one item."""
    bound = _COMPOUND.sub(lambda m: m[0].replace("-", _JOINT), text)
    items = [part for part in _ITEM.split(bound) if part.strip(" -+•")]
    return [part.replace(_JOINT, "-").strip(" ,;.-") for part in items]


def _activity(table: Table, row: Row, number: int, year: int | None, options: Options) -> Activity:
    task = _bare(table.text(row, TASK), table)
    forms = table.cell(row, FORMS).text or table.cell(row, PRODUCT).text
    assignment, found = _assignment(table, row, options)
    when = due_words(table, row) or (row.group if is_due(row.group) else "")
    due = dues.read_due(when, year=year, options=options, context=task)
    return Activity(
        number=number,
        task=task,
        forms=list_items(forms),
        assignment=assignment,
        parties=found,
        due=due,
        spans=_spans(row.lines),
        confidence=_confidence(task, found, due.kind),
    )


def _is_counted_through(table: Table) -> bool:
    """Rows numbered "2.1", or one number over several rows, must not share the number."""
    labels = [table.text(row, NUMBER) for row in table.rows if table.text(row, TASK)]
    if any(labels) and not all(labels):
        return True
    twice = any(a and a == b and DIGITS.match(a) for a, b in pairwise(labels))
    return twice or any(map(_DOTTED.match, labels))


def _bare(task: str, table: Table) -> str:
    """The task without the number that stands in its cell where no column has numbers."""
    match = _NUMBERED.match(task) if NUMBER not in table.roles else None
    return task[match.end() :] if match else task


def _assignment(table: Table, row: Row, options: Options) -> tuple[str, list[Party]]:
    """Who does it: one cell for all, or one for the lead and one for those who take part."""
    whole = table.cell(row, ASSIGNMENT).text
    lead = table.text(row, LEAD) or "; ".join(_ticked(table, row))
    others = table.text(row, COORDINATING)
    group = "" if whole or lead or others or not is_body(row.group) else row.group
    text = "; ".join(filter(None, [whole, lead, group]))
    found = parties.parties_of_assignment(text, options=options) if text else []
    if others:
        helping = parties.parties_of_assignment(others, options=options)
        known = {party.name for party in found}
        found += [Party(p.name, "coordinating", p.group) for p in helping if p.name not in known]
        text = f"{text}; phối hợp: {others}" if text else f"Phối hợp: {others}"
    return text, found


def _ticked(table: Table, row: Row) -> list[str]:
    """The bodies in whose columns the row is ticked."""
    filled = table.filled(row)
    return [table.header[i] for i in filled if table.roles[i] == BODY]


def _spans(lines: Sequence[int]) -> list[Span]:
    spans: list[Span] = []
    for line in lines:
        if spans and line == spans[-1][1] + 1:
            spans[-1] = (spans[-1][0], line)
        else:
            spans.append((line, line))
    return spans


def _confidence(task: str, found: Sequence[Party], due_kind: str) -> float:
    missing = [not task, not any(p.role == "lead" for p in found), due_kind == "unstated"]
    return round(1.0 - 0.2 * sum(missing), 2)
