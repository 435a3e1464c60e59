"""What really changed between two versions (thay đổi về nội dung giao việc): who must do what,
until when, how much. Words that were only polished are no change here.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any, Literal

from .change_words import due_words, names_of, same_due, target_words
from .comparable_years import Years, years_of
from .duty_pairs import Place, pair_duties
from .figures import different_figures
from .model import Activity, Document, Due, Obligation, Party, Reading, Reference, Target
from .reviewer_notes import split_notes
from .versions import counterparts

ChangeKind = Literal[
    "duty_added",
    "duty_removed",
    "activity_added",
    "activity_removed",
    "lead_changed",
    "coordinating_changed",
    "binding_changed",
    "deadline_changed",
    "target_changed",
    "figure_changed",
]
LABELS: dict[ChangeKind, str] = {
    "duty_added": "Thêm nhiệm vụ",
    "duty_removed": "Bỏ nhiệm vụ",
    "activity_added": "Thêm hoạt động trọng điểm",
    "activity_removed": "Bỏ hoạt động trọng điểm",
    "lead_changed": "Đổi cơ quan chủ trì",
    "coordinating_changed": "Đổi cơ quan phối hợp",
    "binding_changed": "Đổi giữa giao và đề nghị",
    "deadline_changed": "Đổi thời hạn",
    "target_changed": "Đổi chỉ tiêu",
    "figure_changed": "Đổi con số, ngày, ký hiệu",
}
_ORDER = {kind: place for place, kind in enumerate(LABELS)}
_ACTING, _HELPING = ("lead", "requested"), ("coordinating", "invited")


@dataclass(frozen=True, slots=True)
class Change:
    """One change: of which duty ("IV.3.a"), from what to what, at which line of each version."""

    kind: ChangeKind
    path: str
    text: str
    before: str = ""
    after: str = ""
    a_line: int | None = None
    b_line: int | None = None

    @property
    def label(self) -> str:
        return LABELS[self.kind]

    def as_dict(self) -> dict[str, Any]:
        """The JSON form for `lantoa diff --json`."""
        return {
            "kind": self.kind,
            "path": self.path,
            "text": self.text,
            "before": self.before or None,
            "after": self.after or None,
            "a_line": self.a_line,
            "b_line": self.b_line,
        }


def substantive_changes(a: Document, b: Document) -> list[Change]:
    """What the second version orders otherwise than the first, by kind and then by place.

    Duties are matched by place and words, so one that only moved is no change. Of plans for two
    years, "Quý I/2023" and "Quý I/2024" are one deadline.
    """
    years = years_of(a, b)
    found = chain(
        _compare([_duty(o) for o in a.obligations], [_duty(o) for o in b.obligations], years),
        _compare([_activity(o) for o in a.activities], [_activity(o) for o in b.activities], years),
        _references(a, b),
    )
    return sorted(found, key=lambda one: (_ORDER[one.kind], one.b_line or one.a_line or 0))


def changes_between(a: Sequence[Document], b: Sequence[Document]) -> list[Change]:
    """The changes of several documents, each compared with the next of its kind; an appendix that
    only one side has counts as added or removed with its activities."""
    rest, found = list(b), []
    for old in a:
        new = next((one for one in rest if one.kind == old.kind), None)
        if new is not None:
            rest.remove(new)
            found += substantive_changes(old, new)
        elif old.kind == "appendix":
            found += substantive_changes(old, _empty(old))
    for new in rest:
        if new.kind == "appendix":
            found += substantive_changes(_empty(new), new)
    return sorted(found, key=lambda one: _ORDER[one.kind])


def changes_of_files(a: Reading, b: Reading) -> list[Change]:
    """The changes between the documents of two files that answer to each other."""
    old, new = counterparts(a, b)
    return changes_between(_with_appendices(old, a), _with_appendices(new, b))


def render_changes(changes: Sequence[Change]) -> Iterator[str]:
    """Lines for a person, one for each change."""
    if not changes:
        yield "Thay đổi về nội dung giao việc: không có."
        return
    yield f"Thay đổi về nội dung giao việc ({len(changes)}):"
    for one in changes:
        lines = " → ".join(f"dòng {n}" for n in (one.a_line, one.b_line) if n)
        said = f": {one.before or '(không có)'} → {one.after or '(không có)'}"
        changed = said if one.before or one.after else f": {_short(one.text)}"
        yield f"  {one.label}, {f'{one.path}, ' if one.path else ''}{lines}{changed}"


@dataclass(frozen=True, slots=True)
class _Duty:
    """A duty or an activity in the terms compared; `detail` is where figures are sought."""

    is_activity: bool
    path: str
    text: str
    detail: str
    line: int
    parties: Sequence[Party]
    due: Due
    target: Target | None


def _duty(found: Obligation) -> _Duty:
    text = split_notes(found.text)[0]
    line = found.span[0]
    return _Duty(False, found.path, text, text, line, found.parties, found.due, found.target)


def _activity(found: Activity) -> _Duty:
    text = split_notes(found.task)[0]
    detail = f"{text}. {'; '.join(found.forms)}"
    path = f"PL.{found.number}"
    return _Duty(True, path, text, detail, found.spans[0][0], found.parties, found.due, None)


def _compare(a: Sequence[_Duty], b: Sequence[_Duty], years: Years) -> Iterator[Change]:
    old = [Place(one.path, years.key(one.text, newer=False)) for one in a]
    new = [Place(one.path, years.key(one.text, newer=True)) for one in b]
    pairs = pair_duties(old, new)
    for i, j in pairs:
        yield from _of_pair(a[i], b[j], years)
    for i in sorted(set(range(len(a))) - {i for i, _ in pairs}):
        kind: ChangeKind = "activity_removed" if a[i].is_activity else "duty_removed"
        yield Change(kind, a[i].path, a[i].text, a_line=a[i].line)
    for j in sorted(set(range(len(b))) - {j for _, j in pairs}):
        kind = "activity_added" if b[j].is_activity else "duty_added"
        yield Change(kind, b[j].path, b[j].text, b_line=b[j].line)


def _of_pair(a: _Duty, b: _Duty, years: Years) -> Iterator[Change]:
    def change(kind: ChangeKind, before: str, after: str) -> Change:
        return Change(kind, b.path, b.text, before, after, a.line, b.line)

    old, new = names_of(a.parties, _ACTING), names_of(b.parties, _ACTING)
    if old.keys() != new.keys():
        yield change("lead_changed", "; ".join(old.values()), "; ".join(new.values()))
    elif _asked(a) != _asked(b):
        said = ("đề nghị", "giao") if _asked(a) else ("giao", "đề nghị")
        yield change("binding_changed", *said)
    old, new = names_of(a.parties, _HELPING), names_of(b.parties, _HELPING)
    if old.keys() != new.keys():
        yield change("coordinating_changed", "; ".join(old.values()), "; ".join(new.values()))
    if not same_due(a.due, b.due, years):
        yield change("deadline_changed", due_words(a.due), due_words(b.due))
    before, after = target_words(a.target), target_words(b.target)
    if (before.casefold(), a.target is None) != (after.casefold(), b.target is None):
        yield change("target_changed", before, after)
    figures = different_figures(
        years.plain(_without(a, b), newer=False), years.plain(_without(b, a), newer=True)
    )
    if any(figures):
        yield change("figure_changed", "; ".join(figures[0]), "; ".join(figures[1]))


def _asked(duty: _Duty) -> bool:
    return not any(party.role == "lead" for party in duty.parties) and any(
        party.role == "requested" for party in duty.parties
    )


def _without(duty: _Duty, other: _Duty) -> str:
    """The text without its due phrase and its target, which are compared by themselves."""
    text = duty.detail.replace(duty.due.text, " ") if duty.due.text else duty.detail
    if duty.target is not None and duty.target != other.target:
        text = text.replace(f"{duty.target.value:g}", " ", 1)
    return text


def _references(a: Document, b: Document) -> Iterator[Change]:
    """A document cited outside duties, such as the decision that issues the plan, whose day is
    written otherwise."""
    old, new = _cited(a), _cited(b)
    for symbol, after in new.items():
        before = old.get(symbol)
        if before is None or before.date is None or after.date is None:
            continue
        if before.date != after.date:
            old_day, new_day = f"{before.date:%d/%m/%Y}", f"{after.date:%d/%m/%Y}"
            yield Change(
                "figure_changed", "", after.text, old_day, new_day, before.line, after.line
            )


def _cited(document: Document) -> dict[str, Reference]:
    inside = {
        line
        for span in chain(
            (one.span for one in document.obligations),
            chain.from_iterable(one.spans for one in document.activities),
        )
        for line in range(span[0], span[1] + 1)
    }
    found: dict[str, Reference] = {}
    for one in document.references:
        if one.symbol and one.date and one.line not in inside:
            found.setdefault(one.symbol.casefold(), one)
    return found


def _with_appendices(documents: Sequence[Document], reading: Reading) -> list[Document]:
    others = [
        one
        for one in reading.documents
        if one.kind == "appendix" and one.version_of is None and one not in documents
    ]
    return [*documents, *others]


def _empty(document: Document) -> Document:
    return Document(document.kind, document.title, "unknown", document.span, date=document.date)


def _short(text: str) -> str:
    return text if len(text) <= 160 else f"{text[:160].rsplit(' ', 1)[0]}…"
