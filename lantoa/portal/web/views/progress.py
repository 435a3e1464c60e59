"""How a plan's progress is computed, for everybody (cách tính tiến độ công khai)."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from lantoa.common.ui import export
from lantoa.plans.rules.weighing import Weighed
from lantoa.plans.selectors import plans, weighing
from lantoa.portal.web import context, tables
from lantoa.portal.web.caching import public_page


@require_safe
@public_page
def plan_progress(request: HttpRequest, slug: str) -> HttpResponse:
    """The same weights, leaves and sum as officials see; as a file too, to compute it again."""
    plan = plans.public_by_slug(slug)
    computed, duties = weighing.of_plan(plan, today=timezone.localdate())

    def url(row: Weighed) -> str:
        return reverse("portal:obligation", args=[slug, duties[row.key].code])

    table = tables.of_weights(computed, duties, url, request.GET)
    if kind := export.wanted(request.GET):
        return export.response(table, kind=kind, name="tien-do")
    values = context.shared(
        request,
        plan=plan,
        crumbs=context.crumbs(plan, _("Cách tính tiến độ")),
        facts=context.facts(plan),
        computed=computed,
        earned=tables.plain_number(computed.earned),
        possible=tables.plain_number(computed.possible),
        table=table,
    )
    return render(request, "portal/plan_progress.html", values)
