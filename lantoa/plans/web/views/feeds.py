"""The personal calendar (lịch cá nhân): its address, a new address, and the file itself."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from lantoa.common.errors import NotFound
from lantoa.common.rules.icalendar import Entry, calendar
from lantoa.common.web.officer import OfficerRequest, officer
from lantoa.plans.models import Occurrence
from lantoa.plans.rules.titles import short
from lantoa.plans.selectors import feeds as reading
from lantoa.plans.selectors import occurrences
from lantoa.plans.services import feeds


@require_http_methods(["GET", "POST"])
@officer("plans.view")
def my_calendar(request: OfficerRequest) -> HttpResponse:
    """Posting makes a new address and ends the old one."""
    if request.method == "POST":
        feeds.renew(by=request.actor)
        messages.success(request, _("Đã đổi địa chỉ lịch. Địa chỉ cũ không còn mở được."))
        return redirect("plans:my-calendar")
    token = reading.token_of(feeds.open_feed(by=request.actor))
    address = request.build_absolute_uri(reverse("feeds:calendar-file") + f"?token={token}")
    context = {
        "address": address,
        "crumbs": [(_("Việc của đơn vị"), reverse("duties:my-agency")), (_("Lịch của tôi"), "")],
    }
    return render(request, "plans/my_calendar.html", context)


@require_GET
def calendar_file(request: HttpRequest) -> HttpResponse:
    """No sign-in: calendar programs have none; the token says whose deadlines these are."""
    today = timezone.localdate()
    try:
        actor = reading.actor_of(request.GET.get("token", ""), on=today)
    except NotFound as error:
        return HttpResponse(error.text, status=404, content_type="text/plain; charset=utf-8")
    rows = reading.deadlines(actor, today=today)
    body = calendar(
        [_entry(request, row) for row in rows],
        name=_("Hạn việc: %s") % actor.agency.label,
        now=timezone.now(),
    )
    answer = HttpResponse(body, content_type="text/calendar; charset=utf-8")
    answer["Content-Disposition"] = 'inline; filename="han-viec.ics"'
    answer["Cache-Control"] = "private, max-age=900"
    answer["Referrer-Policy"] = "no-referrer"
    return answer


def _entry(request: HttpRequest, row: Occurrence) -> Entry:
    duty = row.obligation
    url = request.build_absolute_uri(reverse("duties:duty", args=[row.pk]))
    said = occurrences.standing_of(row, today=timezone.localdate())
    changed = row.submitted_at or duty.plan.confirmed_at
    return Entry(
        uid=f"ky-{row.pk}@{duty.plan.slug}.lan-toa",
        on=row.due_on or timezone.localdate(),
        summary=_("Hạn: %s") % short(duty.text, 90),
        description=f"{duty.code} · {row.period_label}\n{said.label}. {said.sentence}\n{url}",
        url=url,
        category=duty.plan.symbol or short(duty.plan.title, 40),
        changed=changed,
    )
