"""The collective names in use (các cơ quan, đơn vị; UBND các xã, phường; các sở, ban, ngành …)
as folded patterns, each with the kinds of agency and the level it means.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from lantoa.organisations.rules.kinds import Kind, Level


@dataclass(frozen=True, slots=True)
class ClassName:
    """`reach` is a level, or how far from the issuer: its own level, those below it, or any.

    `named`, where a kind is too wide, is what the folded name of a member begins like.
    `open_ended`: no register lists its members, so only a person can expand it.
    """

    pattern: re.Pattern[str]
    kinds: frozenset[str]
    reach: str = "own"
    named: str = ""
    open_ended: bool = False


def _name(pattern: str, *kinds: Kind, reach: str = "own", named: str = "") -> ClassName:
    whole = re.compile(rf"\b(?:{pattern})(?!\w)")
    return ClassName(whole, frozenset(map(str, kinds)), reach, named, not kinds)


_AND = r"(?: ?[,/] ?| va | ?- ?)"
_COMMITTEE = r"(?:ubnd|uy ban nhan dan|chinh quyen)"
_COMMUNE = r"(?:xa|phuong|thi tran|dac khu)"
_DISTRICT = r"(?:huyen|quan|thi xa|thanh pho)"
_COMMUNES = rf"{_COMMUNE}(?:{_AND}{_COMMUNE})*"
_DISTRICTS = rf"{_DISTRICT}(?:{_AND}{_DISTRICT})*"
_SEVERAL_COMMUNES = rf"(?:cac {_COMMUNES}|{_COMMUNE}(?:{_AND}{_COMMUNE})+)"
_SEVERAL_DISTRICTS = rf"(?:cac {_DISTRICTS}|{_DISTRICT}(?:{_AND}{_DISTRICT})+)"
_HEADS = (
    r"(?:(?:thu truong|nguoi dung dau|lanh dao|truong|giam doc|chu tich|bi thu)"
    rf"(?:{_AND}(?:thu truong|nguoi dung dau|lanh dao|truong|giam doc|chu tich))*(?: cua)? )?"
)
_THE = r"(?:tat ca |toan the )?(?:cac |nhung |moi )?"
_PARTY_COMMITTEE = r"(?:dang uy|dang bo|chi bo|(?:tinh|thanh|huyen|quan|thi) uy)\b"
_PARTY_OFFICE = rf"(?!{_PARTY_COMMITTEE})"
_STATE = (Kind.OFFICE, Kind.DIVISION, Kind.DEPARTMENT)

CLASS_NAMES: tuple[ClassName, ...] = (
    _name(
        rf"{_HEADS}{_THE}{_COMMITTEE} (?:{_SEVERAL_COMMUNES}|(?:cac )?cap xa|cac cap xa)",
        Kind.COMMUNE,
        reach=Level.COMMUNE,
    ),
    _name(rf"{_HEADS}{_THE}(?:chinh quyen )?cap xa", Kind.COMMUNE, reach=Level.COMMUNE),
    _name(rf"{_HEADS}{_SEVERAL_COMMUNES}", Kind.COMMUNE, reach=Level.COMMUNE),
    _name(
        rf"{_HEADS}{_THE}{_COMMITTEE} (?:{_SEVERAL_DISTRICTS}|cap huyen)",
        Kind.PEOPLE_COMMITTEE,
        reach=Level.DISTRICT,
    ),
    _name(rf"{_HEADS}{_SEVERAL_DISTRICTS}", Kind.PEOPLE_COMMITTEE, reach=Level.DISTRICT),
    _name(
        rf"{_HEADS}{_THE}{_COMMITTEE} (?:{_DISTRICTS}|cap huyen){_AND}(?:cac )?{_COMMUNES}",
        Kind.PEOPLE_COMMITTEE,
        Kind.COMMUNE,
        reach="below",
    ),
    _name(
        rf"{_HEADS}(?:cac dia phuong|chinh quyen cac cap|ubnd cac cap|uy ban nhan dan cac cap)",
        Kind.PEOPLE_COMMITTEE,
        Kind.COMMUNE,
        reach="below",
    ),
    _name(
        rf"{_HEADS}{_THE}dang uy (?:{_SEVERAL_COMMUNES}|cap xa)", Kind.PARTY, reach=Level.COMMUNE
    ),
    _name(r"(?:cac )?cap uy co so", Kind.PARTY, reach=Level.COMMUNE),
    _name(
        rf"(?:cac )?(?:dang uy|cap uy)(?: dang)?(?: cac cap)?(?:{_AND}(?:cac )?to chuc dang)?"
        r"(?: (?:cac )?co quan, don vi, dia phuong)?",
        Kind.PARTY,
        reach="any",
        named=_PARTY_COMMITTEE,
    ),
    _name(
        r"(?:cac )?(?:dang uy|cap uy)(?: dang)? truc thuoc(?: (?:tinh|thanh|huyen|quan|thi) uy)?",
        Kind.PARTY,
        reach="below",
        named=_PARTY_COMMITTEE,
    ),
    _name(r"(?:cac )?(?:dang uy|cap uy)(?: dang)? (?:cac )?co quan, don vi(?!, dia phuong)"),
    _name(
        rf"{_HEADS}{_THE}co quan (?:chuyen trach )?tham muu(?:{_AND}| )giup viec"
        r"(?: (?:cua )?(?:thi uy|huyen uy|quan uy|thanh uy|tinh uy|dang uy|cap uy))?",
        Kind.PARTY,
        named=_PARTY_OFFICE,
    ),
    _name(
        r"(?:cac |)ban(?: xay dung)? dang(?: (?:cua )?(?:thi|huyen|quan|thanh|tinh) uy)?",
        Kind.PARTY,
        named=r"ban\b",
    ),
    _name(
        rf"{_HEADS}(?:(?:uy ban )?mat tran(?: to quoc)?(?: viet nam)?{_AND})?(?:cac )?"
        rf"(?:to chuc|doan the) chinh tri ?- ?xa hoi(?:{_AND}(?:cac )?hoi(?: quan chung)?)?",
        Kind.MASS_ORGANISATION,
    ),
    _name(
        rf"(?:(?:uy ban )?mat tran(?: to quoc)?(?: viet nam)?{_AND})(?:cac )?doan the",
        Kind.MASS_ORGANISATION,
    ),
    _name(rf"(?:cac )?(?:to chuc )?hoi{_AND}doan the|(?:cac )doan the", Kind.MASS_ORGANISATION),
    _name(
        rf"{_HEADS}{_THE}co quan chuyen mon(?:{_AND}(?:cac )?don vi su nghiep(?: cong lap)?)",
        *_STATE,
        Kind.PUBLIC_UNIT,
        Kind.SCHOOL,
    ),
    _name(rf"{_HEADS}{_THE}co quan chuyen mon", *_STATE),
    _name(rf"{_HEADS}{_THE}don vi su nghiep(?: cong lap)?", Kind.PUBLIC_UNIT, Kind.SCHOOL),
    _name(
        rf"{_HEADS}{_THE}(?:co quan|don vi)?(?:{_AND}don vi)? ?nganh doc"
        rf"|(?:cac )?co quan trung uong (?:dong )?tren dia ban",
        Kind.VERTICAL,
    ),
    _name(rf"{_HEADS}(?:cac phong{_AND}ban|cac phong chuyen mon|phong{_AND}ban)", *_STATE),
    _name(
        rf"{_HEADS}(?:cac )?phong{_AND}ban{_AND}nganh(?: chuyen mon)?",
        *_STATE,
        Kind.VERTICAL,
    ),
    _name(
        rf"{_HEADS}(?:cac )?(?:phong{_AND})?ban{_AND}nganh{_AND}doan the",
        *_STATE,
        Kind.VERTICAL,
        Kind.MASS_ORGANISATION,
    ),
    _name(
        rf"{_HEADS}(?:cac )?(?:so{_AND}ban{_AND}nganh|so{_AND}nganh)",
        Kind.DEPARTMENT,
        Kind.OFFICE,
        Kind.VERTICAL,
        reach=Level.PROVINCE,
    ),
    _name(
        rf"{_HEADS}(?:cac )?so{_AND}ban{_AND}nganh{_AND}doan the",
        Kind.DEPARTMENT,
        Kind.OFFICE,
        Kind.VERTICAL,
        Kind.MASS_ORGANISATION,
        reach=Level.PROVINCE,
    ),
    _name(
        rf"{_HEADS}(?:cac so(?:{_AND}ban)?|so{_AND}ban)",
        Kind.DEPARTMENT,
        Kind.OFFICE,
        reach=Level.PROVINCE,
    ),
    _name(
        rf"{_HEADS}{_THE}(?:don vi |co so )?truong hoc|cac truong|cac co so giao duc"
        r"(?: va dao tao)?",
        Kind.SCHOOL,
        reach="any",
    ),
    _name(
        rf"{_THE}co quan (?:thong tan(?:{_AND}| ))?bao chi|(?:cac )?co quan thong tin dai chung",
        Kind.PRESS,
        reach="any",
    ),
    _name(
        rf"{_HEADS}{_THE}co quan(?:{_AND}(?:to chuc{_AND})?don vi)(?! su nghiep)",
        *_STATE,
        Kind.PUBLIC_UNIT,
    ),
    _name(
        rf"{_HEADS}{_THE}co quan{_AND}don vi(?:{_AND}|{_AND}cac )dia phuong",
        *_STATE,
        Kind.PUBLIC_UNIT,
        Kind.PEOPLE_COMMITTEE,
        Kind.COMMUNE,
        reach="any",
    ),
    _name(r"(?:co quan|don vi|to chuc|phong ban)(?= (?:co )?lien quan)", *_STATE, Kind.PUBLIC_UNIT),
    _name(
        rf"{_HEADS}(?:cac|moi|nhung) (?:co quan|don vi)(?! su nghiep| chuyen mon| tham muu| bao| "
        r"thong| nganh| trung uong| truong| chuyen trach)",
        *_STATE,
        Kind.PUBLIC_UNIT,
    ),
)

PLURAL = re.compile(r"\b(?:cac|nhung|moi|tat ca|toan the)\b|,|/| va ")
OPEN_ENDED = re.compile(
    r"\b(?:co )?lien quan\b|\btheo phan cong\b|\bkhac\b|\bduoc (?:giao|phan cong)\b"
)
OWN_WORDS: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"\b(?:cap |ubnd |thuoc |uy ban nhan dan )tinh\b|\btinh uy\b"), Level.PROVINCE),
    (
        re.compile(
            r"\b(?:cap |ubnd |thuoc |uy ban nhan dan )(?:huyen|thi xa|quan)\b"
            r"|\b(?:thi|huyen|quan) uy\b"
        ),
        Level.DISTRICT,
    ),
)
SHORT_FORM = re.compile(
    r"\((?:sau đây )?(?:được )?gọi (?:tắt|chung) (?:là|:)\s*:?(?P<short>[^()]{2,80})\)",
    re.IGNORECASE,
)
