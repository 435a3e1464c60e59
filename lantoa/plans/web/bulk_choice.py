"""Choosing rows of the duty list (chọn nhiều việc): ticked ones, the page, or all that match."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.http import QueryDict
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from lantoa.plans.selectors import bulk
from lantoa.plans.web import duty_list
from lantoa.plans.web.saved_filters import kept_query
from lantoa.plans.web.viewing import Viewing

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from lantoa.common.access import Actor
    from lantoa.common.ui.tables import Table

TICK = "chon"
TICKED, PAGE, ALL = "danh-dau", "trang", "tat-ca"
ICONS = {
    "assign": "users",
    "remind": "megaphone",
    "extend": "clock",
    "accept": "check",
}


def bar(actor: Actor, table: Table, params: QueryDict, viewing: Viewing) -> dict[str, Any] | None:
    """What the bar below the list offers; nothing for who may do none of it, or on another day."""
    kinds = bulk.kinds_for(actor)
    if not kinds or viewing.chosen or not table.rows:
        return None
    on_page, matching = len(table.rows), table.page.paginator.count
    scopes = [
        (TICKED, _("Các dòng đã đánh dấu"), False),
        (PAGE, _("Cả trang này (%d dòng)") % on_page, False),
    ]
    if matching > on_page:
        every = _("Cả %d dòng khớp bộ lọc, trừ dòng đã đánh dấu") % matching
        scopes.append((ALL, every, False))
    return {
        "action": reverse("duties:bulk-choose"),
        "scopes": scopes,
        "kinds": [(code, label, ICONS[code]) for code, label in kinds],
        "hidden": [
            ("loc", kept_query(params)),
            ("dong", ",".join(str(row.key) for row in table.rows)),
        ],
    }


def rows_of(actor: Actor, sent: QueryDict) -> QuerySet[Any]:
    """The rows meant, always within what the filter shows this actor."""
    params = QueryDict(sent.get("loc", ""))
    viewing = Viewing(timezone.localdate(), chosen=False)
    found = duty_list.found(actor, viewing, params)
    ticked = [int(key) for key in sent.getlist(TICK) if key.isdecimal()]
    scope = sent.get("pham-vi", TICKED)
    if scope == ALL:
        return found.exclude(pk__in=ticked)
    if scope == PAGE:
        ticked = [int(key) for key in sent.get("dong", "").split(",") if key.isdecimal()]
    return found.filter(pk__in=ticked)
