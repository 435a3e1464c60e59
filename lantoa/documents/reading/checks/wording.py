"""Words and signs on the page (câu chữ, dấu câu): doubled words, spaces, stops, styles mixed."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

from lantoa.common.rules.vietnamese import settle_tones
from lantoa.documents.reading.model import Finding
from lantoa.documents.reading.words import read_words

from .case import Case

# Words of grammar that no sentence says twice running; "từ từ", "ngày ngày" are words of their own.
_GRAMMAR_WORDS = """
    của và các những trong được theo cho với tại về là đến để này khi bằng trên hoặc nhằm sẽ đã 
    vào bởi thì mà như nhưng cùng không phải
"""
_NEVER_TWICE = frozenset(_GRAMMAR_WORDS.split())
_ITEM = re.compile(r"[^,]+")
_CLAUSE = re.compile(r"[.;:()\t|]|\s[-–]\s")
_NEAR = 3
_ADDRESS = re.compile(
    r"https?://\S+|www\.\S+|(?<!\S)\S{1,64}@\S+|(?<![\w\-])[\w\-]{1,63}(?:\.[\w\-]{1,63})+"
)
_SMALL = "a-zàáảãạăắằẳẵặâấầẩẫậđèéẻẽẹêếềểễệìíỉĩịòóỏõọôốồổỗộơớờởỡợùúủũụưứừửữựỳýỷỹỵ"
_STUCK_DOTS = re.compile(r"(?<=[^\W\d_]{2})(?:\.{3}|…)(?=[^\W\d_])")
_STUCK_COMMA = re.compile(rf"[,;:](?<=[{_SMALL}].)(?=[^\W\d_]{{2}})")
_SPACE_BEFORE = re.compile(r" [,;:](?<=[^\W\d_]..)(?=\s+[^\W\d_])")
_LOST_ITEM = re.compile(r"[,;] (?:\.{3}|…) (?=[^\W\d_])")
_DOTS = ("...", "…")
_STOP = re.compile(r"\.(?<=[^\W\d_]{2}\.)\s(?=(?P<word>[^\W\d_]+)\s(?P<next>[^\W\d_]+))")
_COLON = re.compile(
    r"(?<!\w)(?P<word>qua|tại|trong|trên|từ|bằng|về)\s[^:;.\t|(]{8,160}: (?P=word)\s(?![\d“\"])"
)
_ITALIC = re.compile(r"(?<=[^\W\d_] )\*(?P<words>[^\W\d_][^*\n]{2,40}[^\W\d_])\*(?= [^\W\d_])")
_OFTEN = 5
_UNPADDED = re.compile(r"\b(?:\d/\d{1,2}|\d{1,2}/[12])/\d{4}\b")
_PADDED = re.compile(r"\b(?:0\d/\d{1,2}|\d{1,2}/0[12])/\d{4}\b")
_SHOWN = 5


def doubled_words(case: Case) -> Iterator[Finding]:
    """A word of grammar twice running: "của của"."""
    for number, _, words in case.written.lines_with_pair(_is_doubled):
        for at, pair in enumerate(pairwise(words.keys)):
            first, second = words.texts[at : at + 2]
            if not _is_doubled(pair) or (second[:1].isupper() and not first[:1].isupper()):
                continue
            yield case.finding(
                "word-doubled", f"Chữ “{first}” viết hai lần liền nhau.",
                (number, words.quote(at, at + 1)), suggestion=first,
            )  # fmt: skip


def _is_doubled(pair: tuple[str, str]) -> bool:
    return pair[0] == pair[1] and pair[0] in _NEVER_TWICE


def repeated_in_list(case: Case) -> Iterator[Finding]:
    """One item twice in one list: "phối hợp, đồng hành, hỗ trợ, phối hợp"."""
    for number, line, _ in case.written.lines:
        if line.count(",") < 2:
            continue
        for clause in _CLAUSE.split(line):
            repeated = _repeated_item(clause) if clause.count(",") > 1 else None
            if repeated:
                yield case.finding(
                    "item-repeated-in-list",
                    f"“{repeated[0]}” được kể hai lần trong một danh sách.",
                    (number, repeated[1]),
                )


def _repeated_item(clause: str) -> tuple[str, str] | None:
    """The item said again within a few items, and the words from the first to the second."""
    items = [(match[0].strip(), match) for match in _ITEM.finditer(clause)]
    for at, (text, match) in enumerate(items[:-2]):
        tail = _last_two(text)
        if not tail or (at and tail != text):
            continue
        for step in range(2, min(2 + _NEAR, len(items) - at)):
            later, again = items[at + step]
            between = [item for item, _ in items[at + 1 : at + step]]
            if f"{later} ".startswith(f"{tail} ") and _are_bare(between):
                start = match.end() - len(tail)
                end = clause.index(tail, again.start()) + len(tail)
                return tail, clause[start:end]
    return None


def _last_two(item: str) -> str:
    """The last two words of an item, both of small letters."""
    words = item.rsplit(None, 2)[-2:]
    return " ".join(words) if len(words) == 2 and all(_is_small(w) for w in words) else ""


def _is_small(word: str) -> bool:
    return word.isalpha() and word.islower()


def _are_bare(items: Sequence[str]) -> bool:
    return all(len(item.split()) == 2 for item in items)


def mixed_tone_marks(case: Case) -> Iterator[Finding]:
    """ "hòa" and "hoà" in one document; the rarer placement is told, once."""
    older: list[tuple[int, str]] = []
    newer: list[tuple[int, str]] = []
    styles = {_tone_style(word) for word in case.written.spellings}
    for number, _, words in (
        case.written.lines_with_word(_tone_style) if {"older", "newer"} <= styles else ()
    ):
        for word in words.texts:
            style = _tone_style(word)
            if style:
                (older if style == "older" else newer).append((number, word))
    rare, usual = sorted((newer, older), key=len)
    if rare:
        yield case.finding(
            "tone-marks-mixed",
            f"Dấu thanh đặt theo hai kiểu: {len(rare)} chỗ viết như “{rare[0][1]}”, "
            f"{len(usual)} chỗ viết như “{usual[0][1]}”; nên dùng một kiểu.",
            rare[0],
            *rare[1 : 1 + _SHOWN],
            suggestion=_other_style(rare[0][1]),
        )


@lru_cache(maxsize=20_000)
def _tone_style(word: str) -> str | None:
    """The older school marks the first vowel of "hòa", "thúy"; the newer the second ("hoà")."""
    if word.isascii() or len(word) < 2:
        return None
    lower = word.lower()
    if settle_tones(lower) != lower:
        return "newer"
    return "older" if _other_style(lower) != lower else None


_OPEN = re.compile(r"(?<!q)([òóỏõọ])([ae])$|(?<!q)([ùúủũụ])(y)$", re.IGNORECASE)
_ORDER = "\u0300\u0301\u0309\u0303\u0323"
_MARKS = {**dict(zip("òóỏõọ", _ORDER, strict=True)), **dict(zip("ùúủũụ", _ORDER, strict=True))}


def _other_style(word: str) -> str:
    """The word with its tone mark where the other school sets it."""
    settled = settle_tones(word)
    if settled != word:
        return settled
    match = _OPEN.search(word)
    if match is None:
        return word
    marked, plain = match[1] or match[3], match[2] or match[4]
    bare = unicodedata.normalize("NFD", marked)[0]
    return word[: match.start()] + bare + unicodedata.normalize(
        "NFC", plain + _MARKS[marked.lower()]
    )  # fmt: skip


def spaces_around_signs(case: Case) -> Iterator[Finding]:
    """Signs stuck to the next word or standing off the word before: "Zalo...các", "xã ;"."""
    for number, line, _ in case.written.lines:
        for pattern, needs, says in _SIGNS:
            if not any(sign in line for sign in needs):
                continue
            match = next(_outside_addresses(line, pattern), None)
            if match:
                quote = _with_neighbours(line, match)
                yield case.finding(
                    "sign-spacing", f"{says}: “{quote}”.", (number, quote)
                )  # fmt: skip


_SIGNS = (
    (_STUCK_DOTS, _DOTS, "Sau dấu ba chấm thiếu dấu cách"),
    (_STUCK_COMMA, (",", ";", ":"), "Sau dấu câu thiếu dấu cách"),
    (_SPACE_BEFORE, (" ,", " ;", " :"), "Thừa dấu cách trước dấu câu"),
    (_LOST_ITEM, _DOTS, "Dấu ba chấm đứng giữa câu, có thể đã mất chữ"),
)


def stops_for_commas(case: Case) -> Iterator[Finding]:
    """A full stop before a word in lower case: "trực tuyến. tại các cuộc họp"."""
    for number, line, _ in case.written.lines:
        for match in _outside_addresses(line, _STOP):
            word = match["word"]
            before = line[: match.start()].rsplit(None, 1)[-1]
            if not word.islower() or len(word) < 2 or _is_abbreviation(before):
                continue
            quote = line[match.start() - len(before) : match.end() + len(word)]
            yield case.finding(
                "stop-before-lower-case",
                f"Sau dấu chấm là chữ thường (“{quote}”); có thể phải là dấu phẩy.",
                (number, quote),
                suggestion=quote.replace(".", ",", 1),
            )


def colons_for_semicolons(case: Case) -> Iterator[Finding]:
    """A colon before the next member of a row: "qua các hội nghị: qua các hội thảo"."""
    for number, line, _ in case.written.lines:
        match = _COLON.search(line) if ": " in line else None
        if match:
            quote = _with_neighbours(line, _at_colon(line, match))
            yield case.finding(
                "colon-for-semicolon",
                f"Dấu hai chấm đứng giữa hai vế cùng bắt đầu bằng “{match['word']}”; có thể phải "
                "là dấu chấm phẩy.",
                (number, quote),
                suggestion=quote.replace(":", ";", 1),
            )


def _at_colon(line: str, match: re.Match[str]) -> re.Match[str]:
    found = re.compile(":").search(line, match.end("word"))
    assert found
    return found


def stray_emphasis(case: Case) -> Iterator[Finding]:
    """Words in italics once, in the middle of a sentence, that stand plain everywhere else."""
    for number, line, _ in case.written.lines:
        for match in _ITALIC.finditer(line) if "*" in line else ():
            words = match["words"]
            if _plain_times(case, words) >= _OFTEN:
                yield case.finding(
                    "stray-emphasis",
                    f"“{words}” in nghiêng ở đây, các chỗ khác thì không; có thể là dấu vết khi "
                    "quét.",
                    (number, match[0]),
                    suggestion=words,
                )


def _plain_times(case: Case, words: str) -> int:
    pairs = pairwise(read_words(words).keys)
    return min((case.written.pairs[pair] for pair in pairs), default=0)


def mixed_dates(case: Case) -> Iterator[Finding]:
    """Days under 10 and months 1, 2 with and without the zero of Decree 30/2020; told once."""
    first: dict[str, tuple[int, str]] = {}
    for document in case.documents:
        if document.version_of is not None:
            continue
        for number, text in case.lines_of(document):
            if len(first) == 2 or text.count("/") < 2:
                continue
            for name, pattern in (("padded", _PADDED), ("unpadded", _UNPADDED)):
                for match in pattern.finditer(text):
                    first.setdefault(name, (number, match[0]))
    if len(first) == 2:
        bare, padded = first["unpadded"], first["padded"]
        yield case.finding(
            "date-styles-mixed",
            f"Ngày, tháng viết theo hai kiểu: “{bare[1]}” và “{padded[1]}” (dòng {padded[0]}); "
            "ngày dưới 10 và tháng 1, 2 phải thêm số 0 ở trước.",
            bare,
            padded,
        )


def _is_abbreviation(word: str) -> bool:
    return len(word) < 3 or word.isupper() or "." in word


def _outside_addresses(line: str, pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
    taken: bytearray | None = None
    for match in pattern.finditer(line):
        if taken is None:
            taken = bytearray(len(line))
            for address in _ADDRESS.finditer(line):
                start, end = address.span()
                taken[start:end] = b"\x01" * (end - start)
        if not taken[match.start()]:
            yield match


def _with_neighbours(line: str, match: re.Match[str]) -> str:
    start = line.rfind(" ", 0, max(0, match.start() - 1)) + 1
    end = line.find(" ", match.end() + 1)
    return line[start : end if end >= 0 else len(line)].strip()[:60]
