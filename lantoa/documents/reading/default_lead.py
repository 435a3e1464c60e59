"""Who leads when a duty names nobody (mọi cơ quan, đơn vị): the plan's own class of agencies."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from .agency_names import GROUP_START
from .model import Party, Section
from .options import Options
from .parties import names_of_heading, parties_of_duty
from .party_lists import take_names
from .references import squeeze

_DEFINED = re.compile(
    r"\(\s*(?:sau đây )?(?:được )?(?:gọi|viết)(?: chung| tắt)+ là:?\s*[“\"]?[^)]{0,120}"
    r"(?:cơ quan|đơn vị|địa phương|sở|xã|phòng)[^)]{0,120}\)",
    re.IGNORECASE,
)

# A class wide enough to be everybody; "Trưởng các thôn" is not.
_EVERYBODY = re.compile(
    r"^(?:các|mọi|mỗi|tất cả|thủ trưởng các).*(?:cơ quan|đơn vị|sở|ban, ngành|địa phương)",
    re.IGNORECASE,
)
# Without one of these words no name in a sentence can be such a class.
_MAY_NAME_ALL = re.compile(r"(?:các|mọi|mỗi|tất cả)(?!\w)", re.IGNORECASE)


def default_leads(sections: Sequence[Section], *, options: Options) -> list[Party]:
    """The class the plan defines ("(gọi tắt là cơ quan, đơn vị)"), or first makes responsible."""
    whole = list(_walk(sections))
    for section in whole:
        for paragraph in section.paragraphs:
            named = _defined(paragraph.text, options)
            if named:
                return [Party(named, "lead", True)]
    found = [*_responsible(whole, options), *_first_directed(whole, options)]
    return sorted(found, key=lambda party: "liên quan" in party.name)[:1]


def _walk(sections: Sequence[Section]) -> Iterator[Section]:
    for section in sections:
        yield section
        yield from _walk(section.children)


def _defined(text: str, options: Options) -> str | None:
    text = squeeze(text)
    for definition in _DEFINED.finditer(text):
        window = max(0, definition.start() - 160)
        for start in GROUP_START.finditer(text, window, definition.start()):
            found = take_names(text, start.start(), options=options, across=True)
            if found.end >= definition.start() - 1 and found.names:
                return squeeze(text[start.start() : definition.start()])
    return None


def _responsible(sections: Sequence[Section], options: Options) -> Iterator[Party]:
    for section in sections:
        names, role = names_of_heading(section.heading, options=options)
        for named in names:
            if role == "lead" and named.group and _EVERYBODY.search(named.name):
                yield Party(named.name, "lead", True)


def _first_directed(sections: Sequence[Section], options: Options) -> Iterator[Party]:
    for section in sections:
        for paragraph in section.paragraphs:
            if not _MAY_NAME_ALL.search(paragraph.text):
                continue
            for party in parties_of_duty("", paragraph.text, options=options, default=()):
                if party.group and party.role == "lead" and _EVERYBODY.search(party.name):
                    yield party
                    return
