"""Kinds and levels of agencies (loại, cấp cơ quan), and who takes orders from a state authority."""

from __future__ import annotations

from enum import StrEnum


class Kind(StrEnum):
    PEOPLE_COMMITTEE = "people_committee"
    OFFICE = "office"
    DIVISION = "division"
    COMMUNE = "commune"
    PUBLIC_UNIT = "public_unit"
    SCHOOL = "school"
    VERTICAL = "vertical"
    ENTERPRISE = "enterprise"
    PARTY = "party"
    MASS_ORGANISATION = "mass_organisation"
    DEPARTMENT = "department"
    PRESS = "press"
    OTHER = "other"


class Level(StrEnum):
    CENTRAL = "central"
    PROVINCE = "province"
    DISTRICT = "district"
    COMMUNE = "commune"


LEVELS = (Level.CENTRAL, Level.PROVINCE, Level.DISTRICT, Level.COMMUNE)
AUTHORITIES = frozenset({Kind.PEOPLE_COMMITTEE, Kind.COMMUNE})
REQUESTED_KINDS = frozenset({Kind.PARTY, Kind.MASS_ORGANISATION, Kind.PRESS})


def is_directed(kind: str) -> bool:
    """Whether a state authority may assign it work, or may only ask ("đề nghị").

    The Party, the Front and its member organisations, and the press stand outside its command; a
    vertical agency or an enterprise is bound by what the document assigns to it.
    """
    return kind not in REQUESTED_KINDS


def is_authority(kind: str) -> bool:
    """Whether it is a People's Committee (Ủy ban nhân dân), which governs a territory."""
    return kind in AUTHORITIES


def levels_below(level: str) -> frozenset[str]:
    """The levels subordinate to a level: below the province are districts and communes."""
    order = [str(one) for one in LEVELS]
    return frozenset(order[order.index(level) + 1 :])
