"""Force in law: documents and terms are judged on the day of issue, by number and year together."""

from __future__ import annotations

from datetime import date

import pytest

from lantoa.documents.reading.legal_register import known_register, read_register
from lantoa.documents.reading.options import Options
from lantoa.documents.reading.reader import read_text

DATA = {
    "documents": [
        {
            "symbol": "7/2019/NĐ-CP", "kind": "decree", "issuer": "Chính phủ",
            "date": "2019-03-05", "title": "về sổ sách", "effective_from": "2019-05-01",
            "effective_to": "2024-02-01", "replaced_by": "9/2024/NĐ-CP", "source": "NĐ 9/2024",
        },
        {
            "symbol": "41/2010/QH9", "kind": "law", "issuer": "Quốc hội", "date": "2010-06-19",
            "title": "Luật Sổ sách", "effective_from": None, "effective_to": "2024-01-01",
            "replaced_by": None, "source": "Luật mới",
        },
    ],
    "terms": [
        {
            "pattern": "sổ tay loại [12]", "from": "2022-08-15", "replacement": "sổ số",
            "why": "đã bỏ phân loại", "source": "NĐ 1/2022",
        }
    ],
}  # fmt: skip
REGISTER = read_register(DATA)


def told(line: str, *, day: str = "15 tháng 02 năm 2024") -> list[tuple[str, str]]:
    text = (
        f"Số: 5/KH-UBND\n\nBắc Hà, ngày {day}\n\nKẾ HOẠCH\nGhi sổ năm 2024\n\n"
        f"{line}\n\nI. MỤC TIÊU\n\n1. Phòng Nội vụ ghi sổ."
    )
    names = ("in-force", "-term", "symbol", "register")
    found = read_text(text, options=Options(legal=REGISTER)).findings
    return [(f.code, f.suggestion or "") for f in found if f.code.endswith(names)]


DECREE = "Nghị định số 7/2019/NĐ-CP ngày 05/3/2019 của Chính phủ về sổ sách"
CASES = [
    (f"Căn cứ {DECREE};", "basis-not-in-force"),
    ("Căn cứ Luật Sổ sách ngày 19 tháng 6 năm 2010;", "basis-not-in-force"),
    (f"Tiếp tục thực hiện {DECREE}.", "cited-not-in-force"),
    ("Mở sổ tay loại 1 cho từng đơn vị.", "obsolete-term"),
    ("Thực hiện Nghị định số 7/2020/NĐ-CP ngày 05/3/2019 của Chính phủ.", "year-against-symbol"),
    ("Thực hiện Nghị định số 7/NĐ-CP ngày 05/3/2019 của Chính phủ.", "year-missing-in-symbol"),
]


@pytest.mark.parametrize(("line", "code"), CASES, ids=[case[1] for case in CASES])
def test_what_is_out_of_force_is_told(line: str, code: str) -> None:
    assert [found for found, _ in told(line)] == [code]


def test_what_replaces_it_is_suggested() -> None:
    assert told(f"Căn cứ {DECREE};")[0][1] == "9/2024/NĐ-CP"
    assert told("Mở sổ tay loại 2.")[0][1] == "sổ số"


def test_the_day_of_the_document_decides() -> None:
    day = "31 tháng 01 năm 2024"
    assert told(f"Tiếp tục thực hiện {DECREE}.", day=day) == []
    assert told("Mở sổ tay loại 1.", day="14 tháng 8 năm 2022") == []
    early = told(f"Tiếp tục thực hiện {DECREE}.", day="10 tháng 4 năm 2019")
    assert [code for code, _ in early] == ["cited-not-yet-in-force"]


@pytest.mark.parametrize(
    "line",
    [
        "Thực hiện Nghị định số 7/2021/NĐ-CP ngày 05/3/2021 của Chính phủ.",
        f"Nghị định này thay thế {DECREE}.",
        "Trước đây có sổ tay loại 1.",
        "Quyết định số 7/QĐ-UBND ngày 05/3/2019 của Ủy ban nhân dân tỉnh.",
    ],
)
def test_another_year_and_the_past_are_no_fault(line: str) -> None:
    assert told(line) == []


def test_date_of_a_known_document_is_held_against_the_register() -> None:
    (finding,) = told(f"Nghị định này thay thế {DECREE}.".replace("05/3", "06/3"))
    assert finding == ("cited-date-against-register", "ngày 05/03/2019")


def test_the_register_that_comes_along_is_sound() -> None:
    register = known_register()
    symbols = [document.symbol for document in register.documents]
    assert len(symbols) == len(set(symbols)) and all(d.source for d in register.documents)
    for document in register.documents:
        assert document.date is None or str(document.date.year) in document.symbol
        if document.effective_from and document.effective_to:
            assert document.effective_from < document.effective_to
    assert register.find("42/2022/NĐ-CP").effective_to == date(2026, 7, 1)  # type: ignore[union-attr]
    assert [d.symbol for d in register.same_number("26/2019/TT-BTC")] == ["26/2026/TT-BTC"]


def test_the_same_number_of_another_year_is_named_but_never_taken_for_it() -> None:
    line = "Thực hiện Nghị định số 7/2020/NĐ-CP ngày 05/3/2019 của Chính phủ."
    text = f"Số: 5/KH-UBND\n\nBắc Hà, ngày 15 tháng 02 năm 2024\n\nKẾ HOẠCH\nGhi sổ\n\n{line}"
    found = read_text(text, options=Options(legal=REGISTER)).findings

    (finding,) = [f for f in found if f.code == "year-against-symbol"]
    assert "đã biết: 7/2019/NĐ-CP về sổ sách" in finding.message
    assert "cited-not-in-force" not in {f.code for f in found}
