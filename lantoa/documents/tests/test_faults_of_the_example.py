"""What is misspelt, mis-signed, outdated or named twice in the example is found where it stands."""

from __future__ import annotations

from pathlib import Path

import pytest

from lantoa.documents.reading.model import Finding
from lantoa.documents.reading.reader import read_file

SOURCE = Path(__file__).parents[3] / "tests" / "samples" / "ninh-hoa-2023" / "source.txt"
KNOWN = [
    ("misspelt-phrase", 40, "Mật trận"),
    ("misspelt-phrase", 79, "THÔNG NHẤT"),
    ("misspelt-phrase", 201, "phát luật"),
    ("misspelt-phrase", 250, "phát luật"),
    ("misspelt-phrase", 290, "chỉ hộ"),
    ("misspelt-phrase", 300, "Lòng ghép"),
    ("misspelt-phrase", 300, "đề cải"),
    ("misspelt-phrase", 316, "Cung cố"),
    ("misspelt-phrase", 349, "Tiến khai"),
    ("syllable-missing", 335, "CÁCH HÀNH CHÍNH"),
    ("stop-before-lower-case", 203, "tuyến. tại"),
    ("colon-for-semicolon", 171, "tri: qua"),
    ("tone-marks-mixed", 347, "Hoà"),
    ("stray-emphasis", 87, "*Khánh Hòa*"),
    ("sign-spacing", 193, "Zalo...các"),
    ("sign-spacing", 248, "tử; ... về"),
    ("date-styles-mixed", 87, "23/2/2022"),
    ("item-repeated-in-list", 330, "phối hợp, đồng hành, hỗ trợ, phối hợp"),
    ("obsolete-term", 304, "trực tuyến mức độ 3, 4"),
    ("body-name-variants", 278, "Trung tâm Dịch vụ hành chính công trực tuyến tỉnh"),
    ("body-name-variants", 288, "Bưu điện Ninh Hòa"),
    ("body-name-variants", 306, "Thị đoàn"),
    ("name-capitals-mixed", 159, "phòng Nội vụ"),
]
LANGUAGE = {"misspelt-phrase", "misspelt-syllable", "syllable-missing", "word-doubled"}


@pytest.fixture(scope="module")
def findings() -> list[Finding]:
    return read_file(SOURCE).findings


@pytest.mark.parametrize(("code", "line", "quote"), KNOWN)
def test_known_fault_is_found(findings: list[Finding], code: str, line: int, quote: str) -> None:
    assert quote in [f.quote for f in findings if (f.code, f.line) == (code, line)]


def test_nothing_rightly_spelt_is_told_in_the_final_version(findings: list[Finding]) -> None:
    known = {(code, line, quote) for code, line, quote in KNOWN}
    told = {(f.code, f.line, f.quote) for f in findings if f.code in LANGUAGE and f.line < 364}

    assert told <= known
