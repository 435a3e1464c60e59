"""Files of learned rules (tệp điều đã học): written for another instance, read with suspicion."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from lantoa.documents.errors import RulesFileBad
from lantoa.documents.models import LearnedRule
from lantoa.documents.reading.known_phrases import KnownPhrase

VERSION = 1
_MOST = 5000


@dataclass(slots=True)
class Imported:
    """How many rules were new, how many known or declined before, and which cannot be used."""

    added: int = 0
    known: int = 0
    refused: list[str] = field(default_factory=list)


def as_file(authority: str, rules: Sequence[tuple[LearnedRule, dict[str, Any]]]) -> dict[str, Any]:
    """The JSON form; each rule with its value as the reader takes it."""
    return {
        "schema_version": VERSION,
        "authority": authority,
        "rules": [
            {
                "kind": rule.kind,
                "phrase": rule.phrase,
                "meaning": rule.meaning,
                "value": value,
                "state": rule.state,
                "used_count": rule.used_count,
            }
            for rule, value in rules
        ],
    }


def lessons_in(data: bytes) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """(kind, phrase, value) of each rule; raises `RulesFileBad` before the first if any is odd."""
    try:
        held = json.loads(data.decode("utf-8-sig"))
        if held["schema_version"] != VERSION or len(held["rules"]) > _MOST:
            raise ValueError
        lessons = [_lesson(one) for one in held["rules"]]
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise RulesFileBad() from error
    return iter(lessons)


def _lesson(rule: dict[str, Any]) -> tuple[str, str, dict[str, Any]]:
    kind, phrase, value = rule["kind"], rule["phrase"], rule["value"]
    if not isinstance(phrase, str) or not phrase.strip():
        raise ValueError
    return kind, phrase, _READ[kind](phrase, value)


def _alias(phrase: str, value: dict[str, Any]) -> dict[str, Any]:
    return {"agency": str(value["agency"])}


def _due(phrase: str, value: dict[str, Any]) -> dict[str, Any]:
    return KnownPhrase.from_value(phrase, value).as_value()


def _class(phrase: str, value: dict[str, Any]) -> dict[str, Any]:
    members = [{"code": str(one["code"]), "name": str(one["name"])} for one in value["members"]]
    if not members or not all(one["name"] for one in members):
        raise ValueError
    return {"members": members}


_READ = {
    LearnedRule.Kind.ALIAS.value: _alias,
    LearnedRule.Kind.PHRASE.value: _due,
    LearnedRule.Kind.CLASS.value: _class,
}
