"""The consolidated table as a workbook (tệp Excel): real numbers, frozen heads, filters, sums."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import Any

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter

from lantoa.subplans.rules.consolidating import Line, by_agency, by_duty, cross

HEAD_ROW = 3
MONEY = "#,##0"
FILL = PatternFill("solid", fgColor="D9EAE6")
LINE = Border(*(Side(style="thin", color="BBBBBB") for _side in range(4)))
Row = Sequence[Any]


class Formula(str):
    """A sum that this file writes itself."""

    __slots__ = ()


def book(title: str, lines: Sequence[Line]) -> bytes:
    """Every row, then the sums by duty and by agency, then both crossed."""
    made = Workbook()
    made.remove(made.active)
    _sheet(made, "Tổng hợp", f"Tổng hợp kế hoạch của các đơn vị: {title}", *_all(lines))
    groups = [[g.code, g.title, g.agencies, len(g.lines), g.money] for g in by_duty(lines)]
    heads = ["Ký hiệu", "Nhiệm vụ cấp trên", "Số đơn vị", "Số dòng", "Kinh phí (đồng)"]
    _sheet(made, "Theo nhiệm vụ", "Kinh phí theo nhiệm vụ", heads, groups, {4, 5})
    agencies = [[g.title, len(g.lines), g.money] for g in by_agency(lines)]
    heads = ["Đơn vị", "Số dòng", "Kinh phí (đồng)"]
    _sheet(made, "Theo đơn vị", "Kinh phí theo đơn vị", heads, agencies, {2, 3})
    _sheet(made, "Nhiệm vụ và đơn vị", "Kinh phí theo nhiệm vụ và đơn vị", *_crossed(lines))
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def _all(lines: Sequence[Line]) -> tuple[list[str], list[Row], set[int]]:
    heads = [
        "Đơn vị", "TT", "Ký hiệu nhiệm vụ", "Nhiệm vụ cấp trên", "Nhiệm vụ, hoạt động", "Hình thức",
        "Thời gian", "Chủ trì", "Phối hợp", "Kinh phí (đồng)", "Nguồn, ghi chú", "Cũng trả lời",
    ]  # fmt: skip
    rows: list[Row] = [
        [
            line.agency, line.number, line.duty[1], line.duty[2], line.task, line.forms, line.time,
            line.lead, line.coordinating, line.money, line.money_note,
            ", ".join(code for _at, code, _text in line.also),
        ]
        for group in by_agency(lines)
        for line in group.lines
    ]  # fmt: skip
    return heads, rows, {10}


def _crossed(lines: Sequence[Line]) -> tuple[list[str], list[Row], set[int]]:
    """A row for each duty, a column for each agency, and the sum across."""
    groups = by_agency(lines)
    duties, sums = cross(lines)
    heads = ["Ký hiệu", "Nhiệm vụ cấp trên", "Cộng", *(group.title for group in groups)]
    last = get_column_letter(len(heads))
    rows: list[Row] = [
        [
            duty[1], duty[2], Formula(f"=SUM(D{at}:{last}{at})"),
            *(sums.get((duty, int(str(group.key)))) for group in groups),
        ]
        for at, duty in enumerate(duties, start=HEAD_ROW + 1)
    ]  # fmt: skip
    return heads, rows, set(range(3, len(heads) + 1))


def _sheet(
    made: Workbook, name: str, title: str, heads: Row, rows: Sequence[Row], summed: set[int]
) -> None:
    """A title, a frozen head with filters, the rows, and sums that follow the filter."""
    sheet = made.create_sheet(name)
    sheet.append([_text(title)])
    sheet["A1"].font = Font(bold=True, size=13)
    sheet.append([])
    sheet.append(list(heads))
    for row in rows:
        sheet.append([_text(value) for value in row])
    last, width = HEAD_ROW + len(rows), get_column_letter(len(heads))
    sheet.freeze_panes = f"A{HEAD_ROW + 1}"
    sheet.auto_filter.ref = f"A{HEAD_ROW}:{width}{max(last, HEAD_ROW + 1)}"
    sheet.append(["Cộng"])
    for column in summed:
        letter = get_column_letter(column)
        cell = sheet.cell(last + 1, column)
        cell.value = f"=SUBTOTAL(109,{letter}{HEAD_ROW + 1}:{letter}{max(last, HEAD_ROW + 1)})"
    _dress(sheet, heads, rows, summed)


def _dress(sheet: Any, heads: Row, rows: Sequence[Row], summed: set[int]) -> None:
    for column, label in enumerate(heads, start=1):
        longest = max([len(str(label)), *(len(str(row[column - 1] or "")) for row in rows)])
        letter = get_column_letter(column)
        sheet.column_dimensions[letter].width = min(60 if column not in summed else 20, longest + 3)
    for row in sheet.iter_rows(min_row=HEAD_ROW, max_row=HEAD_ROW + len(rows) + 1):
        for cell in row:
            cell.border = LINE
            cell.alignment = Alignment(wrap_text=True, vertical="top")
            if cell.column in summed and cell.row > HEAD_ROW:
                cell.number_format = MONEY
            if cell.row in {HEAD_ROW, HEAD_ROW + len(rows) + 1}:
                cell.font, cell.fill = Font(bold=True), FILL
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.print_title_rows = f"{HEAD_ROW}:{HEAD_ROW}"


def _text(value: Any) -> Any:
    """Words of people are never formulas; the only formulas are our own sums."""
    if isinstance(value, Formula):
        return str(value)
    if isinstance(value, str) and value[:1] in {"=", "+", "-", "@"}:
        return f" {value}"
    return value
