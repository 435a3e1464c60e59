"""What changed in a plan and its calendar, for everybody (điều chỉnh và lịch công khai)."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from lantoa.common.selectors.calendar import working_calendar
from lantoa.plans.selectors import amendments, plans
from lantoa.portal.selectors import moved
from lantoa.portal.web import changes_page, context
from lantoa.portal.web.caching import public_page


@require_safe
@public_page
def plan_changes(request: HttpRequest, slug: str) -> HttpResponse:
    plan = plans.public_by_slug(slug)
    values = context.shared(
        request,
        plan=plan,
        crumbs=context.crumbs(plan, _("Điều chỉnh")),
        facts=context.facts(plan),
        versions=changes_page.versions(plan),
        moves=changes_page.moves(plan, amendments.moved(plan)),
    )
    return render(request, "portal/plan_changes.html", values)


@require_safe
@public_page
def plan_calendar(request: HttpRequest, slug: str) -> HttpResponse:
    today = timezone.localdate()
    plan = plans.public_by_slug(slug)
    month = moved.month_of(plan, request.GET.get("thang", ""), today=today)
    left = moved.moved_in(plan, month)
    due = moved.due_in(plan, month, today=today)
    calendar = working_calendar(on=today)
    values = context.shared(
        request,
        plan=plan,
        crumbs=context.crumbs(plan, _("Lịch")),
        month=month,
        entries=changes_page.entries(plan, due, left),
        days_off={
            day: name for day, name in calendar.holidays.items() if month.start <= day <= month.end
        },
        moves=changes_page.moves(plan, left),
    )
    return render(request, "portal/plan_calendar.html", values)
