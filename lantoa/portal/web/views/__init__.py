from lantoa.portal.web.views.agencies import agency
from lantoa.portal.web.views.changes import plan_calendar, plan_changes
from lantoa.portal.web.views.home import home
from lantoa.portal.web.views.machines import robots, security_txt, sitemap
from lantoa.portal.web.views.pictures import evidence_photo, evidence_thumbnail
from lantoa.portal.web.views.plans import obligation, plan, plan_list
from lantoa.portal.web.views.progress import plan_progress

__all__ = [
    "agency",
    "evidence_photo",
    "evidence_thumbnail",
    "home",
    "obligation",
    "plan",
    "plan_calendar",
    "plan_changes",
    "plan_list",
    "plan_progress",
    "robots",
    "security_txt",
    "sitemap",
]
