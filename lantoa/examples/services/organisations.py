"""Loading a register of agencies from data files (nạp danh bạ cơ quan): agencies, reorganisations,
people. Loading twice changes nothing.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from django.db import transaction

from lantoa.accounts.services import users
from lantoa.common.errors import DomainError
from lantoa.examples.demo import DEMO_PASSWORD
from lantoa.organisations.selectors import agencies as register
from lantoa.organisations.selectors import people as known_people
from lantoa.organisations.selectors import reorganisations as events
from lantoa.organisations.services import agencies, people, reorganisations
from lantoa.organisations.services.agencies import AgencyData
from lantoa.organisations.services.people import PersonData
from lantoa.organisations.services.reorganisations import ReorganisationData

DATA = Path(__file__).resolve().parent.parent / "data"
NINH_HOA_2023 = DATA / "ninh-hoa-2023"

_PLAIN = ("short_name", "place", "email", "phone", "website", "address", "note")


class DataFileWrong(DomainError):
    code = "data-file-wrong"
    message = "Tệp dữ liệu {file} thiếu hoặc sai ở mục: {entry}."


@dataclass(frozen=True, slots=True)
class Loaded:
    """How many rows were new."""

    agencies: int
    reorganisations: int
    people: int


@transaction.atomic
def load_organisations(path: Path = NINH_HOA_2023) -> Loaded:
    """Load `organisations.json` of a folder, with `reorganisations.json` and `people.json` where
    they exist; what is known by its code already is left as it is."""
    folder = path if path.is_dir() else path.parent
    return Loaded(
        agencies=_load(folder / "organisations.json", "agencies", _agency),
        reorganisations=_load(folder / "reorganisations.json", "reorganisations", _reorganisation),
        people=_load(folder / "people.json", "people", _person),
    )


def _load(file: Path, key: str, load: Any) -> int:
    if not file.exists() and key != "agencies":
        return 0
    try:
        content: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))
        entries: list[dict[str, Any]] = content[key]
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise DataFileWrong(file=file.name, entry=key) from error
    new = 0
    for entry in entries:
        try:
            new += load({"is_illustrative": bool(content.get("is_illustrative")), **entry})
        except (KeyError, ValueError, TypeError) as error:
            raise DataFileWrong(file=file.name, entry=_label(entry)) from error
    return new


def _label(entry: Any) -> str:
    return str(entry.get("code") or entry.get("account") or entry)[:80] if entry else "–"


def _agency(entry: Mapping[str, Any]) -> int:
    known = register.by_code(entry["code"])
    if known is not None:
        return 0
    end = entry.get("valid_to")
    data = AgencyData(
        code=entry["code"],
        name=entry["name"],
        kind=entry["kind"],
        level=entry["level"],
        valid_from=date.fromisoformat(entry["valid_from"]),
        valid_to=date.fromisoformat(end) if end else None,
        parent=_coded(entry.get("parent")),
        area=_coded(entry.get("area")),
        **{field: entry.get(field, "") for field in _PLAIN},
    )
    agency = agencies.create(data=data, by=None)
    for alias in entry.get("aliases", ()):
        agencies.add_alias(agency=agency, name=alias, by=None)
    return 1


def _reorganisation(entry: Mapping[str, Any]) -> int:
    if events.by_code(entry["code"]) is not None:
        return 0
    data = ReorganisationData(
        code=entry["code"],
        name=entry["name"],
        kind=entry["kind"],
        effective_on=date.fromisoformat(entry["effective_on"]),
        legal_basis=entry["legal_basis"],
        note=entry.get("note", ""),
    )
    lines = {_coded(line["old"]): [_coded(new) for new in line["new"]] for line in entry["lines"]}
    reorganisations.record(data=data, successions=lines, by=None)  # type: ignore[arg-type]
    return 1


def _person(entry: Mapping[str, Any]) -> int:
    user = users.create(
        username=entry["account"],
        full_name=entry["full_name"],
        password=DEMO_PASSWORD,
        is_demo=True,
        by=None,
    )
    if known_people.person_of(user) is not None:
        return 0
    agency = _coded(entry["agency"])
    assert agency is not None
    person = people.add_person(
        data=PersonData(
            full_name=entry["full_name"], user=user, is_illustrative=entry["is_illustrative"]
        ),
        by=None,
    )
    post = people.open_post(agency=agency, title=entry["title"], role=entry["role"], by=None)
    people.appoint(person=person, post=post, since=date.fromisoformat(entry["since"]), by=None)
    return 1


def _coded(code: str | None) -> Any:
    if not code:
        return None
    agency = register.by_code(code)
    if agency is None:
        raise KeyError(code)
    return agency
