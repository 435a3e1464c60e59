"""What asking and answering share (đề nghị, trả lời): one answer each, never by who asked."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, TypeVar

from django.utils import timezone

from lantoa.common import access
from lantoa.common.errors import NotAllowed
from lantoa.plans.errors import AlreadyAnswered, AlreadyAsked, OwnRequest, ReasonMissing
from lantoa.plans.models import Excuse, Extension

if TYPE_CHECKING:
    from lantoa.common.access import Actor
    from lantoa.plans.models import Occurrence

Asked = TypeVar("Asked", Extension, Excuse)


@dataclass(frozen=True, slots=True)
class Past:
    """Something that happened before the program knew of it, brought in with its own time."""

    at: datetime
    illustrative: bool = False


def require_own(row: Occurrence, by: Actor) -> None:
    """Only an officer of the agency that must do the duty asks about it."""
    access.require(by, "deadlines.ask")
    if row.agency_id != by.agency_id:
        raise NotAllowed(permission="deadlines.ask")


def stated(reason: str, refusal: str = "") -> str:
    """The reason as kept; an empty one is refused."""
    if not reason.strip():
        raise ReasonMissing(refusal)
    return reason.strip()[:1000]


def refuse_second(row: Occurrence, model: type[Extension] | type[Excuse]) -> None:
    if model.objects.filter(occurrence=row, state="asked").exists():
        raise AlreadyAsked()


def waiting(request: Asked, by: Actor) -> Asked:
    """The request locked for an answer: it still waits, and somebody else asked it."""
    access.require(by, "deadlines.decide")
    locked = type(request).objects.select_for_update().get(pk=request.pk)
    if locked.state != locked.State.ASKED:
        raise AlreadyAnswered()
    if locked.asked_by_id == by.user_id:
        raise OwnRequest()
    return locked


def answer(request: Asked, *, state: str, said: str, by: Actor, past: Past | None = None) -> Asked:
    request.state, request.answer = state, said.strip()[:1000]
    request.decided_by, request.decided_at = by.user, past.at if past else timezone.now()
    request.save()
    return request


def take_back(request: Asked, by: Actor) -> Asked:
    """The agency withdraws what it asked while nobody has answered."""
    require_own(request.occurrence, by)
    locked = type(request).objects.select_for_update().get(pk=request.pk)
    if locked.state != locked.State.ASKED:
        raise AlreadyAnswered()
    locked.state = locked.State.WITHDRAWN
    locked.save(update_fields=["state"])
    return locked
