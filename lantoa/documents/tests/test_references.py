"""Citations: which documents a text cites, in whatever spelling."""

from __future__ import annotations

from datetime import date

import pytest

from lantoa.documents.reading.references import find_references, find_symbols


@pytest.mark.parametrize(
    ("written", "symbol", "kind"),
    [
        ("Quyết định số 130 /QĐ-UBND", "130/QĐ-UBND", "decision"),
        ("Quyết định số 749/QĐTTg", "749/QĐ-TTg", "decision"),
        ("Quyết định 4831/QĐ-UBND", "4831/QĐ-UBND", "decision"),
        ("Chương trình hành động số 12823/Ctr-UBND", "12823/CTr-UBND", "programme"),
        ("Chương trình số 30-Ctr/TU", "30-CTr/TU", "programme"),
        ("Kết luận số 91-KL/TU", "91-KL/TU", "conclusion"),
        ("Nghị quyết số 55/2022/QH15", "55/2022/QH15", "resolution"),
        ("Nghị quyết số 09-NQ/TW", "09-NQ/TW", "resolution"),
        ("Công văn số 206/NV", "206/NV", "official_letter"),
        ("Công văn số 3498/UBND", "3498/UBND", "official_letter"),
        ("Công văn số 812/UBND-VHXH", "812/UBND-VHXH", "official_letter"),
        ("Quy định số 70-QĐ/TW", "70-QĐ/TW", "other"),
        ("Thông tư số 26/2019/TT-BTC", "26/2019/TT-BTC", "circular"),
        ("Thông tư liên tịch số 05/2014/TTLT-BTC-BTP", "05/2014/TTLT-BTC-BTP", "circular"),
        ("Chỉ thị số 15/CT-UBND", "15/CT-UBND", "directive"),
        ("Nghị định số 61/2018/NĐ–CP", "61/2018/NĐ-CP", "decree"),
        ("Luật Cán bộ, công chức số 22/2008/QH12", "22/2008/QH12", "law"),
        ("Thông báo số 07/TB-VPCP", "07/TB-VPCP", "other"),
        ("Nghị định số 75-HĐBT", "75-HĐBT", "decree"),
        ("theo 17/KH-UBND", "17/KH-UBND", "plan"),
    ],
)
def test_symbol_is_spelt_rightly_and_its_kind_known(written: str, symbol: str, kind: str) -> None:
    (reference,) = find_references([(4, f"Thực hiện {written} ngày 03/6/2020 của cấp trên.")])

    assert (reference.symbol, reference.kind, reference.line) == (symbol, kind, 4)
    assert reference.date == date(2020, 6, 3)


def test_reference_tells_issuer_and_title() -> None:
    text = (
        "Căn cứ Quyết định số 45/QĐ-UBND ngày 07 tháng 02 năm 2024 của Sở Văn hóa, Thể thao và Du "
        "lịch ban hành Kế hoạch chuyển đổi số, cải cách hành chính; Công văn số 8/VP ngày 1/3/2024."
    )

    first, second = find_references([(1, text)])

    assert first.issuer == "Sở Văn hóa, Thể thao và Du lịch"
    assert first.title == "ban hành Kế hoạch chuyển đổi số, cải cách hành chính"
    assert first.text.endswith("của Sở Văn hóa, Thể thao và Du lịch")
    assert (second.symbol, second.issuer, second.title) == ("8/VP", None, None)


def test_issuer_may_stand_before_the_symbol() -> None:
    (reference,) = find_references(
        [(1, "Theo đề nghị của Trưởng phòng Nội vụ tại Tờ trình số 19/TTr-NV ngày 02/02/2024.")]
    )

    assert (reference.issuer, reference.kind) == ("Trưởng phòng Nội vụ", "other")


def test_comma_may_stand_before_the_date() -> None:
    (reference,) = find_references([(1, "Nghị quyết số 18-NQ/TW, ngày 25/10/2017 của Đảng")])

    assert reference.date == date(2017, 10, 25)


def test_law_cited_by_name_and_date_has_no_symbol() -> None:
    text = (
        "Căn cứ Luật Thanh niên ngày 16 tháng 6 năm 2020 và Luật sửa đổi, bổ sung một số điều của "
        "Luật Báo chí ngày 20 tháng 11 năm 2018;"
    )

    laws = find_references([(9, text)])

    assert [(law.symbol, law.kind, law.date) for law in laws] == [
        (None, "law", date(2020, 6, 16)),
        (None, "law", date(2018, 11, 20)),
    ]
    assert laws[1].title == "Luật sửa đổi, bổ sung một số điều của Luật Báo chí"


def test_law_cited_in_a_basis_by_name_alone() -> None:
    (law,) = find_references([(2, "Căn cứ Luật Tiếp cận thông tin;")])

    assert (law.symbol, law.date, law.title) == (None, None, "Luật Tiếp cận thông tin")


def test_party_resolution_cited_by_name() -> None:
    (reference,) = find_references(
        [(1, "gắn với thực hiện Nghị quyết Trung ương 4 (khóa XII) về xây dựng Đảng")]
    )

    assert (reference.symbol, reference.kind) == (None, "resolution")
    assert reference.text == "Nghị quyết Trung ương 4 (khóa XII)"


@pytest.mark.parametrize(
    "text",
    [
        "Số: 130 /QĐ-UBND",
        "phổ biến pháp luật ngày 09/11/2023 tại xã",
        "giai đoạn 2021-2025, tỷ lệ 24/7, mức độ 3/4",
        "tại địa chỉ https://example.gov.vn/12/VB-so",
        "Điểm trung bình 9/A, hạng 2-B",
        "Luật Thanh niên có hiệu lực từ ngày 01/01/2021",
    ],
)
def test_what_is_no_citation_is_left_alone(text: str) -> None:
    assert find_references([(1, text)]) == []


def test_symbols_keep_their_order_and_repeats() -> None:
    text = "KH số 5-KH/TU; Quyết định số 6/QĐ-UBND; Kế hoạch số 5-KH/TU"

    assert find_symbols(text) == ["5-KH/TU", "6/QĐ-UBND", "5-KH/TU"]


def test_ordinance_cited_with_its_number_is_a_law() -> None:
    text = "Căn cứ Pháp lệnh Ưu đãi người có công với cách mạng số 02/2020/UBTVQH14;"

    assert [(r.kind, r.symbol) for r in find_references([(1, text)])] == [
        ("law", "02/2020/UBTVQH14")
    ]
