"""Keeping the register of agencies (danh bạ cơ quan): create, change, close, name."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from django.db import transaction

from lantoa.common import audit
from lantoa.common.rules.vietnamese import nfc, search_key
from lantoa.organisations.errors import (
    AliasTaken,
    AlreadyClosed,
    ChildrenInForce,
    CodeTaken,
    NameMissing,
    ParentLoop,
    ParentNotInForce,
    ValidityReversed,
)
from lantoa.organisations.models import Agency, AgencyAlias
from lantoa.organisations.rules.kinds import is_authority
from lantoa.organisations.rules.names import place_of_authority, same_name
from lantoa.organisations.selectors.directories import known_names
from lantoa.organisations.selectors.validity import as_of, belonging_to, scope
from lantoa.organisations.services.rights import require

if TYPE_CHECKING:
    from lantoa.common.access import Actor


@dataclass(frozen=True, slots=True)
class AgencyData:
    """What a person writes of an agency; `place` is worked out from the superior if empty."""

    code: str
    name: str
    kind: str
    level: str
    valid_from: date
    valid_to: date | None = None
    short_name: str = ""
    place: str = ""
    parent: Agency | None = None
    area: Agency | None = None
    email: str = ""
    phone: str = ""
    website: str = ""
    address: str = ""
    note: str = ""


@transaction.atomic
def create(*, data: AgencyData, by: Actor | None) -> Agency:
    """Add an agency under a code never used before, below a superior in force on its first day."""
    require(by, "organisations.manage")
    taken = Agency.objects.filter(code=data.code).first()
    if taken is not None:
        raise CodeTaken(code_taken=data.code, name=taken.name)
    agency = Agency()
    _fill(agency, data)
    agency.save(force_insert=True)
    audit.record("organisations.created", by=by, about=agency, data=_said(data))
    return agency


@transaction.atomic
def update(*, agency: Agency, data: AgencyData, by: Actor | None) -> Agency:
    """Change what is written of an agency; its code stays, so that old records keep it."""
    require(by, "organisations.manage")
    locked = Agency.objects.select_for_update().get(pk=agency.pk)
    if data.code != locked.code:
        raise CodeTaken("Mã của cơ quan không thay đổi được.")
    before = {field: str(getattr(locked, field) or "") for field in _FIELDS}
    _fill(locked, data)
    after = {field: str(getattr(locked, field) or "") for field in _FIELDS}
    changed = {
        field: [before[field], after[field]] for field in _FIELDS if before[field] != after[field]
    }
    if changed:
        locked.save()
        audit.record("organisations.updated", by=by, about=locked, data=changed)
    return locked


@transaction.atomic
def close(*, agency: Agency, on: date, by: Actor | None) -> Agency:
    """End an agency: `on` is its first day out of force; agencies below it must have ended."""
    require(by, "organisations.manage")
    locked = Agency.objects.select_for_update().get(pk=agency.pk)
    if locked.valid_to is not None:
        raise AlreadyClosed(name=locked.name, on=locked.valid_to)
    if on <= locked.valid_from:
        raise ValidityReversed(start=locked.valid_from, end=on)
    below = as_of(on).filter(pk__in=belonging_to({locked.pk}, on)).count()
    if below:
        raise ChildrenInForce(count=below, name=locked.name)
    locked.valid_to = on
    locked.save(update_fields=["valid_to"])
    audit.record("organisations.closed", by=by, about=locked, data={"on": on})
    return locked


@transaction.atomic
def add_alias(*, agency: Agency, name: str, by: Actor | None) -> AgencyAlias:
    """Record another name of the agency; the same name in one territory is refused."""
    require(by, "organisations.manage")
    written = " ".join(nfc(name).split())
    if not written:
        raise NameMissing()
    known = next((one for one in agency.aliases.all() if one.name == written), None)
    if known is not None:
        return known
    _refuse_taken(agency, written)
    alias = AgencyAlias.objects.create(agency=agency, name=written, folded=search_key(written))
    audit.record("organisations.alias-added", by=by, about=agency, data={"name": written})
    return alias


@transaction.atomic
def remove_alias(*, agency: Agency, name: str, by: Actor | None) -> None:
    """Take back another name of the agency; a name it never had is no fault."""
    require(by, "organisations.manage")
    written = " ".join(nfc(name).split())
    removed, _ = AgencyAlias.objects.filter(agency=agency, name=written).delete()
    if removed:
        audit.record("organisations.alias-removed", by=by, about=agency, data={"name": written})


_FIELDS = (
    "name",
    "short_name",
    "kind",
    "level",
    "place",
    "parent",
    "area",
    "valid_from",
    "valid_to",
    "email",
    "phone",
    "website",
    "address",
    "note",
)


def _fill(agency: Agency, data: AgencyData) -> None:
    name = " ".join(nfc(data.name).split())
    if not name or not data.code:
        raise NameMissing()
    if data.valid_to is not None and data.valid_to <= data.valid_from:
        raise ValidityReversed(start=data.valid_from, end=data.valid_to)
    _check_superiors(agency, data)
    agency.code = data.code
    for field in _FIELDS:
        value = getattr(data, field)
        setattr(agency, field, nfc(value).strip() if isinstance(value, str) else value)
    agency.name = name
    agency.place = agency.place or _place(data)
    agency.folded_name = search_key(f"{name} {agency.short_name}")


def _check_superiors(agency: Agency, data: AgencyData) -> None:
    for superior in (data.parent, data.area):
        if superior is None:
            continue
        if not superior.is_in_force(data.valid_from):
            raise ParentNotInForce(parent=superior.name, on=data.valid_from)
        below = scope(agency, data.valid_from) if agency.pk else {}
        if superior.pk == agency.pk or superior.pk in below:
            raise ParentLoop(parent=superior.name, name=data.name)


def _place(data: AgencyData) -> str:
    if is_authority(data.kind):
        return place_of_authority(data.name)
    nearest = data.area or data.parent
    return nearest.place if nearest is not None else ""


def _refuse_taken(agency: Agency, written: str) -> None:
    superior = agency.area_id or agency.parent_id
    if superior is None:
        return
    near = as_of(agency.valid_from).filter(pk__in=belonging_to({superior}, agency.valid_from))
    others = {other.pk: other for other in near.exclude(pk=agency.pk)}
    for pk, names in known_names(others.values()).items():
        if any(same_name(written, other) for other in names):
            raise AliasTaken(alias=written, name=others[pk].name)


def _said(data: AgencyData) -> dict[str, str]:
    return {field: str(getattr(data, field) or "") for field in ("code", *_FIELDS)}
