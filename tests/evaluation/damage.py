"""What scanning, copying and saving do to a text (hư hại), for a given seed always the same.

Figures are never changed: a day misread by a scanner cannot be told from another day.
"""

from __future__ import annotations

import random
import re
import textwrap
import unicodedata
from collections.abc import Callable

Profile = Callable[[str, random.Random], str]

# Letters that Vietnamese OCR takes for one another.
CONFUSED = {
    "ă": "âa", "â": "ăa", "ê": "e", "ô": "o", "ơ": "o", "ư": "u", "đ": "d", "ạ": "a", "ả": "á",
    "ã": "ả", "á": "à", "ấ": "ắ", "ế": "ê", "ề": "ê", "ệ": "ẹ", "ể": "ế", "ố": "ó", "ộ": "ọ",
    "ờ": "ò", "ợ": "ọ", "ụ": "u", "ủ": "ũ", "ừ": "ù", "ữ": "ũ", "ị": "i", "ỉ": "í", "í": "i",
    "l": "I", "i": "ì", "c": "e", "h": "b", "n": "u", "t": "l", "r": "n", "g": "q",
}  # fmt: skip
PAGE = 34
WIDTH = 78


def is_row(line: str) -> bool:
    """A row of a table in text."""
    return line.count("\t") >= 2 or (line.startswith("|") and line.count("|") > 2)


def cells(line: str) -> list[str]:
    parts = line.split("\t") if "\t" in line else line.strip().strip("|").split("|")
    return [part.strip() for part in parts]


def scanned(rate: float) -> Profile:
    """Letters confused at a rate; labels at the start of a line are large and stay."""

    def damage(text: str, chance: random.Random) -> str:
        def one(letter: str) -> str:
            other = CONFUSED.get(letter)
            return chance.choice(other) if other and chance.random() < rate else letter

        return "\n".join(line[:6] + "".join(map(one, line[6:])) for line in text.split("\n"))

    return damage


def flattened(text: str, chance: random.Random) -> str:
    """Every cell of a table on a line of its own; an empty cell leaves an empty line."""
    lines: list[str] = []
    for line in text.split("\n"):
        if not is_row(line):
            lines.append(line)
        elif not re.fullmatch(r"[\s|:\-]+", line):
            lines += cells(line)
    return "\n".join(lines)


def broken_pages(text: str, chance: random.Random) -> str:
    """A page ends every so many lines: its number, the header again, a paragraph or row cut."""
    lines: list[str] = []
    header, page, left = "", 1, PAGE
    for line in text.split("\n"):
        header = _header(header, line)
        left -= 1
        if left > 0 or not line.strip() or line == header:
            lines.append(line)
            continue
        first, second = _cut(line, chance)
        page, left = page + 1, PAGE
        again = [header] if is_row(line) and header else []
        lines += [first, "", str(page), "", *again, *([second] if second else [])]
    return "\n".join(lines)


def _header(header: str, line: str) -> str:
    if not is_row(line):
        return ""
    return header or line


def _cut(line: str, chance: random.Random) -> tuple[str, str]:
    """A line in two where a page ends, or whole when it is short."""
    if is_row(line):
        return _cut_row(line, chance)
    words = line.split(" ")
    if len(words) < 16:
        return line, ""
    place = chance.randrange(6, len(words) - 6)
    # Only a lower-case word surely goes on.
    while place < len(words) - 3 and not words[place][:1].islower():
        place += 1
    return " ".join(words[:place]), " ".join(words[place:])


def _cut_row(line: str, chance: random.Random) -> tuple[str, str]:
    parts = cells(line)
    longest = max(range(len(parts)), key=lambda i: len(parts[i]))
    words = parts[longest].split(" ")
    if len(words) < 6:
        return line, ""
    place = len(words) // 2
    while place < len(words) - 1 and not words[place][:1].islower():
        place += 1
    rest = [""] * len(parts)
    parts[longest], rest[longest] = " ".join(words[:place]), " ".join(words[place:])
    return _row(parts, line), _row(rest, line)


def _row(parts: list[str], like: str) -> str:
    return "\t".join(parts) if "\t" in like else f"| {' | '.join(parts)} |"


def hard_wrapped(text: str, chance: random.Random) -> str:
    """Lines broken at a width, as a PDF gives them; rows stay whole."""
    lines: list[str] = []
    for line in text.split("\n"):
        whole = is_row(line) or len(line) <= WIDTH
        lines += [line] if whole else textwrap.wrap(line, WIDTH, break_on_hyphens=False)
    return "\n".join(lines)


def no_blank_lines(text: str, chance: random.Random) -> str:
    return "\n".join(line for line in text.split("\n") if line.strip())


def bold_markers(text: str, chance: random.Random) -> str:
    """Headings, and now and then a word, between asterisks."""

    def mark(line: str) -> str:
        if is_row(line) or not line.strip() or "*" in line:
            return line
        if len(line) < 70 and not line.startswith(("-", "+")):
            return f"**{line}**"
        words = line.split(" ")
        place = chance.randrange(1, len(words)) if len(words) > 1 else 0
        words[place] = f"**{words[place]}**"
        return " ".join(words)

    return "\n".join(map(mark, text.split("\n")))


def decomposed(text: str, chance: random.Random) -> str:
    """Letters and their marks apart (NFD), line ends of Windows."""
    return unicodedata.normalize("NFD", text).replace("\n", "\r\n")


def _all_mild(text: str, chance: random.Random) -> str:
    """No blank lines, bold headings, marks apart: a copy from a mail program."""
    return decomposed(bold_markers(no_blank_lines(text, chance), chance), chance)


PROFILES: dict[str, Profile] = {
    "OCR 0.5%": scanned(0.005),
    "OCR 2%": scanned(0.02),
    "flattened tables": flattened,
    "broken pages": broken_pages,
    "hard wraps": hard_wrapped,
    "no blank lines": no_blank_lines,
    "bold markers": bold_markers,
    "NFD, CRLF": decomposed,
    "copied from mail": _all_mild,
}


def damaged(text: str, profile: str, *, seed: int = 1) -> str:
    """The text after one profile; the same for the same text, profile and seed."""
    return PROFILES[profile](text, random.Random(f"{seed}/{profile}/{len(text)}"))
