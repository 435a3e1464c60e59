"""Collective names (tên gọi chung): which classes of agencies a phrase such as
"các cơ quan, đơn vị, UBND các xã, phường" names, before anyone knows which agencies exist.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from lantoa.common.rules.vietnamese import fold, nfc
from lantoa.organisations.rules.class_names import (
    CLASS_NAMES,
    OPEN_ENDED,
    OWN_WORDS,
    PLURAL,
    SHORT_FORM,
    ClassName,
)
from lantoa.organisations.rules.kinds import Level, levels_below


@dataclass(frozen=True, slots=True)
class Group:
    """Agencies of these kinds; `reach` is a level, or "own", "below", "any" of the issuer."""

    kinds: frozenset[str]
    reach: str
    text: str = ""
    named: str = ""

    def levels(self, issuer_level: str) -> frozenset[str]:
        """The levels meant when an authority of that level writes the phrase."""
        if self.reach == "own":
            return frozenset({issuer_level})
        if self.reach == "below":
            return levels_below(issuer_level)
        if self.reach == "any":
            return levels_below(issuer_level) | {issuer_level}
        return frozenset({self.reach})

    def includes(self, name: str, kind: str, level: str, *, issuer_level: str) -> bool:
        """Whether an agency of that name, kind and level belongs to the class."""
        return (
            kind in self.kinds
            and level in self.levels(issuer_level)
            and re.match(self.named, fold(name)) is not None
        )


@dataclass(frozen=True, slots=True)
class Collective:
    """What a phrase names: `open_ended` holds the parts that only a person can expand
    ("các cơ quan, đơn vị liên quan"), `rest` the parts that are no class at all."""

    groups: tuple[Group, ...] = ()
    open_ended: tuple[str, ...] = ()
    rest: tuple[str, ...] = ()

    @property
    def is_class(self) -> bool:
        return bool(self.groups or self.open_ended)


def read_collective(phrase: str, *, definitions: Mapping[str, str] | None = None) -> Collective:
    """The classes that a phrase names, in the order written.

    `definitions` are the document's own short forms: "cơ quan, đơn vị" -> "các cơ quan, đơn vị
    và UBND các xã, phường" (from "… (gọi tắt là cơ quan, đơn vị)").
    """
    groups: list[Group] = []
    open_ended: list[str] = []
    rest: list[str] = []
    shorts = {_term(short): full for short, full in (definitions or {}).items()}
    for clause in _clauses(phrase):
        meant = shorts.get(_term(clause.text))
        if meant is not None and not clause.open_ended:
            found = read_collective(meant)
            groups += found.groups
            open_ended += found.open_ended
        elif clause.name is None:
            rest.append(clause.text)
        elif clause.open_ended:
            open_ended.append(clause.text)
        else:
            groups.append(Group(clause.name.kinds, clause.reach, clause.text, clause.name.named))
    return Collective(tuple(dict.fromkeys(groups)), tuple(open_ended), tuple(rest))


def find_definitions(text: str) -> dict[str, str]:
    """The short forms a text defines: "… (sau đây gọi tắt là X)" gives X -> the words before it."""
    found = {}
    text = nfc(text)
    for match in SHORT_FORM.finditer(text):
        before = text[: match.start()]
        start = max(before.rfind(mark) for mark in ".;:(\n") + 1
        collective = _last_class(before[start:])
        if collective:
            found[match["short"].strip(" “”\"'")] = collective
    return found


@dataclass(frozen=True, slots=True)
class _Clause:
    text: str
    name: ClassName | None
    reach: str
    open_ended: bool


def _clauses(phrase: str) -> Iterator[_Clause]:
    """Cut the phrase where one class name ends and the next begins."""
    text = " ".join(nfc(phrase).split())
    plain = fold(text)
    hits = list(_hits(text, plain))
    covered = 0
    for place, (start, end, name) in enumerate(hits):
        yield from _unknown(text[covered:start])
        stop = hits[place + 1][0] if place + 1 < len(hits) else len(text)
        tail_end = _tail_end(plain, end, stop)
        tail = plain[end:tail_end]
        yield _Clause(
            re.sub(r"[ ,;.]+(?:và)?[ ,;.]*$", "", text[start:tail_end]),
            name,
            _reach(name, plain[start:end], tail),
            name.open_ended or bool(OPEN_ENDED.search(tail)),
        )
        covered = tail_end
    yield from _unknown(text[covered:])


def _hits(text: str, plain: str) -> Iterator[tuple[int, int, ClassName]]:
    position = 0
    while position < len(plain):
        best: tuple[int, int, ClassName] | None = None
        for name in CLASS_NAMES:
            match = name.pattern.search(plain, position)
            while match is not None and _names_one(text, plain, match.start(), match.end()):
                match = name.pattern.search(plain, match.start() + 1)
            if match is not None and (
                best is None
                or match.start() < best[0]
                or (match.start() == best[0] and match.end() > best[1])
            ):
                best = (match.start(), match.end(), name)
        if best is None:
            return
        yield best
        position = best[1]


def _names_one(text: str, plain: str, start: int, end: int) -> bool:
    """Proper names follow ("UBND xã An Bình", "các Sở: Nội vụ, Tài chính"): no class."""
    follows = text[end : end + 3].removeprefix(":")
    proper = len(follows) >= 2 and follows[0] == " " and follows[1].isupper()
    return proper and (text[end] == ":" or not PLURAL.search(plain[start:end]))


def _tail_end(plain: str, end: int, stop: int) -> int:
    """Where the qualification ("thuộc UBND thị xã", "có liên quan") of a class name ends."""
    cut = re.compile(r"[;.]|,(?! (?:co )?lien quan)").search(plain, end, stop)
    return cut.start() if cut else stop


def _reach(name: ClassName, written: str, tail: str) -> str:
    if name.reach in {"below", *Level}:
        return name.reach
    for pattern, level in OWN_WORDS:
        if pattern.search(tail) or pattern.search(written):
            return level
    return name.reach


def _unknown(text: str) -> Iterator[_Clause]:
    for part in re.split("[;,]", text):
        words = part.strip(" -–,.:;()")
        bare = PLURAL.sub("", fold(words)).strip()
        if bare and not _LEADERS.fullmatch(bare):
            yield _Clause(words, None, "own", False)


_LEADERS = re.compile(
    r"(?:va|cung|voi|de nghi|thu truong|nguoi dung dau|lanh dao|truong|chu tich|giam doc|cua|tai|"
    r"toan the|tat ca|thuoc|truc thuoc|tu|den| )+"
)


def _last_class(text: str) -> str:
    """The stretch of text from its first class name to its end, or nothing."""
    plain = fold(text)
    hits = list(_hits(text, plain))
    if not hits:
        return ""
    contiguous = [hits[-1]]
    for hit in reversed(hits[:-1]):
        between = plain[hit[1] : contiguous[0][0]]
        if not re.fullmatch(r"[ ,;]*(?:va)?[ ,;]*(?:cac)?[ ]*", between):
            break
        contiguous.insert(0, hit)
    return text[contiguous[0][0] :].strip(" ,;-")


def _term(text: str) -> str:
    return " ".join(PLURAL.sub(" ", fold(text)).split()).strip(" ,;.")
