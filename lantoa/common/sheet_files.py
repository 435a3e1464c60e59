"""Reading a table file that a person sends back (.xlsx, .csv): bounded, and nothing is computed."""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from xml.etree.ElementTree import ParseError

from openpyxl import load_workbook
from openpyxl.utils import get_column_letter

from lantoa.common.errors import DomainError

LARGEST = 5 * 1024 * 1024
UNPACKED = 40 * 1024 * 1024
PARTS, ROWS, COLUMNS = 200, 5_000, 40
FORMULA = ("=", "+", "-", "@", "\t", "\r")
_DAMAGED = (
    zipfile.BadZipFile, KeyError, ValueError, TypeError, IndexError, AttributeError, OSError,
    ParseError, NotImplementedError, RuntimeError,
)  # fmt: skip


class SheetTooLarge(DomainError):
    code = "sheet-too-large"
    message = "Tệp quá lớn: nhận nhiều nhất 5 MB và 5.000 dòng. Hãy lọc hẹp hơn rồi tải lại tệp."


class SheetUnreadable(DomainError):
    code = "sheet-unreadable"
    message = "Không đọc được tệp này. Hãy gửi tệp .xlsx, hoặc .csv lưu dạng UTF-8."


@dataclass(frozen=True, slots=True)
class Cell:
    """`value` is text, number, date or None; a formula is only its own text, marked as such."""

    address: str
    value: Any
    formula: bool = False


Line = list[Cell]


def read(data: bytes) -> list[Line]:
    """The lines of the first sheet, whatever the file's name says; empty ones are kept."""
    if len(data) > LARGEST:
        raise SheetTooLarge()
    if data.startswith(b"PK"):
        return _xlsx(data)
    if data.startswith(b"\xd0\xcf\x11\xe0") or b"\0" in data[:4000]:
        raise SheetUnreadable()
    return _csv(data)


def _xlsx(data: bytes) -> list[Line]:
    try:
        _refuse_bomb(data)
        book = load_workbook(io.BytesIO(data), read_only=True, data_only=False, keep_links=False)
        sheet = book.worksheets[0]
        lines: list[Line] = []
        # The size that the file claims is not believed: rows are counted as they come.
        sheet.reset_dimensions()
        for number, row in enumerate(sheet.iter_rows(max_col=COLUMNS), start=1):
            if number > ROWS + 10:
                raise SheetTooLarge()
            line = [_cell(number, at, cell) for at, cell in enumerate(row, start=1)]
            while line and line[-1].value is None:
                line.pop()
            lines.append(line)
    except _DAMAGED as error:
        raise SheetUnreadable() from error
    return lines


def _refuse_bomb(data: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = archive.infolist()
        if len(parts) > PARTS or sum(part.file_size for part in parts) > UNPACKED:
            raise SheetTooLarge()
        for part in parts:
            if part.filename.endswith((".xml", ".rels")):
                with archive.open(part) as file:
                    if b"<!DOCTYPE" in file.read(2_000):
                        raise SheetUnreadable()


def _cell(number: int, at: int, cell: Any) -> Cell:
    return Cell(f"{get_column_letter(at)}{number}", cell.value, cell.data_type == "f")


def _csv(data: bytes) -> list[Line]:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise SheetUnreadable() from error
    first = text.partition("\n")[0]
    mark = max(";,\t", key=first.count)
    try:
        return list(_lines(csv.reader(io.StringIO(text, newline=""), delimiter=mark)))
    except csv.Error as error:
        raise SheetUnreadable() from error


def _lines(rows: Iterator[list[str]]) -> Iterator[Line]:
    for number, row in enumerate(rows, start=1):
        if number > ROWS + 10:
            raise SheetTooLarge()
        yield [
            Cell(f"{get_column_letter(at)}{number}", _plain(text))
            for at, text in enumerate(row[:COLUMNS], start=1)
        ]


def _plain(text: str) -> str:
    """The apostrophe that keeps spreadsheet programs from running a text is no part of it."""
    return text[1:] if text.startswith("'") and text[1:].startswith(FORMULA) else text
