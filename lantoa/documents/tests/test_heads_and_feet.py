"""Number, day, place, issuer, title; recipients and signer, however the page was flattened."""

from __future__ import annotations

from datetime import date

import pytest

from lantoa.documents.reading.reader import read_text

BODY = "\nI. MỤC TIÊU\n1. Phổ biến kế hoạch đến công chức.\n"


def _head(text):
    return read_text(text + BODY).documents[0]


@pytest.mark.parametrize(
    ("line", "number", "symbol"),
    [
        ("Số: 130 /QĐ-UBND", "130", "130/QĐ-UBND"),
        ("Số 12-KH/TU", "12", "12-KH/TU"),
        ("Số: 55/2031/QH15", "55", "55/2031/QH15"),
        ("Số:07/KH - UBND", "07", "07/KH-UBND"),
        ("Số:      /KH-UBND", None, None),
        ("Số: …/KH-UBND", None, None),
    ],
)
def test_number_and_symbol_lose_stray_spaces_and_blanks_stay_empty(line, number, symbol):
    document = _head(f"UBND XÃ A\n{line}\nKẾ HOẠCH\nTuyên truyền năm 2031")
    assert (document.number, document.symbol) == (number, symbol)


@pytest.mark.parametrize(
    ("head", "issuer"),
    [
        ("ỦY BAN NHÂN DÂN\nHUYỆN ĐỒI CHÈ", "ỦY BAN NHÂN DÂN HUYỆN ĐỒI CHÈ"),
        ("UBND TỈNH SÔNG LAM\nSỞ TƯ PHÁP", "SỞ TƯ PHÁP"),
        ("SỞ NỘI VỤ\nTỈNH LÂM HẢI", "SỞ NỘI VỤ TỈNH LÂM HẢI"),
        ("BỘ NỘI VỤ          CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "BỘ NỘI VỤ"),
        ("UBND XÃ A\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "UBND XÃ A"),
        ("TỈNH ỦY LÂM HẢI\tĐẢNG CỘNG SẢN VIỆT NAM", "TỈNH ỦY LÂM HẢI"),
    ],
)
def test_the_issuer_is_the_lower_body_of_the_head(head, issuer):
    assert _head(f"{head}\nSố: 1/KH-A\nKẾ HOẠCH\nTuyên truyền năm 2031").issuer == issuer


@pytest.mark.parametrize(
    ("line", "place", "day"),
    [
        ("Đồi Chè, ngày 14 tháng 02 năm 2031", "Đồi Chè", date(2031, 2, 14)),
        ("Số: 1/KH-A\tBuôn Hồ, ngày 5 tháng 1 năm 2031", "Buôn Hồ", date(2031, 1, 5)),
        ("Đồi Chè, ngày      tháng 01 năm 2031", "Đồi Chè", None),
        ("Đồi Chè, ngày 31 tháng 02 năm 2031", "Đồi Chè", None),
    ],
)
def test_place_and_day_stand_together(line, place, day):
    document = _head(f"UBND XÃ A\n{line}\nKẾ HOẠCH\nTuyên truyền năm 2031")
    assert (document.place, document.date) == (place, day)


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (
            "KẾ HOẠCH\n**Tuyên truyền cải cách\nhành chính năm 2031**\n",
            "Tuyên truyền cải cách hành chính năm 2031",
        ),
        (
            "KẾ HOẠCH TUYÊN TRUYỀN NĂM 2031\nCỦA HUYỆN ĐỒI CHÈ\n",
            "TUYÊN TRUYỀN NĂM 2031 CỦA HUYỆN ĐỒI CHÈ",
        ),
        ("# KẾ HOẠCH\n\n## Tuyên truyền năm 2031\n", "Tuyên truyền năm 2031"),
        (
            "Kế hoạch\nTuyên truyền năm 2031\nThực hiện Nghị quyết số 5/NQ-HĐND, xã ban hành:\n",
            "Tuyên truyền năm 2031",
        ),
        (
            "KẾ HOẠCH\nTuyên truyền năm 2031\n(Kèm theo Quyết định số 1/QĐ-UBND\ncủa UBND xã)\n",
            "Tuyên truyền năm 2031",
        ),
    ],
)
def test_the_title_is_the_block_below_the_type(text, title):
    document = _head(text)
    assert (document.kind, document.title) == ("plan", title)


@pytest.mark.parametrize(
    ("head", "status"),
    [
        ("Số: 3/KH-UBND\nA, ngày 03 tháng 01 năm 2031\nKẾ HOẠCH\nTuyên truyền", "issued"),
        ("DỰ THẢO\nSố: 3/KH-UBND\nA, ngày 03 tháng 01 năm 2031\nKẾ HOẠCH\nTuyên truyền", "draft"),
        ("Số:     /KH-UBND\nA, ngày    tháng 01 năm 2031\nKẾ HOẠCH\nTuyên truyền", "draft"),
        ("KẾ HOẠCH\nTuyên truyền\n(Dự thảo lần 3)", "draft"),
        ("KẾ HOẠCH\nTuyên truyền", "unknown"),
    ],
)
def test_number_and_day_issue_a_document_and_blanks_leave_it_a_draft(head, status):
    assert _head(head).status == status


def test_an_official_letter_is_known_by_its_subject():
    document = read_text(
        "SỞ NỘI VỤ\nSố: 45/SNV-CCHC\nV/v tuyên truyền quý II năm 2031\n"
        "Lâm Hải, ngày 9 tháng 4 năm 2031\nKính gửi:\n- Các sở;\n- UBND các huyện.\n"
        "Sở Nội vụ đề nghị:\n1. Đẩy mạnh tuyên truyền trên cổng.\nNơi nhận:\n- Như trên.\n"
        "KT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC\nKsor H'Lan\n"
    ).documents[0]
    assert (document.kind, document.title) == ("official_letter", "tuyên truyền quý II năm 2031")
    assert (document.symbol, document.signer) == ("45/SNV-CCHC", "Ksor H'Lan")
    assert document.recipients == ["Như trên"]


LIST = "Nơi nhận:\n- Như Điều 3;\n- Lưu: VT.\n"
FEET = {
    "in one column": f"{LIST}TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\n\nLò Thị Bưởi\n",
    "signature first": f"TM. UBND XÃ\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\n(Đã ký)\nLò Thị Bưởi\n{LIST}",
    "in two columns": (
        "Nơi nhận:        TM. ỦY BAN NHÂN DÂN\n- Như           CHỦ TỊCH\nđiều 3;\n"
        "- Lưu: VT.\n             Lò Thị Bưởi\n"
    ),
    "with tabs": "Nơi nhận:\tCHỦ TỊCH\n- Như Điều 3;\n- Lưu: VT.\t\n\tLò Thị Bưởi\n",
    "with an office in small letters": f"{LIST}KT. CHỦ TỊCH\nPhó Chủ tịch xã\n\nLò Thị Bưởi\n",
    "without office": f"{LIST}\n\nLò Thị Bưởi\n",
}


@pytest.mark.parametrize("foot", FEET.values(), ids=FEET.keys())
def test_recipients_and_signer_are_found(foot):
    text = f"KẾ HOẠCH\nTuyên truyền{BODY}2. Các xã thực hiện./.\n{foot}"
    document = read_text(text).documents[0]
    assert [r.lower() for r in document.recipients] == ["như điều 3", "lưu: vt"]
    assert document.signer == "Lò Thị Bưởi"
    assert [s.path for s in document.sections[0].children] == ["I.1", "I.2"]
