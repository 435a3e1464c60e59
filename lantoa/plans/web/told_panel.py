"""The log of reminding on a duty's page (nhật ký nhắc việc): when, whom, whether it arrived."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.urls import reverse
from django.utils.translation import gettext as _

from lantoa.common import access
from lantoa.common.ui import slots
from lantoa.plans.models import Digest
from lantoa.plans.selectors import follow_ups

if TYPE_CHECKING:
    from lantoa.plans.models import Occurrence
    from lantoa.plans.selectors.follow_ups import Told

_TONES = {"failed": "danger", "uncertain": "warning", "waiting": "in_progress"}


def gather(request: Any, *, duty: Occurrence) -> dict[str, Any]:
    """The panel's context; who may urge finds the way there."""
    may = access.can(request.actor, "plans.follow_up")
    url = reverse("reminders:follow-up", args=[duty.obligation.plan_id])
    return {
        "told": [_entry(one) for one in follow_ups.of_duty(duty)],
        "follow_up_url": f"{url}?co-quan={duty.agency_id}" if may else "",
    }


def _entry(one: Told) -> dict[str, Any]:
    states = [row.state for row in one.deliveries]
    worst = next((state for state in _TONES if state in states), "")
    ways = [f"{_channel(row.channel)}: {row.get_state_display().lower()}" for row in one.deliveries]
    urged = one.digest.kind == Digest.Kind.FOLLOW_UP
    what = _("Đôn đốc %s") if urged else _("Nhắc %s")
    return {
        "when": one.digest.created_at,
        "what": what % one.digest.recipient,
        "who": str(one.digest.by) if one.digest.by else _("Hệ thống"),
        "agency": _("mốc %s") % one.stage,
        "note": "; ".join(ways),
        "tone": _TONES.get(worst, "info"),
    }


def _channel(code: str) -> str:
    from lantoa.channels.adapters import protocol

    adapter = protocol.known().get(code)
    return str(adapter.label) if adapter else code


def register() -> None:
    slots.register("plans.duty", slots.Panel("plans/_told.html", gather, order=40))
