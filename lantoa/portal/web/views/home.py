"""The first page (trang chủ): what was promised, what was done, what is due."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from lantoa.plans.selectors import board
from lantoa.portal.selectors import duties, pictures
from lantoa.portal.selectors import home as first_page
from lantoa.portal.web.caching import public_page
from lantoa.portal.web.context import parts, shared

PHOTOS = 5


@require_safe
@public_page
def home(request: HttpRequest) -> HttpResponse:
    today = timezone.localdate()
    plan = first_page.current_plan()
    words = first_page.words()
    context = shared(
        request,
        headline=(words and words.title) or _("Kế hoạch đã ký, việc đã làm"),
        lead=(words and words.lead)
        or _("Từng nhiệm vụ trong kế hoạch đã ký: ai làm, hạn nào, kết quả ra sao."),
        notice=words.notice if words else "",
        plan=plan,
        today=today,
    )
    if plan is None:
        return render(request, "portal/home_empty.html", context)
    month = first_page.month_shown(plan, today=today)
    everything = duties.of_plan(plan, today=today)
    progress = board.whole(plan, today=today)
    context |= {
        "progress": progress,
        "parts": parts(progress),
        "photos": pictures.latest_photos(plan, limit=PHOTOS),
        "activities": [duty for duty in everything if duty.nature == "activity"],
        "duty_count": len(everything),
        "month": month,
        "due": duties.due_in(plan, month, today=today) if month else [],
    }
    return render(request, "portal/home.html", context)
