"""A plan and one of its duties in public (tiến độ công khai của kế hoạch)."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from lantoa.plans.selectors import board, plans
from lantoa.portal.rules.headline import headline
from lantoa.portal.rules.sections import chapters
from lantoa.portal.selectors import duties, one_duty, pictures, source
from lantoa.portal.web import context, tables
from lantoa.portal.web.caching import public_page

PHOTOS = 8
FILES = 8


@require_safe
@public_page
def plan_list(request: HttpRequest) -> HttpResponse:
    return render(
        request, "portal/plan_list.html", context.shared(request, plans=list(plans.public()))
    )


@require_safe
@public_page
def plan(request: HttpRequest, slug: str) -> HttpResponse:
    today = timezone.localdate()
    row = plans.public_by_slug(slug)
    found = board.of_plan(row, today=today)
    everything = duties.of_plan(row, today=today)
    activities = [duty for duty in everything if duty.nature == "activity"]
    others = [duty for duty in everything if duty.nature != "activity"]
    values = context.shared(
        request,
        plan=row,
        crumbs=context.crumbs(row),
        facts=context.facts(row),
        parts_of_page=context.tabs(months=bool(found.months), activities=bool(activities)),
        progress=found.whole,
        parts=context.parts(found.whole),
        month_columns=context.month_columns(found.months),
        agencies=tables.of_agencies(row, found.agencies, request.GET),
        activities=activities,
        chapters=context.titled(chapters(others, source.sections(row))),
        photos=pictures.latest_photos(row, limit=PHOTOS),
    )
    return render(request, "portal/plan.html", values)


@require_safe
@public_page
def obligation(request: HttpRequest, slug: str, code: str) -> HttpResponse:
    plan_row = plans.public_by_slug(slug)
    duty = one_duty.get(plan_row, code)
    agencies = one_duty.by_agency(duty, today=timezone.localdate())
    progress = one_duty.whole(agencies)
    done = pictures.of_duty(duty)
    values = context.shared(
        request,
        plan=plan_row,
        crumbs=context.crumbs(plan_row, _("Nhiệm vụ %(code)s") % {"code": duty.code}),
        name=duties.name_of(duty.text),
        facts=_("Nhiệm vụ %(code)s · %(plan)s") % {"code": duty.code, "plan": plan_row.title},
        facts_list=[*one_duty.parties(duty), (_("Thời hạn"), duties.due_words(duty))],
        headline=headline(progress),
        requested=duty.binding == "requested",
        progress=progress,
        parts=agencies,
        standing=context.parts(progress),
        standing_title=_("Theo trạng thái"),
        quote=source.lines_of(duty),
        source_name=context.facts(plan_row),
        agencies=tables.of_duty(plan_row, agencies, request.GET),
        photos=list(done.filter(kind="photo")[:PHOTOS]),
        files=list(done.exclude(kind="photo")[:FILES]),
        evidence_count=done.count(),
    )
    return render(request, "portal/obligation.html", values)
