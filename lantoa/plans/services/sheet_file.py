"""The file that is edited in a spreadsheet (tệp để sửa): locked keys, lists to choose, a guide."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font, PatternFill, Protection
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation

from lantoa.common.sheet_files import FORMULA
from lantoa.plans.rules import sheet_columns as tables
from lantoa.plans.rules.sheets import KEY, MARK, Column, mark_of

Rows = Mapping[str, Mapping[str, str]]
GUIDE = (
    "Cách dùng tệp này",
    "1. Chỉ sửa các ô nền trắng. Ô nền xám là mã dòng, dấu phiên bản và thông tin để đối chiếu.",
    "2. Không xóa, không sửa cột “Mã dòng” và “Dấu phiên bản”: phần mềm dựa vào đó để biết "
    "ô nào do bạn sửa và ô nào đã được người khác sửa sau khi tải tệp.",
    "3. Được xóa dòng, ẩn cột, sắp xếp, lọc. Dòng bị xóa khỏi tệp thì trong phần mềm giữ nguyên.",
    "4. Ngày ghi dạng ngày/tháng/năm, ví dụ 25/03/2026. Không dùng công thức.",
    "5. Nhiều cơ quan trong một ô cách nhau bằng dấu chấm phẩy; tên lấy ở trang “Danh mục”.",
    "6. Đổi nội dung hoặc hạn của nhiệm vụ phải có văn bản điều chỉnh; phần mềm hỏi khi áp dụng.",
    "7. Lưu tệp rồi nạp lại. Phần mềm hiện từng ô khác biệt để bạn chọn trước khi đổi.",
)


def to_csv(kind: str, rows: Rows) -> bytes:
    """UTF-8 with a byte order mark and semicolons, as Vietnamese Excel opens it."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";")
    columns = tables.COLUMNS[kind]
    writer.writerow([KEY, *(column.label for column in columns), MARK])
    for key, values in rows.items():
        cells = [_safe(values[column.code]) for column in columns]
        writer.writerow([key, *cells, mark_of(key, columns, values)])
    return out.getvalue().encode("utf-8-sig")


def to_xlsx(kind: str, rows: Rows, names: Sequence[str]) -> bytes:
    """Three sheets: the table, the guide, the lists."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "Dữ liệu"
    columns = tables.COLUMNS[kind]
    _heads(sheet, columns)
    for number, (key, values) in enumerate(rows.items(), start=2):
        _row(sheet, number, key, values, columns)
    _protect(sheet)
    _guide(book)
    lists = book.create_sheet("Danh mục")
    for number, name in enumerate(names, start=1):
        _text(lists.cell(number, 1), name)
    lists.column_dimensions["A"].width = 50
    _validate(sheet, columns, last=len(rows) + 1, names=len(names))
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _heads(sheet: Any, columns: Sequence[Column]) -> None:
    labels = [KEY, *(column.label for column in columns), MARK]
    widths = [12, *(column.width for column in columns), 14]
    for at, (label, width) in enumerate(zip(labels, widths, strict=True), start=1):
        cell = sheet.cell(1, at)
        _text(cell, label)
        cell.font, cell.fill = Font(bold=True), PatternFill("solid", fgColor="D9EAE6")
        sheet.column_dimensions[get_column_letter(at)].width = width
    sheet.freeze_panes = "B2"
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(labels))}1"


def _row(
    sheet: Any, number: int, key: str, values: Mapping[str, str], columns: Sequence[Column]
) -> None:
    grey = PatternFill("solid", fgColor="EFEDE8")
    _text(sheet.cell(number, 1), key)
    for at, column in enumerate(columns, start=2):
        cell, value = sheet.cell(number, at), values[column.code]
        if column.kind == "date" and value:
            cell.value = datetime.strptime(value, "%d/%m/%Y").date()
            cell.alignment = Alignment(vertical="top")
        else:
            _text(cell, value)
        if column.kind == "date":
            cell.number_format = "dd/mm/yyyy"
        cell.protection = Protection(locked=not column.editable)
        if not column.editable:
            cell.fill = grey
    sheet.cell(number, 1).fill = grey
    mark = sheet.cell(number, len(columns) + 2)
    _text(mark, mark_of(key, columns, values))
    mark.fill, mark.alignment = grey, Alignment(vertical="top")


def _protect(sheet: Any) -> None:
    """Without a password: it keeps from slips, not from intent; the mark finds the rest."""
    sheet.protection.enable()
    for free in ("formatColumns", "formatRows", "sort", "autoFilter", "deleteRows"):
        setattr(sheet.protection, free, False)


def _validate(sheet: Any, columns: Sequence[Column], *, last: int, names: int) -> None:
    for at, column in enumerate(columns, start=2):
        if not column.editable or last < 2:
            continue
        span = f"{get_column_letter(at)}2:{get_column_letter(at)}{last}"
        if column.kind == "choice":
            rule = DataValidation("list", formula1=f'"{",".join(column.options)}"')
            rule.error, rule.errorTitle = "Hãy chọn trong danh sách.", column.label
        elif column.kind == "names" and names:
            # A cell may hold several names: the list helps and does not forbid.
            rule = DataValidation("list", formula1=f"'Danh mục'!$A$1:$A${names}")
            rule.showErrorMessage = False
        else:
            continue
        rule.allow_blank = column.kind != "choice"
        sheet.add_data_validation(rule)
        rule.add(span)


def _guide(book: Any) -> None:
    sheet = book.create_sheet("Hướng dẫn")
    sheet.column_dimensions["A"].width = 100
    for number, line in enumerate(GUIDE, start=1):
        cell = sheet.cell(number, 1)
        _text(cell, line)
        cell.font = Font(bold=number == 1)
    sheet.protection.enable()


def _text(cell: Any, value: str) -> None:
    cell.value = value or None
    if value:
        cell.data_type = "s"  # a text that begins with "=" is no formula
    cell.alignment = Alignment(wrap_text=True, vertical="top")
    cell.number_format = "@"


def _safe(text: str) -> str:
    return f"'{text}" if text.startswith(FORMULA) else text
