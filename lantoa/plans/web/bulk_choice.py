"""Choosing rows of the duty list (chọn nhiều việc): ticked ones, the page, or all that match."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

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
TICKED, PAGE, ALL, CELLS = "danh-dau", "trang", "tat-ca", "o"
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
    return _bar(kinds, scopes, loc=kept_query(params), dong=_joined(row.key for row in table.rows))


def matrix_bar(
    actor: Actor, plan: int, agencies: Iterable[int], duties: Iterable[int], viewing: Viewing
) -> dict[str, Any] | None:
    """The same for the cells where ticked rows and columns of a matrix cross."""
    kinds = bulk.kinds_for(actor)
    if not kinds or viewing.chosen:
        return None
    scopes = [(CELLS, _("Các ô đã đánh dấu, hoặc cả trang"), False)]
    loc = f"ke-hoach={plan}"
    return _bar(kinds, scopes, loc=loc, hangs=_joined(agencies), cots=_joined(duties))


def waiting_url(plan: int) -> str:
    """Where posting chooses everything of the plan that waits for a decision."""
    sent = {"kieu": "accept", "loc": f"ke-hoach={plan}&trang-thai=submitted", "pham-vi": ALL}
    return f"{reverse('duties:bulk-choose')}?{urlencode(sent)}"


def _bar(kinds: list[tuple[str, str]], scopes: list[Any], **hidden: str) -> dict[str, Any]:
    return {
        "action": reverse("duties:bulk-choose"),
        "scopes": scopes,
        "kinds": [(code, label, ICONS[code]) for code, label in kinds],
        "hidden": list(hidden.items()),
    }


def _joined(keys: Iterable[Any]) -> str:
    return ",".join(str(key) for key in keys)


def _keys(sent: QueryDict, ticked: str, every: str = "") -> list[int]:
    """What was ticked, or where nothing was, everything that the page named."""
    keys = sent.getlist(ticked) or sent.get(every, "").split(",")
    return [int(key) for key in keys if key.isdecimal()]


def rows_of(actor: Actor, sent: QueryDict) -> QuerySet[Any]:
    """The rows meant, always within what the filter shows this actor."""
    params = QueryDict(sent.get("loc", ""))
    viewing = Viewing(timezone.localdate(), chosen=False)
    found = duty_list.found(actor, viewing, params)
    ticked = _keys(sent, TICK)
    scope = sent.get("pham-vi", TICKED)
    if scope == ALL:
        return found.exclude(pk__in=ticked)
    if scope == PAGE:
        ticked = _keys(sent, "", "dong")
    if scope == CELLS:
        agencies, duties = _keys(sent, "hang", "hangs"), _keys(sent, "cot", "cots")
        return found.filter(agency_id__in=agencies, obligation_id__in=duties)
    return found.filter(pk__in=ticked)
