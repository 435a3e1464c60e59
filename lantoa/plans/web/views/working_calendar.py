"""The working calendar (lịch làm việc): the year, a day more, a day less, and what that moved."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from lantoa.common.errors import DomainError
from lantoa.common.selectors import calendar as reading
from lantoa.common.services import calendar as services
from lantoa.common.web.officer import OfficerRequest, officer
from lantoa.plans.selectors import calendar_effects
from lantoa.plans.web import working_calendar_page as page
from lantoa.plans.web.forms.working_calendar import AddDayForm, TakeOutForm


@require_GET
@officer("plans.view")
def year(request: OfficerRequest) -> HttpResponse:
    shown = page.year_of(request)
    return render(request, "plans/working_calendar.html", page.context(request, shown))


@require_POST
@officer("calendar.edit")
def add(request: OfficerRequest) -> HttpResponse:
    form = AddDayForm(request.POST)
    if form.is_valid():
        new = services.NewDay(**form.cleaned_data)
        if _written(request, form, new.day, lambda: services.add(new=new, by=request.actor)):
            messages.success(request, _("Đã thêm ngày %s.") % f"{new.day:%d/%m/%Y}")
            return _back(new.day.year)
    shown = page.year_of(request)
    context = page.context(request, shown, add=form)
    return render(request, "plans/working_calendar.html", context, status=422)


@require_POST
@officer("calendar.edit")
def take_out(request: OfficerRequest) -> HttpResponse:
    shown = page.year_of(request)
    form = TakeOutForm(request.POST, days=reading.of_year(shown))
    if form.is_valid():
        data = form.cleaned_data
        write = lambda: services.take_out(by=request.actor, **data)  # noqa: E731
        if _written(request, form, data["day"], write):
            said = _("Đã bỏ ngày %s; có thể lấy lại ở cuối trang.")
            messages.success(request, said % f"{data['day']:%d/%m/%Y}")
            return _back(shown)
    context = page.context(request, shown, take_out=form)
    return render(request, "plans/working_calendar.html", context, status=422)


@require_POST
@officer("calendar.edit")
def put_back(request: OfficerRequest, pk: int) -> HttpResponse:
    row = reading.get(pk)
    before = reading.working_calendar(on=timezone.localdate())
    services.put_back(row=row, by=request.actor)
    messages.success(request, _("Đã lấy lại ngày %s.") % f"{row.day:%d/%m/%Y}")
    _say_effects(request, row.day, before)
    return _back(row.day.year)


def _written(request: OfficerRequest, form: Any, day: date, write: Callable[[], Any]) -> bool:
    before = reading.working_calendar(on=timezone.localdate())
    try:
        write()
    except DomainError as error:
        form.refuse(error)
        return False
    _say_effects(request, day, before)
    return True


def _say_effects(request: OfficerRequest, day: date, before: Any) -> None:
    """Which open work has another last working day now."""
    after = reading.working_calendar(on=timezone.localdate())
    for effect in calendar_effects.of_change(day, before, after):
        said = _(
            "%(count)d việc đang mở có hạn %(due)s: ngày làm việc cuối %(old)s đổi thành %(new)s."
        )
        days = {
            "count": effect.duties,
            "due": f"{effect.due_on:%d/%m/%Y}",
            "old": f"{effect.before:%d/%m/%Y}",
            "new": f"{effect.after:%d/%m/%Y}",
        }
        messages.info(request, said % days)


def _back(shown: int) -> HttpResponse:
    return HttpResponseRedirect(f"{reverse('plans:working-calendar')}?nam={shown}")
