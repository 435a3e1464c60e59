"""What the reader is told beforehand: known agencies (danh bạ), how "trước ngày" counts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache

from .known_phrases import KnownPhrase
from .legal_register import LegalRegister
from .name_patterns import any_of


@dataclass(frozen=True, slots=True)
class KnownAgency:
    """One agency of a register: its names, its level, and whether it is only ever requested."""

    name: str
    aliases: tuple[str, ...] = ()
    level: str = ""
    requested: bool = False


class KnownNames:
    """Names that are told beforehand, sought in a text at once; compared by identity."""

    def __init__(self, register: Sequence[KnownAgency], classes: Sequence[str]) -> None:
        names = {name for agency in register for name in (agency.name, *agency.aliases)}
        self.pattern = any_of(names | set(classes))
        self.classes = frozenset(name.casefold() for name in classes)
        self.requested = frozenset(
            name.casefold()
            for agency in register
            if agency.requested
            for name in (agency.name, *agency.aliases)
        )


# The register of one authority serves many readings.
_known_names = lru_cache(maxsize=4)(KnownNames)


@dataclass(frozen=True)
class Options:
    """Choices that officials make differently; the defaults are the strict reading.

    `phrases` and `classes` are what people of this authority taught: due phrases with their rules,
    and names of classes of agencies.
    """

    register: Sequence[KnownAgency] = ()
    before_is_strict: bool = True
    # Codes whose findings are wanted graver, milder or not at all ("off").
    severities: Mapping[str, str] = field(default_factory=dict)
    # None: the register that comes with the program.
    legal: LegalRegister | None = None
    phrases: tuple[KnownPhrase, ...] = ()
    classes: tuple[str, ...] = ()

    @cached_property
    def known_names(self) -> KnownNames:
        """The names of the register and of the classes, made ready once."""
        return _known_names(tuple(self.register), self.classes)
