"""The coordinator's board (bảng theo dõi): how the whole plan stands, and who is late."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from lantoa.common import access
from lantoa.common.ui import export
from lantoa.common.web.officer import OfficerRequest, officer
from lantoa.plans.models import Plan
from lantoa.plans.selectors import board as boards
from lantoa.plans.selectors import evidence, plans
from lantoa.plans.web import board_tables, bulk_choice, plan_tabs, viewing
from lantoa.plans.web.board_page import ORDER, BoardPage

QUEUE = 4


@require_GET
@officer("plans.oversee")
def board(request: OfficerRequest, pk: int) -> HttpResponse:
    plan = plans.get_for(request.actor, pk, to="oversee")
    seen = viewing.of(request)
    dated_only = request.GET.get("pham-vi") != "tat-ca"
    found = boards.of_plan(plan, today=seen.day, dated_only=dated_only)
    activities = boards.activities(plan, today=seen.day)
    page = BoardPage(plan, seen, found, dated_only, request.GET)
    tables = [board_tables.of_agencies(page), board_tables.of_activities(page, activities)]
    if export.wanted(request.GET):
        whole, months = board_tables.of_the_whole(page), board_tables.of_months(page)
        sheets = [whole, tables[0], months, tables[1]]
        return export.workbook(sheets, name="bang-theo-doi")
    waiting, waiting_count = ([], 0) if seen.chosen else evidence.waiting(plan, limit=QUEUE)
    context = {
        "plan": plan,
        "draft": plan.state == Plan.State.DRAFT,
        "page": page,
        "may_follow_up": access.can(request.actor, "plans.follow_up") and not seen.chosen,
        "viewing": seen,
        "views": plan_tabs.tabs(request.actor, plan, seen, "plans:board"),
        "board": found,
        "agencies": tables[0],
        "activities": tables[1] if activities else None,
        "order": [*ORDER, "standing", "no_information", "excused", "adjusted"],
        "waiting": page.waiting(waiting, request.actor),
        "accept_url": bulk_choice.waiting_url(plan.pk)
        if waiting_count > 1 and access.can(request.actor, "evidence.decide")
        else "",
        "waiting_count": waiting_count,
        "waiting_link": _("Tất cả %(count)d việc") % {"count": waiting_count},
        "waiting_url": seen.url("duties:duty-list", ke_hoach=plan.pk, trang_thai="submitted"),
    }
    return render(request, "plans/board.html", context)
