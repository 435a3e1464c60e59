"""One body under several names in one document (tên cơ quan viết nhiều cách)."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import combinations

from lantoa.common.rules.vietnamese import fold, match_key, settle_tones
from lantoa.documents.reading.model import Finding

from .case import Case

_CAPITAL = r"[A-ZĐÁÀẢÃẠĂẮẰẲẴẶÂẤẦẨẪẬÉÈẺẼẸÊẾỀỂỄỆÍÌỈĨỊÓÒỎÕỌÔỐỒỔỖỘƠỚỜỞỠỢÚÙỦŨỤƯỨỪỬỮỰÝỲỶỸỴ]"
_LEVEL = r"(?:tỉnh|thị xã|thành phố|huyện|quận|xã|phường|thị trấn|đặc khu|quốc gia|Quốc gia)"
_HEADS = (
    r"(?:[Tt]rung tâm|[Bb]ưu điện|[Cc]ổng|[Pp]hòng|[Vv]ăn phòng|[Cc]hi cục|[Ss]ở|[Bb]an|[Bb]ộ phận)"
)
_NO_NAME = "trước|sau|ngày|đến|khi|được|là|có|do|gửi|từ|năm"
# Only these are so many-worded that half of the name may change unnoticed.
_LONG_NAMED = {"trung tam", "cong", "bo phan"}
# A proper name: its head, words of which the first is a capital one, its level and its place.
_NAME = re.compile(
    rf"(?<!\w)(?<![Ủủ]y )(?P<head>{_HEADS})\s(?P<own>{_LEVEL}\s)?"
    rf"(?P<body>{_CAPITAL}\w+(?:(?:\s(?:và|[–-])|,)?\s(?!(?:{_LEVEL}|{_NO_NAME})\b)\w+){{0,9}}?)"
    rf"(?P<level>\s{_LEVEL})?(?P<place>(?:\s{_CAPITAL}\w+){{1,3}})?(?=\s*(?:[.,;:)(/\t|]|$|và\s|"
    rf"truyền thông|thực hiện|xây dựng|chỉ đạo|triển khai|tuyên truyền|giúp\s|chịu\s|gửi\s|theo\s|"
    rf"qua\s|trong\s|phối hợp|chủ trì|tham mưu|hướng dẫn|để\s|trên\s|của\s|tại\s|về\s|với\s))"
)
_YOUTH_SHORT = re.compile(r"\b(?P<level>Tỉnh|Thị|Thành|Huyện|Quận|Xã|Phường)\sđoàn\b")
_YOUTH_FULL = re.compile(
    r"Đoàn (?:Thanh niên|TNCS)[^.;,:]{0,40}?\s"
    r"(?P<level>tỉnh|thị xã|thành phố|huyện|quận|xã|phường)\b"
)
_CONTENT = re.compile(r"\w+")
_GENERIC = {"va", "cua", "cac", "tinh", "xa", "huyen", "thi", "thanh", "pho", "phuong"}
_SHARED = 3
_SHOWN = 4


@dataclass(slots=True)
class _Name:
    """One spelling of a name: where it stands and how often."""

    head: str
    own: str
    body: str
    level: str
    place: str
    places: list[tuple[int, str]] = field(default_factory=list)


def names_of_bodies(case: Case) -> Iterator[Finding]:
    """One body's name with other capitals, or in other words."""
    names = list(_names(case))
    yield from _other_capitals(case, names)
    yield from _variants(case, names)


def _other_capitals(case: Case, names: Sequence[_Name]) -> Iterator[Finding]:
    """The same name with other capitals: "phòng Nội vụ", "Phòng Nội vụ"; told once for a name."""
    spelt: dict[str, dict[str, list[tuple[int, str]]]] = defaultdict(lambda: defaultdict(list))
    for name in names:
        core = f"{name.head} {name.body}"
        spelt[match_key(core)][settle_tones(core)] += [(n, core) for n, _ in name.places]
    for ways in spelt.values():
        if len(ways) < 2:
            continue
        usual, *others = sorted(ways.items(), key=lambda way: -len(way[1]))
        shown = ", ".join(f"“{places[0][1]}” ({len(places)} chỗ)" for _, places in others)
        yield case.finding(
            "name-capitals-mixed",
            f"Tên viết hoa không thống nhất: “{usual[1][0][1]}” ({len(usual[1])} chỗ) và {shown}.",
            others[0][1][0],
            usual[1][0],
            suggestion=usual[1][0][1],
        )


