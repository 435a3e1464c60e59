"""The gate of every workspace view: signed in, in a post, and holding the permission."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import render

from lantoa.common import access

View = Callable[..., HttpResponseBase]


class OfficerRequest(HttpRequest):
    """What a view behind `@officer` gets, for its annotation: somebody acts in a post."""

    actor: access.Actor
    htmx: Any


def officer(permission: str) -> Callable[[View], View]:
    """Refuse who is not signed in (to sign-in), holds no post or lacks the permission (403)."""

    def decorate(view: View) -> View:
        @wraps(view)
        def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
            if not request.user.is_authenticated:
                return redirect_to_login(request.get_full_path())
            actor = request.actor  # type: ignore[attr-defined]
            if actor is None:
                return render(request, "accounts/no_post.html", status=403)
            access.require(actor, permission)
            return view(request, *args, **kwargs)

        guarded.permission = permission  # type: ignore[attr-defined]
        return guarded

    return decorate
