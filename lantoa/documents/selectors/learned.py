"""Reading what people taught (điều đã học): each authority has its own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db.models import QuerySet

from lantoa.common import access
from lantoa.common.errors import NotAllowed, NotFound
from lantoa.documents.models import LearnedRule
from lantoa.documents.reading.known_phrases import KnownPhrase
from lantoa.organisations.selectors import agencies

if TYPE_CHECKING:
    from lantoa.common.access import Actor
    from lantoa.organisations.models import Agency

_PERMISSION = {"view": "documents.learned", "learn": "documents.learn"}


def visible_to(actor: Actor) -> QuerySet[LearnedRule]:
    """The rules of the actor's own authority, for those who oversee plans."""
    if not access.can(actor, "documents.learned"):
        return LearnedRule.objects.none()
    rules = LearnedRule.objects.select_related("made_by", "authority")
    return rules.filter(authority=agencies.authority_of(actor.agency))


def get_for(actor: Actor, pk: int, *, to: str = "view") -> LearnedRule:
    """One rule; unseen is not found, seen but barred is not allowed."""
    rule = visible_to(actor).filter(pk=pk).first()
    if rule is None:
        raise NotFound(rule=pk)
    if not access.can(actor, _PERMISSION[to]):
        raise NotAllowed(permission=_PERMISSION[to])
    return rule


def listed(actor: Actor) -> QuerySet[LearnedRule]:
    """The rules that the actor sees with the names of their documents."""
    return visible_to(actor).select_related("document").defer("document__text", "document__reading")


def active(authority: Agency) -> QuerySet[LearnedRule]:
    """What the authority's documents are read with."""
    return LearnedRule.objects.filter(authority=authority, state=LearnedRule.State.ACTIVE)


def phrases(rules: list[LearnedRule]) -> tuple[KnownPhrase, ...]:
    """The due phrases among the rules, as the reader takes them."""
    return tuple(
        KnownPhrase.from_value(one.phrase, one.value)
        for one in rules
        if one.kind == LearnedRule.Kind.PHRASE
    )


def class_names(rules: list[LearnedRule]) -> tuple[str, ...]:
    """The names of classes among the rules, as the reader takes them."""
    return tuple(one.phrase for one in rules if one.kind == LearnedRule.Kind.CLASS)


def members_of_classes(authority: Agency) -> dict[str, list[dict[str, Any]]]:
    """The members of each class that the authority defined, by the key of its name."""
    rules = active(authority).filter(kind=LearnedRule.Kind.CLASS)
    return {key: value["members"] for key, value in rules.values_list("key", "value")}


def proposed_from(document_id: int) -> dict[str, list[LearnedRule]]:
    """What corrections of that document propose and nobody decided yet, by the code of the row."""
    rules = LearnedRule.objects.filter(
        document_id=document_id, state=LearnedRule.State.PROPOSED
    ).order_by("pk")
    found: dict[str, list[LearnedRule]] = {}
    for rule in rules:
        found.setdefault(rule.row_code, []).append(rule)
    return found
