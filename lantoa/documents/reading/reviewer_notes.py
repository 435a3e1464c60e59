"""Marks that a reviewer wrote on a draft (bút phê, dấu tích), apart from its text."""

from __future__ import annotations

import re

_TICK = re.compile(r"\s*[✓✔☑✗✘]+\s*")
_REMARK = re.compile(
    r"\s*\(\s*\*?\s*(?P<words>trả lại|xem lại|xem|sửa|sửa lại|bỏ|bổ sung|giữ nguyên|lưu ý|kiểm "
    r"tra lại|làm rõ|chỉnh lại|"
    r"viết lại|rà soát lại)\s*[!.?]?\s*\*?\s*\)\s*",
    re.IGNORECASE,
)
_BRACE = re.compile(r"^\s*(?:\d{1,2}\s*)?[{}\[\]|]\s*(?=[-–+•\w])")
_QUERY = re.compile(r"(?<=[.;:)])\s+\?\s+(?P<words>\S[^?]{0,120})$")
# "SOA.T.K": letters that scanning made of a stamp or a stroke.
_STRAY = re.compile(r"^\s*(?=[^\s]{3,12}\s*$)[A-ZĐ\d]+(?:\.[A-ZĐ\d]+)+\s*$")
_RULES = (
    ("stray", _STRAY),
    ("tick", _TICK),
    ("remark", _REMARK),
    ("brace", _BRACE),
    ("query", _QUERY),
)


def split_notes(text: str) -> tuple[str, list[str]]:
    """The paragraph without a reviewer's marks, and the marks themselves."""
    notes: list[str] = []
    for name, pattern in _RULES:
        for match in pattern.finditer(text):
            notes.append(match[0].strip())
        text = pattern.sub(" " if name in ("tick", "remark") else "", text)
    return " ".join(text.replace("*", "").split()), notes
