"""Words that give an agency its part in a duty: "phối hợp với", "tham mưu", "mời", "thông qua"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from .model import PartyRole
from .options import Options
from .party_lists import Named, take_names

LABEL = re.compile(
    r"(?:(?:[Cc]ơ quan|[Đđ]ơn vị)\s+)?"
    r"(?:(?P<lead>[Cc]hủ trì|(?<=[Cc]ơ quan )thực hiện|(?<=[Đđ]ơn vị )thực hiện)"
    r"|(?P<with>[Pp]hối hợp))"
    r"(?:\s+(?:tham mưu|thực hiện|triển khai|xây dựng|chính))*\s*(?::|\s[–-](?=\s))\s*"
)
_GOING = r"(?:\s+(?:chặt chẽ|tích cực|thường xuyên|hiệu quả|đồng bộ))*"


@dataclass(frozen=True, slots=True)
class Marker:
    """A pattern right before names, the role it gives, and what may not stand around it.

    `needs` (one of these letters) spares a search that cannot succeed.
    """

    pattern: re.Pattern[str]
    role: PartyRole
    needs: tuple[str, ...]
    not_after: re.Pattern[str] | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """Names and the part they have."""

    names: tuple[Named, ...]
    role: PartyRole


def _re(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


_WITH = Marker(
    _re(rf"[Pp]hối hợp{_GOING}(?:\s*,\s*hướng dẫn|\s+(?:cùng )?với|\s+cùng)?\s+"),
    "coordinating",
    ("ối hợp",),
)
_COOPERATE = Marker(_re(rf"[Hh]ợp tác{_GOING}\s+(?:cùng )?với\s+"), "coordinating", ("ợp tác",))
_LEAD_WITH = Marker(_re(r"[Cc]hủ trì,?\s+(?:cùng )?(?:với|cùng)\s+"), "coordinating", ("hủ trì",))
_ADVISE = Marker(_re(r"[Tt]ham mưu(?:\s+(?:giúp|cho|đề xuất|trình))*\s+"), "advised", ("ham mưu",))
_INVITE = Marker(_re(r"[Mm]ời\s+"), "invited", ("ời",))
_ASK = Marker(
    _re(r"[Đđ]ề nghị\s+"), "requested", ("ề nghị",), not_after=_re(r"(?:theo|khi có|của)\s+$")
)
_GUIDE = Marker(
    _re(r"(?:[Hh]ướng dẫn|[Cc]hỉ đạo|[Đđ]ôn đốc)\s+"),
    "coordinating",
    ("ướng dẫn", "hỉ đạo", "ôn đốc"),
    not_after=_re(r"(?:theo(?:\s+sự)?|[Tt]ham mưu[^.;:]{3,60})\s*$"),
)
_THROUGH = Marker(
    _re(r"(?:thông qua|\(qua)\s+"),
    "coordinating",
    ("thông qua", "(qua"),
    not_after=_re(r"[Tt]riển khai\s+$"),
)
_ALONG = Marker(_re(r"kết hợp[^.;]{0,120}?theo hướng dẫn của\s+"), "coordinating", ("kết hợp",))

CELL_MARKERS = (_WITH, _LEAD_WITH, _ADVISE, _INVITE, _ASK)
SENTENCE_MARKERS = (*CELL_MARKERS, _COOPERATE, _GUIDE, _THROUGH, _ALONG)


def names_after(
    text: str, *, options: Options, markers: Sequence[Marker] = SENTENCE_MARKERS
) -> Iterator[Found]:
    """The names that follow a marker directly, in the order they stand in the text."""
    places = sorted(
        (
            (match.end(), index, match.start())
            for index, marker in enumerate(markers)
            if any(letters in text for letters in marker.needs)
            for match in marker.pattern.finditer(text)
        )
    )
    for end, index, start in places:
        marker = markers[index]
        if marker.not_after and marker.not_after.search(text, max(0, start - 80), start):
            continue
        names = take_names(text, end, options=options).names
        if names:
            yield Found(names, marker.role)
