"""The way from the list of reorganisations to preparing one and handing its work over."""

from __future__ import annotations

from typing import Any

from lantoa.common import access
from lantoa.common.ui import slots


def gather(request: Any, **values: Any) -> dict[str, Any] | None:
    actor = getattr(request, "actor", None)
    return {} if access.can(actor, "plans.oversee") else None


slots.register("organisations.reorganisations", slots.Panel("plans/_handover_link.html", gather))
