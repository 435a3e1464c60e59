"""Table files that people send: every honest kind is read, hostile ones get one sentence."""

from __future__ import annotations

import io
import zipfile

import pytest
from openpyxl import Workbook

from lantoa.common import sheet_files
from lantoa.common.sheet_files import SheetTooLarge, SheetUnreadable, read


def values(data: bytes) -> list[list]:
    return [[cell.value for cell in line] for line in read(data)]


def book(*rows) -> bytes:
    made = Workbook()
    for row in rows:
        made.active.append(row)
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def packed(**parts: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name.replace("__", "/") + ".xml", data)
    return out.getvalue()


@pytest.mark.parametrize(
    "data",
    [
        "Mã;Tên\n1;Ất\n".encode("utf-8-sig"),
        "Mã,Tên\r\n1,Ất\r\n".encode(),
        "Mã\tTên\n1\tẤt\n".encode(),
        book(["Mã", "Tên"], ["1", "Ất"]),
    ],
)
def test_excel_and_every_common_csv_are_read(data):
    assert values(data) == [["Mã", "Tên"], ["1", "Ất"]]


def test_cells_know_their_address_and_formulas_stay_text():
    cell = read(book(["a", "=1+1"]))[0][1]
    assert (cell.address, cell.formula, cell.value) == ("B1", True, "=1+1")


def test_the_apostrophe_against_formulas_is_taken_off():
    assert values(b"a;'=1+1;'abc\n") == [["a", "=1+1", "'abc"]]


@pytest.mark.parametrize(
    "data",
    [
        b"", b"PK\x03\x04 no archive", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1old", b"\x00\x01\x02",
        "Mã;Tên".encode("utf-16"), b"\xff\xfe\xfd", packed(xl__workbook=b"<x/>"),
        packed(xl__workbook=b"<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>"),
    ],
)  # fmt: skip
def test_what_is_no_table_is_refused_with_one_sentence(data):
    if data:
        with pytest.raises(SheetUnreadable):
            read(data)
    else:
        assert read(data) == []


def test_a_bomb_too_many_rows_and_too_many_bytes_are_refused(monkeypatch):
    with pytest.raises(SheetTooLarge):
        read(packed(xl__workbook=b" " * (sheet_files.UNPACKED + 1)))
    with pytest.raises(SheetTooLarge):
        read(b"x" * (sheet_files.LARGEST + 1))
    with pytest.raises(SheetTooLarge):
        read(b"a;b\n" * 6_000)
    monkeypatch.setattr(sheet_files, "ROWS", 5)
    with pytest.raises(SheetTooLarge):
        read(book(*[["x"]] * 20))
