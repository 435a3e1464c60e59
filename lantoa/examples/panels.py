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
    held = people.demo_tenures(timezone.localdate())
    chosen = request.GET.get("tai-khoan", "")
    rows = [
        {
            "username": tenure.person.user.username,
            "acts_as": f"{tenure.post.get_role_display()} · {tenure.post.agency.label}",
            "url": changed(request.GET, **{"tai-khoan": tenure.person.user.username}),
            "chosen": tenure.person.user.username == chosen,
        }
        for tenure in held
    ]
    return {"accounts": rows, "password": DEMO_PASSWORD} if rows else None
