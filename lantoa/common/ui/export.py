"""A table as a file (xuất Excel, CSV): all rows, real numbers and dates, no formulas."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from django.http import HttpResponse
from django.utils import timezone
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter

from lantoa.common.ui.tables import Table

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
WIDTHS = {"number": 14, "date": 12, "datetime": 18, "state": 22, "due": 12, "bar": 10}
# A cell that starts so is run as a formula by spreadsheet programs.
FORMULA = ("=", "+", "-", "@", "\t", "\r")


def wanted(params: Any) -> str:
    """`xlsx` or `csv` when the address asks for a file (`?xuat=`), else an empty string."""
    asked = params.get("xuat", "")
    return asked if asked in {"xlsx", "csv"} else ""


def response(table: Table, *, kind: str, name: str) -> HttpResponse:
    """The file as a download named `<name>-<today>.<kind>`."""
    body, mime = (to_xlsx(table), XLSX) if kind == "xlsx" else (to_csv(table), "text/csv")
    answer = HttpResponse(body, content_type=mime if kind == "xlsx" else f"{mime}; charset=utf-8")
    today = timezone.localdate().strftime("%Y%m%d")
    answer["Content-Disposition"] = f'attachment; filename="{name}-{today}.{kind}"'
    return answer


def workbook(tables: Sequence[Table], *, name: str) -> HttpResponse:
    """Several tables as one Excel file, a sheet each."""
    answer = HttpResponse(_book(tables), content_type=XLSX)
    today = timezone.localdate().strftime("%Y%m%d")
    answer["Content-Disposition"] = f'attachment; filename="{name}-{today}.xlsx"'
    return answer


def to_csv(table: Table) -> bytes:
    """UTF-8 with a byte order mark, so that Excel reads the accents."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow([str(column.label) for column in table.columns])
    for row in table.plain_rows():
        writer.writerow([_csv(value) for value in row])
    return out.getvalue().encode("utf-8-sig")


def to_xlsx(table: Table) -> bytes:
    """One sheet: title, headings, rows; written as a stream, so a long list stays small."""
    return _book([table])


def _book(tables: Sequence[Table]) -> bytes:
    book = Workbook(write_only=True)
    for table in tables:
        _add_sheet(book, table)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _add_sheet(book: Workbook, table: Table) -> None:
    sheet = book.create_sheet(title=_sheet_name(str(table.caption)))
    for at, column in enumerate(table.columns, start=1):
        width = 48 if column.main else WIDTHS.get(column.kind, 28)
        sheet.column_dimensions[get_column_letter(at)].width = width
    sheet.freeze_panes = "A3"
    sheet.append([_xlsx(sheet, str(table.caption), bold=True)])
    sheet.append([_head(sheet, str(column.label)) for column in table.columns])
    for row in table.plain_rows():
        sheet.append([_xlsx(sheet, value) for value in row])


def _csv(value: Any) -> Any:
    if isinstance(value, datetime):
        return _local(value).strftime("%d/%m/%Y %H:%M")
    if isinstance(value, date):
        return value.strftime("%d/%m/%Y")
    if value is None or isinstance(value, int | float):
        return "" if value is None else value
    text = str(value)
    return f"'{text}" if text.startswith(FORMULA) else text


def _xlsx(sheet: Any, value: Any, *, bold: bool = False) -> WriteOnlyCell:
    if isinstance(value, datetime):
        value = _local(value).replace(tzinfo=None)
    elif value is not None and not isinstance(value, int | float | date):
        value = str(value)
    cell = WriteOnlyCell(sheet, value=value)
    if isinstance(value, str):
        cell.data_type = "s"  # openpyxl would take "=…" for a formula
        cell.alignment = Alignment(wrap_text=not bold, vertical="top")
    elif isinstance(value, date):
        cell.number_format = "dd/mm/yyyy hh:mm" if isinstance(value, datetime) else "dd/mm/yyyy"
    cell.font = Font(bold=bold)
    return cell


def _head(sheet: Any, label: str) -> WriteOnlyCell:
    cell = _xlsx(sheet, label, bold=True)
    cell.fill = PatternFill("solid", fgColor="D9EAE6")
    cell.alignment = Alignment(wrap_text=True, vertical="center")
    return cell


def _local(moment: datetime) -> datetime:
    return timezone.localtime(moment) if timezone.is_aware(moment) else moment


def _sheet_name(caption: str) -> str:
    """Excel allows 31 characters and none of []:*?/\\ in a sheet's name."""
    return "".join(c for c in caption if c not in "[]:*?/\\")[:31] or "Bang"
