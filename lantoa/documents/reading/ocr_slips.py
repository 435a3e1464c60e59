"""Known slips of OCR in Vietnamese documents (lỗi nhận dạng), put right where no doubt is left."""

from __future__ import annotations

import re

# Ð (eth) and Đ look alike, a fraction's bar and a slash too; documents have only the second.
_LIKE = str.maketrans({"Ð": "Đ", "ð": "đ", "Ɖ": "Đ", "⁄": "/", "∕": "/"})
_MARKED = [char for char in map(chr, range(0xC0, 0x1EFA)) if char.isalpha()]
_UPPER = "A-Z" + "".join(char for char in _MARKED if char.isupper())
_LOWER = "a-z" + "".join(char for char in _MARKED if char.islower())
_RULES: tuple[tuple[re.Pattern[str], str], ...] = (
    # "QĐĐ-UBND", "QD-UBND", "OĐ-UBND" after the number of a decision.
    (re.compile(r"(?<=\d/)\s?(?:QĐĐ|QDĐ|QĐD|QD|OĐ|OD|0Đ)(?=\s?-\s?[A-ZĐ])"), "QĐ"),
    (re.compile(r"\b(?:QĐĐ|QDĐ|QĐD)(?=-)"), "QĐ"),
    (re.compile(r"(?<=\d/)(?:ND|NĐĐ|NDĐ|NĐD)-CP\b"), "NĐ-CP"),
    (re.compile(r"\bHDND\b"), "HĐND"),
    (re.compile(r"\bUB[NR]?NĐ\b|\bUBRD\b"), "UBND"),
    # A figure read as a letter, between figures only.
    (re.compile(r"(?<=\d)[OoQ](?=\d)"), "0"),
    (re.compile(r"(?<=\d)[lI|](?=\d)"), "1"),
    (re.compile(r"\b(Số)\s+:"), r"\1:"),
    # "CƠ quan" and "SỞ Nội vụ" in running text: ơ is as tall as a small capital.
    (re.compile(r"\bCƠ\s?(?=quan\b)"), "Cơ "),
    (re.compile(rf"\bSỞ(?=,? (?:[{_UPPER}][{_LOWER}]|ban\b|ngành\b))"), "Sở"),
    (re.compile(rf"\b(Sở|Bộ|Ban|Cục|Phòng|Hội|Đảng|Quý)(?=[{_UPPER}][{_LOWER}])"), r"\1 "),
    (re.compile(r"\b([Cc]hủ)(?=trì\b)|\b([Pp]hối)(?=hợp\b)"), r"\1\2 "),
    # "Để nghị quyết" (that the resolution) is right, "để nghị các cơ quan" is not.
    (re.compile(r"\bĐể nghị\b(?! (?:quyết|định|sự|viện))"), "Đề nghị"),
    (re.compile(r"\bđể nghị\b(?! (?:quyết|định|sự|viện))"), "đề nghị"),
    (re.compile(r"\b(trong|Trong|hết|đến|tháng \d\d?) nam (?=(?:19|20)\d\d\b)"), r"\1 năm "),
    # The chapter "II." as a letter; no heading is numbered "H.".
    (re.compile(rf"^H\.\s(?=[{_UPPER}]{{2}})", re.MULTILINE), "II. "),
    # A list dash read as another sign.
    (re.compile(r"^[—–_~¬=«»•·]+[-—]?\s*(?=\w)", re.MULTILINE), "- "),
)
_CAPITAL_INSIDE = re.compile(rf"\b[{_LOWER}]{{1,4}}[{_UPPER}]{{1,2}}\b")


def repaired(text: str) -> str:
    """The text with slips put right that can mean only one thing."""
    text = one_letter(text)
    for pattern, meant in _RULES:
        text = pattern.sub(meant, text)
    return _CAPITAL_INSIDE.sub(_lower_marked, text)


def one_letter(text: str) -> str:
    """Letters that only look like those of Vietnamese."""
    return text.translate(_LIKE)


def _lower_marked(match: re.Match[str]) -> str:
    """ "bỘ" is "bộ"; "iOS" and "pH" are left alone."""
    word = match[0]
    return word if word.isascii() else word.lower()
