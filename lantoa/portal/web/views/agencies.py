"""One agency's part of a plan in public (kết quả của một cơ quan)."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from lantoa.plans.selectors import plans
from lantoa.portal.selectors import agencies, pictures
from lantoa.portal.web import context
from lantoa.portal.web.caching import public_page

PHOTOS = 9


@require_safe
@public_page
def agency(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    plan = plans.public_by_slug(slug)
    found = agencies.in_plan(plan, pk, today=timezone.localdate())
    done = pictures.of_plan(plan).filter(occurrence__agency=pk, kind="photo")
    values = context.shared(
        request,
        plan=plan,
        crumbs=context.crumbs(plan, found.name),
        agency=found,
        dated=[duty for duty in found.duties if duty.dated],
        nothing_dated=not any(duty.dated for duty in found.duties),
        standing_duties=[duty for duty in found.duties if not duty.dated],
        parts=context.parts(found.progress),
        photos=list(done[:PHOTOS]),
    )
    return render(request, "portal/agency.html", values)
