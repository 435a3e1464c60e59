"""Every request knows in which post its person acts (tư cách), asked only when needed."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.functional import cached_property

from lantoa.common.access import Actor
from lantoa.organisations.selectors.actors import actor_for


class ActingPost:
    """Middleware: `request.actor` is an `Actor`, or None without a post; no query until read."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        request.__class__ = _acting(type(request))  # type: ignore[arg-type]
        return self.get_response(request)


class _WithActor:
    @cached_property
    def actor(self) -> Actor | None:
        user = self.user  # type: ignore[attr-defined]
        return actor_for(user, timezone.localdate()) if user.is_authenticated else None


@cache
def _acting(kind: type[HttpRequest]) -> type[HttpRequest]:
    # A lazy proxy would not do: views ask `request.actor is None`.
    return type(kind.__name__, (_WithActor, kind), {})
