"""Who does what (chủ trì, phối hợp, tham mưu, đề nghị, mời): from a table cell or a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from .agency_names import GROUP, HEAD
from .limits import MAX_SAID
from .lines import is_upper
from .model import Party, PartyRole
from .options import Options
from .party_lists import Named, split_names, take_any_names, take_names, take_proper_names
from .party_markers import CELL_MARKERS, LABEL, names_after
from .references import squeeze

_ITEM = re.compile(
    rf"(?:^|\s)[-–+•]\s+(?=(?:{HEAD})|(?:{GROUP})|(?:Cơ quan|Đơn vị|Chủ trì|Phối hợp|Mời|Giao)\b)"
    rf"|;\s*|\.\s+(?=[A-ZĐ])|(?<=(?:trì|hợp)\)),\s+"
    rf"|(?<=chủ trì),\s+(?=(?:{HEAD})|(?:{GROUP}))|\n"
)
_PREFIX = re.compile(
    r"^\W*(?:\(?[\dIVXa-zđ]{1,4}[.)]\s*)?(?:(?P<request>(?:Kính )?(?:[Đđ]ề nghị|[Mm]ời))|Trách "
    r"nhiệm của|Đối với|"
    r"(?:Giao|Yêu cầu|Phân công)(?:\s+(?:nhiệm vụ )?cho)?|giao|yêu cầu|phân công)\s+"
)
_NUMBER = re.compile(r"^\W*(?:(?:[IVX]+|\d+(?:\.\d+)*|[a-zđ])[.)]\s*)?")
_CAPITALS = re.compile(
    r"^(?:SỞ|PHÒNG|BAN|UBND|ỦY BAN NHÂN DÂN|VĂN PHÒNG|TRUNG TÂM|CÔNG AN|CÁC (?:SỞ|PHÒNG|CƠ QUAN|"
    r"ĐƠN VỊ|BAN))\s"
)
_LEADING = re.compile(
    r"^[\s,]*(?:là (?:cơ quan|đơn vị) )?(?:chủ trì|có trách nhiệm|chịu trách nhiệm|tham mưu|phối "
    r"hợp|chủ động)"
)
# What only a body is charged with: who stands before it is one, whatever it is called.
_CHARGED = re.compile(
    r"\s+(?:là (?:cơ quan|đơn vị) )?"
    r"(?:chủ trì|phối hợp (?:với|cùng)|(?:có|chịu) trách nhiệm|tham mưu)\b"
)
_LEAD_IN = re.compile(
    r"^(?:Căn cứ[^,;]*|Trên cơ sở[^,;]*|(?:Định kỳ |Hằng |Hàng )[^,;]*|Trong (?:năm|quý|"
    r"tháng)[^,;]*|Đồng thời|"
    r"Ngoài ra|Sau khi[^,;]*),\s*"
    r"|^(?:UBND|Ủy ban nhân dân|Chủ tịch)[^,;.]{0,60}?\s(?=(?:đề nghị|yêu cầu|giao|phân công)\s)"
)
_SAYS_LEAD = re.compile(r"[\s,:(]*(?:là (?:cơ quan|đơn vị) )?chủ trì")
_ASSIGNED = re.compile(r"(?:^|[.;(]\s*)Phân công(?:\s+(?:thực hiện|nhiệm vụ))?\s*:\s*([^.\n]+)")
_HELPS = re.compile(r"\s*(?:cùng )?phối hợp\b(?!\s+(?:chặt chẽ )?(?:với|cùng))")
_GIVES = re.compile(r"[Gg]iao|[Pp]hân công")
_SENTENCE = re.compile(r"\.\s+(?=[A-ZĐ(])|;\s+|(?<=[^(])\((?=[A-ZĐ])")


@dataclass(frozen=True, slots=True)
class _Subject:
    names: tuple[Named, ...]
    role: PartyRole
    end: int


def parties_of_assignment(text: str, *, options: Options) -> list[Party]:
    """The parties of an assignment cell (Phân công và cách thức thực hiện).

    The first-named agency leads when no word says so ("X phối hợp với Y"); an agency that stands
    alone after the lead coordinates.
    """
    parties: list[Party] = []
    bare = False
    for item in _ITEM.split(squeeze(text[:MAX_SAID])):
        clause = item.strip(" -–+•,.")
        if clause:
            bare = _read_clause(clause, parties, bare, options)
    return _settled(parties, options)


def parties_as(text: str, role: PartyRole, *, options: Options) -> list[Party]:
    """The parties of a column that has one role for all ("Cơ quan phối hợp")."""
    parties: list[Party] = []
    for clause in _ITEM.split(squeeze(text[:MAX_SAID])):
        _add(parties, split_names(clause, options=options), role)
    return parties


def parties_of_duty(
    heading: str, text: str, *, options: Options, default: Sequence[Party]
) -> list[Party]:
    """The parties of a leaf paragraph under the heading that names who is responsible.

    An agency that begins the sentence leads before the heading's, and those before the default.
    A lead that is asked ("Đề nghị …") rather than directed has the role "requested".
    """
    parties: list[Party] = []
    text = _bare(text[:MAX_SAID])
    for names, role in _subjects(text, options) or _responsible(heading, options):
        _add(parties, names, role)
    assigned = _ASSIGNED.search(text) if "hân công" in text else None
    if assigned:
        parties = parties_of_assignment(assigned[1], options=options) or parties
    for label in LABEL.finditer(text) if ":" in text or " - " in text or " – " in text else ():
        role = "lead" if label["lead"] else "coordinating"
        _add(parties, take_names(text, label.end(), options=options, across=True).names, role)
    if not any(party.role in ("lead", "requested") for party in parties):
        parties = [*(replace(party) for party in default), *parties]
    for found in names_after(text, options=options):
        _add(parties, found.names, found.role)
    return _settled(parties, options)


def names_of_heading(heading: str, *, options: Options) -> tuple[list[Named], PartyRole]:
    """The agencies a heading makes responsible, and whether it directs or asks them."""
    found = _responsible(heading, options)
    return (list(found[0][0]), found[0][1]) if found else ([], "lead")


def _responsible(heading: str, options: Options) -> list[tuple[Sequence[Named], PartyRole]]:
    heading = _NUMBER.sub("", squeeze(heading[:MAX_SAID]), count=1)
    if _CAPITALS.match(heading) and is_upper(heading):
        return [([Named(heading.strip(" :."), heading.startswith("CÁC"))], "lead")]
    prefix = _PREFIX.match(heading)
    start = prefix.end() if prefix else 0
    found = take_names(heading, start, options=options, across=True)
    role: PartyRole = "requested" if prefix and prefix["request"] else "lead"
    return [(found.names, role)] if found.names else []


def _bare(text: str) -> str:
    """The text without its number and the words that lead in to the subject."""
    text = _NUMBER.sub("", squeeze(text), count=1)
    return _LEAD_IN.sub("", text, count=1)


def _subjects(text: str, options: Options) -> list[tuple[Sequence[Named], PartyRole]]:
    """The agencies that are the subject of the text, or of a later sentence in it."""
    first = _subject(text, options)
    start = first.end if first else 0
    later = [_subject(part, options, later=True) for part in _SENTENCE.split(text[start:])[1:]]
    return [(found.names, found.role) for found in (first, *later) if found]


def _subject(sentence: str, options: Options, *, later: bool = False) -> _Subject | None:
    """The agencies that begin a sentence and so are its subject, or are directed or asked in it."""
    if LABEL.match(sentence):
        return None
    if later:
        sentence = _LEAD_IN.sub("", sentence, count=1)
    prefix = _PREFIX.match(sentence)
    at = prefix.end() if prefix else 0
    found = take_names(sentence, at, options=options, across=not later)
    if not found.names:
        found = take_proper_names(sentence, at, options=options)
        if found.names and not (prefix or _CHARGED.match(sentence, found.end)):
            return None
    rest = sentence[found.end :]
    is_given = prefix is not None and bool(_GIVES.search(prefix[0]))
    if not found.names or not (is_given or rest.strip(" .,:")):
        return None
    if prefix and prefix["request"]:
        return _Subject(found.names, "requested", found.end)
    if later and not prefix and _HELPS.match(rest):
        return _Subject(found.names, "coordinating", found.end)
    if later and not (prefix or _LEADING.match(rest)):
        return None
    return _Subject(found.names, "lead", found.end)


def _read_clause(clause: str, parties: list[Party], bare: bool, options: Options) -> bool:
    """Adds the clause's parties; true when it is nothing but names."""
    clause = _LEAD_IN.sub("", clause, count=1)
    label = LABEL.match(clause)
    if label:
        role: PartyRole = "lead" if label["lead"] else "coordinating"
        found = take_names(clause, label.end(), options=options)
        _add(parties, found.names, role)
    else:
        prefix = _PREFIX.match(clause)
        found = take_names(clause, prefix.end() if prefix else 0, options=options)
        if not (found.names or parties or prefix):
            found = take_any_names(clause, options=options)
        _add(parties, found.names, _role_of_first(clause[found.end :], prefix, parties, bare))
    for later in names_after(clause, options=options, markers=CELL_MARKERS):
        _add(parties, later.names, later.role)
    return bool(found.names) and not label and not clause[found.end :].strip(" .,")


def _role_of_first(
    rest: str, prefix: re.Match[str] | None, parties: Sequence[Party], bare: bool
) -> PartyRole:
    if prefix and prefix["request"]:
        return "invited" if "ời" in prefix["request"] else "requested"
    if _SAYS_LEAD.match(rest) or not any(party.role == "lead" for party in parties):
        return "lead"
    return "lead" if bare and not rest.strip(" .,") else "coordinating"


def _add(parties: list[Party], names: Iterable[Named], role: PartyRole) -> None:
    known = {party.name.casefold() for party in parties}
    for named in names:
        if named.name.casefold() not in known:
            known.add(named.name.casefold())
            parties.append(Party(named.name, role, named.group))


def _settled(parties: list[Party], options: Options) -> list[Party]:
    """Agencies that the register says may only be asked are never directed."""
    asked = options.known_names.requested
    for party in parties if asked else ():
        if party.role == "lead" and party.name.casefold() in asked:
            party.role = "requested"
    return parties
