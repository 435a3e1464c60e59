"""Files of a table: all rows, true types, no formulas."""

import io
from datetime import date
from types import SimpleNamespace

from openpyxl import load_workbook

from lantoa.common.ui import export
from lantoa.common.ui.tables import Column, Table


def _table(*names, **options):
    rows = [
        SimpleNamespace(pk=at, name=name, on=date(2024, 3, 20), money=1500, state="overdue")
        for at, name in enumerate(names)
    ]
    columns = [
        Column(key="name", label="Tên", main=True),
        Column(key="on", label="Ngày", kind="date"),
        Column(key="money", label="Tiền", kind="number"),
        Column(key="state", label="Trạng thái", kind="state"),
    ]
    return Table(columns=columns, rows_from=rows, params={}, caption="Danh sách: 1/2", **options)


def test_csv_opens_in_excel_with_accents_and_every_page():
    body = export.to_csv(_table("Đông Sơn", "Ấp Bắc", per_page=1))
    assert body.startswith(b"\xef\xbb\xbf")
    lines = body.decode("utf-8-sig").splitlines()
    assert lines == [
        "Tên,Ngày,Tiền,Trạng thái",
        "Đông Sơn,20/03/2024,1500,Quá hạn",
        "Ấp Bắc,20/03/2024,1500,Quá hạn",
    ]


def test_xlsx_holds_real_dates_and_numbers():
    sheet = load_workbook(io.BytesIO(export.to_xlsx(_table("Đông Sơn")))).active
    assert sheet.title == "Danh sách 12"
    assert sheet["A2"].value == "Tên"
    assert sheet["B3"].value.date() == date(2024, 3, 20)
    assert sheet["C3"].value == 1500
    assert sheet["D3"].value == "Quá hạn"


def test_text_that_looks_like_a_formula_stays_text():
    assert "'=1+1" in export.to_csv(_table("=1+1")).decode("utf-8-sig")
    sheet = load_workbook(io.BytesIO(export.to_xlsx(_table("=1+1")))).active
    assert (sheet["A3"].value, sheet["A3"].data_type) == ("=1+1", "s")


def test_the_download_is_named_by_day_and_kind():
    answer = export.response(_table("a"), kind="csv", name="nhiem-vu")
    assert answer["Content-Type"] == "text/csv; charset=utf-8"
    assert 'filename="nhiem-vu-2' in answer["Content-Disposition"]
    assert export.wanted({"xuat": "exe"}) == ""
