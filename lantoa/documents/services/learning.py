"""Learning from corrections (học từ người rà soát): proposed by a correction, used once a person
says so, given up without being lost.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.db import transaction

from lantoa.common import access, audit
from lantoa.common.rules.vietnamese import match_key, nfc
from lantoa.documents.errors import RuleUnusable
from lantoa.documents.models import LearnedRule
from lantoa.documents.reading.known_phrases import KnownPhrase
from lantoa.documents.reading.learned_use import times_used
from lantoa.documents.reading.learned_words import rule_in_words
from lantoa.documents.services.learned_files import Imported, as_file, lessons_in
from lantoa.organisations.selectors import agencies
from lantoa.organisations.services import agencies as register

if TYPE_CHECKING:
    from lantoa.common.access import Actor
    from lantoa.documents.models import SignedDocument
    from lantoa.documents.reading.model import Reading
    from lantoa.organisations.models import Agency

__all__ = ["Lesson", "Source", "activate", "count_used", "export", "import_", "propose", "retire"]

State = LearnedRule.State
_OWN = "was_known"  # the alias stood in the register before, so giving the rule up leaves it there


@dataclass(frozen=True, slots=True)
class Lesson:
    """What a phrase means: `kind` and `value` as `LearnedRule` keeps them."""

    kind: str
    phrase: str
    value: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Source:
    """The corrected row from which it was learned."""

    document: SignedDocument | None = None
    row_code: str = ""
    line: int | None = None


@transaction.atomic
def propose(
    *, authority: Agency, lesson: Lesson, by: Actor, source: Source = Source()
) -> LearnedRule | None:
    """Keep a lesson for a person to decide on.

    None where it is in use already or was declined before; a newer lesson about the same phrase
    takes the place of one still undecided.
    """
    access.require(by, "documents.learn")
    phrase = " ".join(nfc(lesson.phrase).split())[:400]
    key = match_key(phrase)
    same = LearnedRule.objects.select_for_update().filter(
        authority=authority, kind=lesson.kind, key=key
    )
    known = [rule for rule in same if _bare(rule.value) == lesson.value]
    if any(rule.state != State.PROPOSED for rule in known):
        return None
    waiting = next((rule for rule in same if rule.state == State.PROPOSED), None)
    rule = waiting or LearnedRule(authority=authority, kind=lesson.kind, key=key)
    rule.phrase, rule.value, rule.made_by = phrase, lesson.value, by.user
    rule.meaning = _meaning(lesson)
    rule.document, rule.row_code, rule.line = source.document, source.row_code, source.line
    rule.save()
    audit.record("documents.rule_proposed", by=by, about=rule, data=_said(rule))
    return rule


@transaction.atomic
def activate(*, rule: LearnedRule, by: Actor) -> LearnedRule:
    """Use the rule from the next reading on; another meaning of the same phrase is given up.

    A name of an agency goes into the register, where every name is looked up.
    """
    access.require(by, "documents.learn")
    locked = LearnedRule.objects.select_for_update().get(pk=rule.pk)
    if locked.state == State.ACTIVE:
        return locked
    others = LearnedRule.objects.filter(
        authority=locked.authority, kind=locked.kind, key=locked.key, state=State.ACTIVE
    )
    for other in others:
        retire(rule=other, by=by)
    if locked.kind == LearnedRule.Kind.ALIAS:
        agency = _agency(locked.value)
        was_known = agency.aliases.filter(name=locked.phrase).exists()
        register.add_alias(agency=agency, name=locked.phrase, by=by)
        locked.value = {**_bare(locked.value), _OWN: was_known}
    return _move(locked, State.ACTIVE, "documents.rule_activated", by)


@transaction.atomic
def retire(*, rule: LearnedRule, by: Actor) -> LearnedRule:
    """Do not use the rule, or decline it before its first use; `activate` brings it back."""
    access.require(by, "documents.learn")
    locked = LearnedRule.objects.select_for_update().get(pk=rule.pk)
    if locked.state == State.RETIRED:
        return locked
    in_register = locked.kind == LearnedRule.Kind.ALIAS and locked.state == State.ACTIVE
    agency = agencies.by_code(locked.value["agency"]) if in_register else None
    if agency is not None and not locked.value.get(_OWN):
        register.remove_alias(agency=agency, name=locked.phrase, by=by)
    return _move(locked, State.RETIRED, "documents.rule_retired", by)


def export(*, authority: Agency, by: Actor) -> dict[str, Any]:
    """Everything the authority was taught, for another instance or for safe keeping."""
    access.require(by, "documents.learned")
    rules = LearnedRule.objects.filter(authority=authority).order_by("kind", "key", "pk")
    return as_file(authority.name, [(one, _bare(one.value)) for one in rules])


@transaction.atomic
def import_(*, authority: Agency, data: bytes, by: Actor) -> Imported:
    """Propose what a file of learned rules holds; a person still decides on each.

    Raises `RulesFileBad` when it is no such file; rules that make no sense here are counted apart.
    """
    access.require(by, "documents.learn")
    imported = Imported()
    for kind, phrase, value in lessons_in(data):
        try:
            rule = propose(authority=authority, lesson=Lesson(kind, phrase, value), by=by)
        except RuleUnusable:
            imported.refused.append(phrase)
        else:
            imported.added += rule is not None
            imported.known += rule is None
    return imported


@transaction.atomic
def count_used(*, authority: Agency, reading: Reading) -> int:
    """Add to each active rule how often the reading met its phrase; how many rules it met."""
    met = []
    for rule in LearnedRule.objects.select_for_update().filter(
        authority=authority, state=State.ACTIVE
    ):
        times = times_used(reading, rule.key, is_due=rule.kind == LearnedRule.Kind.PHRASE)
        if times:
            rule.used_count += times
            met.append(rule)
    LearnedRule.objects.bulk_update(met, ["used_count"])
    return len(met)


def _move(rule: LearnedRule, state: str, verb: str, by: Actor) -> LearnedRule:
    rule.state = state
    rule.save(update_fields=["state", "value"])
    audit.record(verb, by=by, about=rule, data=_said(rule))
    return rule


def _meaning(lesson: Lesson) -> str:
    """What it means in words; raises `RuleUnusable` where it names an unknown agency."""
    if lesson.kind == LearnedRule.Kind.ALIAS:
        words = _agency(lesson.value).name
    elif lesson.kind == LearnedRule.Kind.PHRASE:
        words = rule_in_words(KnownPhrase.from_value(lesson.phrase, lesson.value))
    else:
        words = ", ".join(member["name"] for member in lesson.value["members"])
    return words if len(words) <= 500 else f"{words[:498]} …"


def _agency(value: dict[str, Any]) -> Agency:
    agency = agencies.by_code(value["agency"])
    if agency is None:
        raise RuleUnusable(agency=value["agency"])
    return agency


def _bare(value: dict[str, Any]) -> dict[str, Any]:
    return {name: one for name, one in value.items() if name != _OWN}


def _said(rule: LearnedRule) -> dict[str, Any]:
    return {"phrase": rule.phrase, "meaning": rule.meaning, "value": rule.value}
