"""What the page of learned rules shows (trang điều đã học)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from lantoa.common import access
from lantoa.common.rules.vietnamese import search_key
from lantoa.common.ui.filters import Filter, Filters
from lantoa.common.ui.tables import Column, Empty, Table
from lantoa.documents.models import LearnedRule
from lantoa.documents.selectors import learned

if TYPE_CHECKING:
    from django.http import HttpRequest

    from lantoa.documents.services.learned_files import Imported

TONES = {
    LearnedRule.State.PROPOSED: ("due_soon", "hourglass"),
    LearnedRule.State.ACTIVE: ("success", "check"),
    LearnedRule.State.RETIRED: ("no_information", "archive"),
}
_FIRST = {state: place for place, state in enumerate(LearnedRule.State.values)}


def context(request: HttpRequest) -> dict[str, Any]:
    """Those that wait for a decision first, then those in use, the given up last."""
    may_learn = access.can(request.actor, "documents.learn")  # type: ignore[attr-defined]
    rules = sorted(learned.listed(request.actor), key=lambda one: _FIRST[one.state])  # type: ignore[attr-defined]
    filters = Filters(*_filters(), params=request.GET)
    return {
        "filters": filters if rules else None,
        "table": Table(
            columns=_columns(may_learn),
            rows_from=filters.apply(rules),
            params=request.GET,
            caption=_("Điều đã học"),
            empty=_empty(bool(rules)),
        ),
        "waiting": sum(one.state == LearnedRule.State.PROPOSED for one in rules),
        "may_learn": may_learn,
        "holds_any": bool(rules),
        "crumbs": crumbs(),
    }


def crumbs(*pages: str) -> list[tuple[str, str]]:
    own = reverse("documents:learned-list") if pages else ""
    return [(_("Điều đã học"), own), *((page, "") for page in pages)]


def say_imported(request: HttpRequest, done: Imported) -> None:
    said = _("Đã thêm %(added)d điều chờ quyết định; %(known)d điều đã biết từ trước.")
    messages.success(request, said % {"added": done.added, "known": done.known})
    if done.refused:
        names = ", ".join(f"“{one}”" for one in done.refused[:5])
        more = " …" if len(done.refused) > 5 else ""
        left = _("%(count)d tên không thêm được vì danh bạ ở đây không có cơ quan đó: %(names)s")
        messages.warning(request, left % {"count": len(done.refused), "names": names + more})


def _filters() -> list[Filter]:
    return [
        Filter(name="tim", label=_("Tìm cụm từ, ý nghĩa"), kind="text", apply=_matching),
        Filter(
            name="trang-thai",
            label=_("Trạng thái"),
            choices=LearnedRule.State.choices,
            lookup="state",
        ),
        Filter(name="loai", label=_("Loại"), choices=LearnedRule.Kind.choices, lookup="kind"),
    ]


def _matching(rules: list[LearnedRule], text: str) -> list[LearnedRule]:
    wanted = search_key(text).split()
    return [
        one
        for one in rules
        if all(word in search_key(f"{one.phrase} {one.meaning}") for word in wanted)
    ]


def _columns(may_learn: bool) -> list[Column]:
    columns = [
        Column(key="phrase", label=_("Khi gặp"), main=True, value=lambda one: f"“{one.said}”"),
        Column(key="meaning", label=_("Hiểu là")),
        Column(key="get_kind_display", label=_("Loại"), value=lambda one: one.get_kind_display()),
        Column(key="document", label=_("Học từ"), value=_source, url=_source_url),
        Column(key="made_by", label=_("Người sửa"), value=_maker, minor=True),
        Column(key="used_count", label=_("Đã dùng"), kind="number", sort=True),
        Column(key="state", label=_("Trạng thái"), value=_state, template="documents/_state.html"),
    ]
    if may_learn:
        columns.append(Column(key="pk", label=_("Quyết định"), template="documents/_decide.html"))
    return columns


def _state(rule: LearnedRule) -> dict[str, str]:
    tone, icon = TONES[LearnedRule.State(rule.state)]
    return {"tone": tone, "icon": icon, "label": rule.get_state_display()}


def _source(rule: LearnedRule) -> str:
    if rule.document is None:
        return _("tệp nạp vào")
    if not rule.row_code:
        return rule.document.name
    return _("%(name)s, dòng %(code)s") % {"name": rule.document.name, "code": rule.row_code}


def _source_url(rule: LearnedRule) -> str:
    if rule.document is None:
        return ""
    url = reverse("documents:document", args=[rule.document_id])
    return f"{url}#d{rule.line}" if rule.line else url


def _maker(rule: LearnedRule) -> str:
    day = f"{timezone.localtime(rule.made_at):%d/%m/%Y}"
    return f"{rule.made_by or _('Hệ thống')}, {day}"


def _empty(filtered: bool) -> Empty:
    if filtered:
        return Empty(_("Không có điều nào khớp"), _("Bỏ bớt điều kiện lọc."))
    return Empty(
        _("Chưa học được điều nào"),
        _(
            "Khi rà soát một bản dự thảo và sửa tên cơ quan hay thời hạn mà máy đọc chưa đúng, "
            "máy sẽ hỏi có ghi nhớ không. Điều ghi nhớ nằm ở đây."
        ),
    )
