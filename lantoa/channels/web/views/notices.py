"""One's own notices and how one wants to get them (thông báo, tùy chọn)."""

from __future__ import annotations

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from lantoa.channels.adapters import protocol
from lantoa.channels.rules.messages import Message
from lantoa.channels.selectors import notices as reading
from lantoa.channels.selectors import settings as chosen
from lantoa.channels.services import notices as services
from lantoa.channels.services import settings as writing
from lantoa.channels.web.forms.settings import PreferenceForm
from lantoa.common import access
from lantoa.common.ui.pager import Pager
from lantoa.common.web.officer import OfficerRequest, officer
from lantoa.organisations.selectors import people

PER_PAGE = 20


@require_GET
@officer("channels.read")
def notice_list(request: OfficerRequest) -> HttpResponse:
    rows = reading.visible_to(request.actor)
    page = Paginator(rows, PER_PAGE).get_page(request.GET.get("trang"))
    context = {
        "notices": page.object_list,
        "pager": Pager(page, request.GET),
        "unread": reading.unread(request.actor),
        "may_manage": access.can(request.actor, "channels.manage"),
    }
    return render(request, "channels/notice_list.html", context)


@require_GET
@officer("channels.read")
def notice(request: OfficerRequest, pk: int) -> HttpResponse:
    found = reading.get_for(request.actor, pk)
    services.mark_read(notice=found, by=request.actor)
    message = Message.from_data(found.message)
    crumbs = [(_("Thông báo"), reverse("channels:notice-list")), (_("Nội dung"), "")]
    context = {"notice": found, "message": message, "crumbs": crumbs}
    return render(request, "channels/notice.html", context)


@require_POST
@officer("channels.read")
def read_all(request: OfficerRequest) -> HttpResponse:
    services.mark_all_read(by=request.actor)
    messages.success(request, _("Đã đánh dấu đọc tất cả."))
    return redirect("channels:notice-list")


@require_http_methods(["GET", "POST"])
@officer("channels.read")
def preference(request: OfficerRequest) -> HttpResponse:
    person = people.person_of(request.actor.user)
    found = chosen.preference_of(person.pk) if person else None
    hours = chosen.sending_hours()
    form = PreferenceForm(request.POST or None, found=found, hours=hours)
    if request.method == "POST" and form.is_valid():
        writing.set_preference(by=request.actor, **form.cleaned_data)
        messages.success(request, _("Đã lưu cách nhận tin của bạn."))
        return redirect("channels:notice-list")
    address = person.email if person else ""
    context = {"form": form, "address": address, "email_on": protocol.is_on("email")}
    return render(request, "channels/preference.html", context)
