"""The list of demo accounts that the example instance hangs beside sign-in."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.utils import timezone

from lantoa.common.ui.links import changed
from lantoa.examples.services.accounts import DEMO_PASSWORD
from lantoa.organisations.selectors import people


def accounts(request: Any, **values: Any) -> dict[str, Any] | None:
    """Demo accounts with what each acts as; nothing outside a demo instance."""
    if not settings.LANTOA_DEMO or request is None:
        return None
    chosen = request.GET.get("tai-khoan", "")
    rows = [
        {
            "username": user.username,
            "acts_as": f"{post.get_role_display()} · {post.agency.label}",
            "url": changed(request.GET, **{"tai-khoan": user.username}),
            "chosen": user.username == chosen,
        }
        for user, post in people.demo_posts(timezone.localdate())
    ]
    return {"accounts": rows, "password": DEMO_PASSWORD} if rows else None
