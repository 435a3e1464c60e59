"""Pieces of pattern that the rules of due phrases share (mảnh của cụm từ về thời hạn)."""

from __future__ import annotations

import re

from .dates import DATE, DAY_AND_MONTH

HOUR = r"(?:\d{1,2}\s?(?:giờ|h|g)\s?(?:\d{2})?['’]?(?:\s?phút)?\s?,?\s*)?"
BEFORE = rf"(?P<before>trước)(?:\s+(?:thời điểm\s+)?{HOUR}(?:ngày)?)\s*"
UNTIL = (
    r"(?:(?:(?:chậm|muộn|trễ) nhất(?:\s+(?:là|vào|đến|trong))*(?:\s+hết)?|(?:đến|trong)\s+hết"
    r"|không\s+(?:quá|(?:muộn|chậm|trễ) hơn)|hạn (?:cuối|chót|nộp)(?:\s+cùng)?(?:\s+là)?\s*:?)"
    rf"(?:\s+{HOUR}ngày)?|hết\s+ngày|đến\s+{HOUR}ngày|trong\s+ngày"
    r"|(?:hoàn thành|kết thúc|xong)\s+(?:(?:vào|trong)\s+)?ngày)\s*"
)
LIMIT = rf"(?:(?:hoàn thành|xong|gửi)\s+)?(?:{BEFORE}|{UNTIL})"
EVERY = r"(?:hàng|hằng|mỗi)"
UNIT = r"(?P<unit>tuần|tháng|quý|năm)"
DAY = rf"(?:{DATE}|{DAY_AND_MONTH})"
# A day of the month alone; the words after it may make it another one's.
D = r"(?P<day>\d{1,2})(?![\d/])(?!\s+tháng\s+\d)"
N = r"(?P<count>\d{1,2}|một|hai|ba|bốn|năm|sáu)"
# Who does what, between "hằng tháng" and its day: "Hằng tháng, các đơn vị báo cáo trước ngày 20".
MEANWHILE = r"(?:[\s,(;]+|\s*,?\s+(?:(?!\bquý\b|\bnăm\b|\btuần\b)[^.;:\d]){1,80}?\s)"

# What of these every match holds, in lower case.
EVERY_WORDS = ("hàng", "hằng", "mỗi", "các", "từng")
EACH_YEAR = ("hàng năm", "hằng năm", "mỗi năm")
EACH_MONTH = ("hàng tháng", "hằng tháng", "mỗi tháng")
LIMIT_WORDS = (
    *("trước", "nhất", "hết", "đến", "quá", "hơn", "hạn"),
    *("trong ngày", "vào ngày", "thành ngày", "thúc ngày", "xong ngày"),
)
DAY_WORDS = ("ngày", *LIMIT_WORDS)
EVERY_UNIT = re.compile(r"(?:hàng|hằng|mỗi|lần/|một|1) ?(?:tuần|tháng|quý|năm)")

COUNTS = {"một": 1, "hai": 2, "ba": 3, "bốn": 4, "năm": 5, "sáu": 6}


def compiled(pattern: str) -> re.Pattern[str]:
    """The pattern, blind to capitals."""
    return re.compile(pattern, re.IGNORECASE)


def count_of(written: str) -> int:
    """ "02" and "hai" are two."""
    return int(written) if written.isdigit() else COUNTS[written.lower()]
