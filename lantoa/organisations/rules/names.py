"""Agency names (tên cơ quan): which agency of a register a written name means.

Officials write the same agency in many ways: "Phòng Tài chính – Kế hoạch", "phòng TCKH thị xã",
"Tài chính - Kế hoạch"; the place is often left out or shortened, accents may be missing.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from lantoa.organisations.rules.spelling import Spelling, initials_fit, spell, without_accents

PLACE_TYPES = (
    ("thành", "phố"),
    ("thị", "xã"),
    ("thị", "trấn"),
    ("đặc", "khu"),
    ("tỉnh",),
    ("huyện",),
    ("quận",),
    ("phường",),
    ("xã",),
)
_HEADS_LEFT_OUT = ("phòng", "sở")
Words = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NamedAgency:
    """One agency of the register; `place` is its territory, such as "thị xã An Bình"."""

    key: int
    name: str
    aliases: tuple[str, ...] = ()
    place: str = ""


@dataclass(frozen=True, slots=True)
class KnownAgency:
    """What a reader of documents needs to know of one agency; `requested`: only "đề nghị"."""

    name: str
    aliases: tuple[str, ...]
    level: str
    requested: bool


class NameIndex:
    """A register made searchable once, then asked many times."""

    def __init__(self, agencies: Iterable[NamedAgency]) -> None:
        self._exact: list[dict[Words, set[int]]] = [defaultdict(set) for _ in range(3)]
        self._plain: list[dict[Words, set[int]]] = [defaultdict(set) for _ in range(3)]
        for agency in agencies:
            for tier, words in _forms(agency):
                self._exact[tier][words].add(agency.key)
                self._plain[tier][without_accents(words)].add(agency.key)

    def match(self, written: str) -> list[int]:
        """Keys of the agencies that the written name may mean: one when it is certain.

        A closer spelling wins: the full name or an alias, then with or without the place, then
        without "phòng"/"sở"; each with accents before without; abbreviations last.
        """
        spelling = spell(written)
        if not spelling.words:
            return []
        plain = without_accents(spelling.words)
        for tiers, words in ((self._exact, spelling.words), (self._plain, plain)):
            for tier in tiers:
                if found := tier.get(words):
                    return sorted(found)
        return self._by_initials(spelling)

    def _by_initials(self, spelling: Spelling) -> list[int]:
        if not any(spelling.capitals):
            return []
        for tier in self._plain[:2]:
            found = {
                key for words, keys in tier.items() if initials_fit(spelling, words) for key in keys
            }
            if found:
                return sorted(found)
        return []


def match_name(written: str, agencies: Sequence[NamedAgency]) -> list[int]:
    """`NameIndex.match` for a single question."""
    return NameIndex(agencies).match(written)


def same_name(first: str, second: str) -> bool:
    """Whether two spellings are one name: dashes, case, "&", abbreviations of UBND aside."""
    return spell(first).words == spell(second).words


def place_of_authority(name: str) -> str:
    """The territory in the name of a People's Committee: "UBND xã X" gives "xã X"."""
    for prefix in ("Ủy ban nhân dân ", "Uỷ ban nhân dân ", "UBND "):
        if name.casefold().startswith(prefix.casefold()):
            return name[len(prefix) :].strip()
    return ""


def _forms(agency: NamedAgency) -> Iterator[tuple[int, Words]]:
    kind, bare = _split_place(spell(agency.place).words)
    for name in (agency.name, *agency.aliases):
        words = spell(name).words
        if not words:
            continue
        yield 0, words
        base = _without_place(words, kind, bare)
        suffixes: list[Words] = [()]
        if kind or bare:
            suffixes += [kind + bare, kind, bare]
            suffixes += [("ủy", "ban", "nhân", "dân", *kind, *bare)]
            suffixes += [("ủy", "ban", "nhân", "dân", *kind)] if kind else []
        for suffix in suffixes:
            yield 1, base + _spelled(suffix)
            if base[0] in _left_out() and len(base) > 2:
                yield 2, base[1:] + _spelled(suffix)


def _split_place(words: Words) -> tuple[Words, Words]:
    for kind in PLACE_TYPES:
        spelled = _spelled(kind)
        if words[: len(kind)] == spelled:
            return spelled, words[len(kind) :]
    return (), words


def _without_place(words: Words, kind: Words, bare: Words) -> Words:
    for suffix in (kind + bare, bare, kind):
        if suffix and len(words) > len(suffix) and words[-len(suffix) :] == suffix:
            return words[: -len(suffix)]
    return words


def _spelled(words: Words) -> Words:
    return spell(" ".join(words)).words


def _left_out() -> Words:
    return tuple(word for head in _HEADS_LEFT_OUT for word in spell(head).words)


def names_place(written: str, place: str) -> bool:
    """Whether a written name says the place itself: "UBND huyện An Hải" says "An Hải"."""
    _, bare = _split_place(spell(place).words)
    words, wanted = without_accents(spell(written).words), without_accents(bare)
    return bool(wanted) and any(
        words[start : start + len(wanted)] == wanted for start in range(len(words))
    )