def _variants(case: Case, found: Sequence[_Name]) -> Iterator[Finding]:
    """Two names that may be one body: with and without its level, or half of the name changed."""
    names = [(name, fold(name.head), fold(name.body)) for name in _distinct(found)]
    told: set[str] = set()
    for (first, kind, _), (second, other_kind, body) in combinations(names, 2):
        if kind != other_kind or body in told:
            continue
        if _only_level_differs(first, second) or _half_changed(first, second):
            told.add(body)
            yield case.finding(
                "body-name-variants",
                f"“{_full(second)}” và “{_full(first)}” (dòng {first.places[0][0]}) có thể là một "
                "cơ quan; nên dùng một tên.",
                case.place(_full(second), second.places[0][0]),
                case.place(_full(first), first.places[0][0]),
            )


def names_of_youth_unions(case: Case) -> Iterator[Finding]:
    """ "Thị đoàn" and "Đoàn Thanh niên … thị xã" are one body."""
    short: dict[str, tuple[int, str]] = {}
    full: dict[str, tuple[int, str]] = {}
    for document in case.documents:
        for number, text in case.lines_of(document) if document.version_of is None else ():
            for match in _YOUTH_SHORT.finditer(text) if "đoàn" in text else ():
                short.setdefault(match["level"].lower(), (number, match[0]))
            for match in _YOUTH_FULL.finditer(text) if "Đoàn T" in text else ():
                full.setdefault(match["level"].split()[0].lower(), (number, match[0]))
    for level in short.keys() & full.keys():
        yield case.finding(
            "body-name-variants",
            f"“{short[level][1]}” và “{full[level][1]}” (dòng {full[level][0]}) là một tổ chức; "
            "nên dùng một tên.",
            short[level],
            full[level],
        )


def _names(case: Case) -> Iterator[_Name]:
    for document in case.documents:
        if document.version_of is not None:
            continue
        for number, text in case.lines_of(document):
            for match in _NAME.finditer(text.replace("*", " ")):
                yield _Name(
                    match["head"],
                    (match["own"] or "").strip(),
                    " ".join(match["body"].split()),
                    (match["level"] or "").strip(),
                    (match["place"] or "").strip(),
                    [(number, match[0])],
                )


def _distinct(names: Sequence[_Name]) -> list[_Name]:
    by_spelling: dict[str, _Name] = {}
    for name in names:
        by_spelling.setdefault(_full(name), name)
    found: dict[str, _Name] = {}
    for spelling, name in by_spelling.items():
        found.setdefault(match_key(spelling), name)
    return list(found.values())[:200]


def _only_level_differs(first: _Name, second: _Name) -> bool:
    """ "Bưu điện thị xã Hòa An" and "Bưu điện Hòa An": one says the level, the other does not."""
    if bool(first.own) == bool(second.own) or first.level != second.level:
        return False
    return fold(f"{first.body} {first.place}") == fold(f"{second.body} {second.place}")


def _half_changed(first: _Name, second: _Name) -> bool:
    """ "Trung tâm Phục vụ hành chính công" and "Trung tâm Dịch vụ hành chính công trực tuyến"."""
    if fold(first.head) not in _LONG_NAMED or first.level != second.level:
        return False
    if first.place and second.place and first.place != second.place:
        return False
    one, two = _content(first.body), _content(second.body)
    run = _longest_run(one, two)
    return run >= _SHARED and one != two and abs(len(one) - len(two)) <= 3 and one[0] != two[0]


def _content(body: str) -> list[str]:
    return [word for word in _CONTENT.findall(fold(body)) if word not in _GENERIC]


def _longest_run(one: list[str], two: list[str]) -> int:
    best = 0
    for at in range(len(one)):
        for start in range(len(two)):
            size = 0
            while one[at + size : at + size + 1] == two[start + size : start + size + 1] != []:
                size += 1
            best = max(best, size)
    return best


def _full(name: _Name) -> str:
    return " ".join(
        part for part in (name.head, name.own, name.body, name.level, name.place) if part
    )
