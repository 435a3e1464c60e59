"""Text in any encoding of Vietnam's last forty years comes out as the same NFC text."""

from __future__ import annotations

import unicodedata

import pytest

from lantoa.documents.reading.encoding import decode, from_legacy_fonts
from lantoa.documents.reading.errors import UnreadableFile
from lantoa.documents.reading.legacy import from_tcvn3, from_vni
from lantoa.documents.reading.reader import read_bytes
from lantoa.documents.reading.source import to_lines

TEXT = (
    "Kế hoạch tuyên truyền cải cách hành chính của huyện Đồi Chè; các cơ quan, đơn vị và Ủy ban "
    "nhân dân các xã chủ trì, phối hợp thực hiện nhiệm vụ, báo cáo kết quả trước ngày quy định."
)
TCVN3_LETTERS = "".join(map(chr, range(0xA1, 0xFF)))
VNI_ACCENTS = {
    "\u0301": "ù", "\u0300": "ø", "\u0309": "û", "\u0303": "õ", "\u0323": "ï", "\u0302": "â",
    "\u0302\u0301": "á", "\u0302\u0300": "à", "\u0302\u0309": "å", "\u0302\u0303": "ã",
    "\u0323\u0302": "ä", "\u0306": "ê", "\u0306\u0301": "é", "\u0306\u0300": "è",
    "\u0306\u0309": "ú", "\u0306\u0303": "ü", "\u0323\u0306": "ë",
}  # fmt: skip
VNI_WHOLE = dict(zip("ươđíìỉĩịỵƯƠĐÍÌỈĨỊỴ", "öôñíìæóòîÖÔÑÍÌÆÓÒÎ", strict=True))


def _as_tcvn3(text: str) -> str:
    back = {from_tcvn3(c): c for c in TCVN3_LETTERS if from_tcvn3(c) != c}
    # TCVN3 has no capitals with tones: people typed them small or in a capital font.
    return "".join(back.get(c, back.get(c.lower(), c)) for c in text)


def _as_vni(text: str) -> str:
    return "".join(_vni_letter(c) for c in text)


def _vni_letter(letter: str) -> str:
    if letter in VNI_WHOLE:
        return VNI_WHOLE[letter]
    base, marks = (parts := unicodedata.normalize("NFD", letter))[0], parts[1:]
    if "\u031b" in marks:
        horn = {"u": "ö", "o": "ô", "U": "Ö", "O": "Ô"}[base]
        return horn + VNI_ACCENTS.get(marks.replace("\u031b", ""), "")
    return base + VNI_ACCENTS[marks] if marks else letter


@pytest.mark.parametrize(
    "data",
    [
        TEXT.encode(),
        b"\xef\xbb\xbf" + TEXT.encode(),
        TEXT.encode("utf-16"),
        b"\xfe\xff" + TEXT.encode("utf-16-be"),
        TEXT.encode("utf-16-le"),
        unicodedata.normalize("NFD", TEXT).encode(),
        _as_vni(TEXT).encode("latin-1"),
    ],
    ids=["utf8", "utf8-bom", "utf16", "utf16-be", "utf16-bare", "nfd", "vni"],
)
def test_every_encoding_gives_the_same_text(data):
    assert "\n".join(to_lines(decode(data))) == TEXT


def test_windows_1258_is_recognised():
    composed = "".join(_cp1258(c) for c in TEXT)
    assert to_lines(decode(composed.encode("cp1258"))) == [TEXT]


def _cp1258(letter: str) -> str:
    try:
        letter.encode("cp1258")
    except UnicodeEncodeError:
        parts = unicodedata.normalize("NFD", letter)
        tone = next(p for p in parts[1:] if p in "\u0300\u0301\u0303\u0309\u0323")
        return unicodedata.normalize("NFC", parts.replace(tone, "")) + tone
    return letter


def test_tcvn3_bytes_are_recognised_capitals_with_tones_apart():
    found = decode(_as_tcvn3(TEXT).encode("latin-1"))
    assert found == TEXT.replace("Ủy", "ủy")


def test_old_fonts_pasted_into_unicode_are_recognised():
    assert from_legacy_fonts(_as_vni(TEXT)) == TEXT
    assert from_legacy_fonts(_as_tcvn3(TEXT)) == TEXT.replace("Ủy", "ủy")


def test_text_of_today_is_left_alone():
    for text in (TEXT, "Café à la crème naïve déjà vu", "plain"):
        assert from_legacy_fonts(text) == text


def test_known_phrases_convert_letter_by_letter():
    assert from_tcvn3("§éc lËp - Tù do - H¹nh phóc") == "Độc lập - Tự do - Hạnh phúc"
    assert from_vni("Ñoäc laäp - Töï do - Haïnh phuùc") == "Độc lập - Tự do - Hạnh phúc"


def test_an_encoding_nobody_can_tell_is_refused():
    with pytest.raises(UnreadableFile) as refused:
        decode("Кириллица и только кириллица в этом файле".encode("cp1251"))
    assert refused.value.code == "unknown-encoding"


def test_lines_are_counted_as_editors_count_them():
    assert to_lines("a\r\nb\rc\n\nd\u2028e\x0cf\n") == ["a", "b", "c", "", "d e f"]


def test_a_document_in_vni_is_read_like_any_other():
    text = "KẾ HOẠCH\nTuyên truyền cải cách hành chính huyện Đồi Chè năm 2031\nI. MỤC TIÊU\n" + TEXT
    document = read_bytes(_as_vni(text).encode("latin-1"), name="a.txt").documents[0]
    assert document.kind == "plan"
    assert document.title.endswith("huyện Đồi Chè năm 2031")
