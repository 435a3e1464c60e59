"""What the urging page shows (trang đôn đốc): who is late, whom a message reaches, its words."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING, Any

from django.http import QueryDict
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from lantoa.channels.adapters import protocol
from lantoa.common.ui import links
from lantoa.plans.models import Digest
from lantoa.plans.rules import digest_words
from lantoa.plans.rules.titles import short
from lantoa.plans.selectors import follow_ups
from lantoa.plans.selectors.reminding import Draft
from lantoa.plans.services import digests
from lantoa.plans.services.digests import Occasion
from lantoa.plans.web.forms.reminders import FollowUpForm

if TYPE_CHECKING:
    from datetime import date

    from lantoa.channels.rules.messages import Message
    from lantoa.plans.models import Plan
    from lantoa.plans.selectors.follow_ups import LateAgency

LISTED = 60


def context(plan: Plan, params: QueryDict, data: QueryDict | None = None) -> dict[str, Any]:
    """Agencies named in `?co-quan=` are ticked; without any all that a message would reach."""
    today = timezone.localdate()
    late = follow_ups.late(plan, today=today)
    named = {int(pk) for pk in params.getlist("co-quan") if pk.isdigit()}
    chosen = [one.pk for one in late if one.contacts and (not named or one.pk in named)]
    form = FollowUpForm(
        data,
        choices=[(one.pk, _label(one)) for one in late],
        initial={"mark": uuid.uuid4().hex, "agencies": chosen},
    )
    return {
        "plan": plan,
        "form": form,
        "late": [_listed(one, today) for one in late[:LISTED]],
        "headline": _headline(late),
        "message": _example(late, chosen, today),
        "silent": [one.name for one in late if not one.contacts],
        "email_on": protocol.is_on("email"),
        "crumbs": crumbs(plan, _("Đôn đốc")),
        "letter_url": reverse("reminders:letter", args=[plan.pk]) + links.changed(params),
    }


def crumbs(plan: Plan, here: str) -> list[tuple[str, str]]:
    name = plan.symbol or short(plan.title, 50)
    return [
        (_("Kế hoạch"), reverse("plans:plan-list")),
        (name, reverse("plans:plan", args=[plan.pk])),
        (_("Bảng theo dõi"), reverse("plans:board", args=[plan.pk])),
        (here, ""),
    ]


def said(outcome: Any) -> tuple[str, str]:
    """What was done, and what was not, in a sentence each."""
    written = outcome.written
    done = ngettext("Đã đôn đốc %d người.", "Đã đôn đốc %d người.", written) % written
    left = []
    if outcome.spared:
        left.append(_("Hôm nay đã đôn đốc đủ số lần: %s.") % ", ".join(outcome.spared))
    if outcome.silent:
        left.append(_("Chưa có người nhận ở: %s.") % ", ".join(outcome.silent))
    return (done if written else "", " ".join(left))


def _headline(late: list[LateAgency]) -> str:
    if not late:
        return _("Không có việc nào quá hạn.")
    count = sum(len(one.duties) for one in late)
    return _("%(count)d việc quá hạn ở %(agencies)d cơ quan.") % {
        "count": count,
        "agencies": len(late),
    }


def _label(one: LateAgency) -> str:
    label = _("%(name)s: %(count)d việc, lâu nhất từ %(day)s") % {
        "name": one.name,
        "count": len(one.duties),
        "day": f"{one.oldest:%d/%m/%Y}",
    }
    if one.last:
        label += _(", đôn đốc lần cuối %s") % f"{timezone.localtime(one.last):%d/%m/%Y}"
    return label if one.contacts else label + _(", chưa có người nhận")


def _listed(one: LateAgency, today: date) -> dict[str, Any]:
    items = []
    for duty in one.duties[: digest_words.SHOWN]:
        text, note = digest_words.line(duty, today=today, with_agency=False)
        items.append({"title": text, "meta": note, "url": reverse("duties:duty", args=[duty.pk])})
    rest = len(one.duties) - len(items)
    return {
        "name": one.name,
        "count": len(one.duties),
        "items": items,
        "more": _("và %d việc khác") % rest if rest else "",
        "people": ", ".join(contact.name for contact in one.contacts),
    }


def _example(late: list[LateAgency], chosen: list[int], today: date) -> Message | None:
    """The message of the first recipient: what the others get differs only in the duties."""
    for one in late:
        if one.pk in chosen and one.contacts:
            draft = Draft(one.contacts[0], duties={duty.pk: duty for duty in one.duties})
            occasion = Occasion(Digest.Kind.FOLLOW_UP, today, timezone.now(), "")
            return digests.message_of(draft, occasion)
    return None
