"""What was sent and whether it arrived, and when this instance sends (nhật ký, quy định gửi)."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from lantoa.channels.adapters import protocol
from lantoa.channels.rules.messages import Message
from lantoa.channels.selectors import deliveries as reading
from lantoa.channels.selectors import settings as chosen
from lantoa.channels.services import deliveries as services
from lantoa.channels.services import settings as writing
from lantoa.channels.web import delivery_tables
from lantoa.channels.web.forms.settings import PolicyForm
from lantoa.common.web.officer import OfficerRequest, officer


@require_GET
@officer("channels.manage")
def delivery_list(request: OfficerRequest) -> HttpResponse:
    rows = reading.visible_to(request.actor)
    filters = delivery_tables.filters_for(request.GET)
    context = {
        "filters": filters,
        "table": delivery_tables.table_of(filters.apply(rows), request.GET),
        "tabs": delivery_tables.tabs(reading.states(), request.GET),
        "email_on": protocol.is_on("email"),
    }
    return render(request, "channels/delivery_list.html", context)


@require_GET
@officer("channels.manage")
def delivery(request: OfficerRequest, pk: int) -> HttpResponse:
    found = reading.get_for(request.actor, pk)
    context = {
        "delivery": found,
        "state": f"delivery_{found.state}",
        "message": Message.from_data(found.message),
        "facts": delivery_tables.facts(found),
        "crumbs": [(_("Nhật ký gửi"), reverse("channels:delivery-list")), (found.recipient, "")],
    }
    return render(request, "channels/delivery.html", context)


@require_POST
@officer("channels.manage")
def send_again(request: OfficerRequest, pk: int) -> HttpResponse:
    services.send_again(delivery=reading.get_for(request.actor, pk), by=request.actor)
    messages.success(request, _("Đã đưa vào hàng chờ để gửi lại."))
    return redirect("channels:delivery", pk)


@require_POST
@officer("channels.manage")
def settle(request: OfficerRequest, pk: int) -> HttpResponse:
    services.settle(delivery=reading.get_for(request.actor, pk), by=request.actor)
    messages.success(request, _("Đã ghi nhận tin này đã tới."))
    return redirect("channels:delivery", pk)


@require_http_methods(["GET", "POST"])
@officer("channels.manage")
def policy(request: OfficerRequest) -> HttpResponse:
    form = PolicyForm(request.POST or None, found=chosen.policy())
    if request.method == "POST" and form.is_valid():
        writing.set_policy(by=request.actor, values=writing.PolicyValues(**form.cleaned_data))
        messages.success(request, _("Đã lưu quy định gửi tin."))
        return redirect("channels:delivery-list")
    return render(request, "channels/policy.html", {"form": form})
