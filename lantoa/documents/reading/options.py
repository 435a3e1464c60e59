"""What the reader is told beforehand: known agencies (danh bạ), how "trước ngày" counts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from .known_phrases import KnownPhrase
from .legal_register import LegalRegister


@dataclass(frozen=True, slots=True)
class KnownAgency:
    """One agency of a register: its names, its level, and whether it is only ever requested."""

    name: str
    aliases: tuple[str, ...] = ()
    level: str = ""
    requested: bool = False


@dataclass(frozen=True, slots=True)
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
