"""The page of one sub-plan (trang kế hoạch của đơn vị): to its own agency and to who appraises."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from lantoa.common import access
from lantoa.common.ui.tables import Column, Empty, Table
from lantoa.organisations.selectors import agencies
from lantoa.plans.rules.titles import short
from lantoa.subplans.rules import due
from lantoa.subplans.rules.coverage import Answering
from lantoa.subplans.rules.differences import differences
from lantoa.subplans.rules.parts import PARTS, Completeness
from lantoa.subplans.selectors import covering, sub_plans
from lantoa.subplans.services import contents, copying
from lantoa.subplans.services.rows import EDITABLE
from lantoa.subplans.web import words
from lantoa.subplans.web.forms.appraising import ReasonForm, ReturnForm
from lantoa.subplans.web.forms.papers import CopyForm, ReadForm

if TYPE_CHECKING:
    from lantoa.common.access import Actor
    from lantoa.subplans.models import SubPlan, SubPlanVersion


def context(actor: Actor, sub_plan: SubPlan, **refused: Any) -> dict[str, Any]:
    """Who files sees the rows as they stand, everybody else the version that was sent last."""
    own = actor.agency_id == sub_plan.agency_id
    versions = sub_plans.versions_of(sub_plan)
    editable = sub_plan.state in EDITABLE and sub_plans.may(actor, sub_plan, to="file")
    content = _content(sub_plan, versions, own=own)
    found = {
        "sub_plan": sub_plan,
        "plan": sub_plan.call.plan,
        "own": own,
        "editable": editable,
        "content": content,
        "state": words.state_key(sub_plan.state),
        "crumbs": words.crumbs(
            sub_plan.call.plan,
            (sub_plan.agency.label, ""),
            queue=access.can(actor, "subplans.oversee"),
        ),
        "due": _due(sub_plan),
        "facts": _facts(sub_plan, content),
        "versions": [_version(one) for one in versions],
        "reasons": _reasons(sub_plan, versions),
    }
    if content is not None:
        found |= _examined(sub_plan, content)
        found["changes"] = _changes(versions) if not editable else []
    if editable:
        found |= _editing(sub_plan, refused)
    return found | _appraising(actor, sub_plan, refused)


def _content(
    sub_plan: SubPlan, versions: list[SubPlanVersion], *, own: bool
) -> dict[str, Any] | None:
    """None: there is nothing that this reader may see yet."""
    if own:
        return contents.snapshot(sub_plan, contents.kept_rows(sub_plan))
    shown = [one for one in versions if one.verdict != "recalled"]
    return shown[0].content if shown else None


def _examined(sub_plan: SubPlan, content: dict[str, Any]) -> dict[str, Any]:
    """The five parts, and the duties above that no row answers."""
    check = contents.check(content)
    answering = [Answering(row["number"], frozenset(row["duties"])) for row in content["rows"]]
    found = covering.of_sub_plan(sub_plan, answering)
    return {
        "check": check,
        "parts": _parts(check),
        "table": content_table(content, check),
        "coverage": found,
        "unanswered": [_duty(found.duties[pk]) for pk in found.must.unanswered],
        "guides": [_duty(found.duties[pk]) for pk in found.guides.unanswered],
        "loose": [row for row in content["rows"] if row["number"] in found.must.loose],
    }


def _parts(check: Completeness) -> list[dict[str, Any]]:
    return [
        {
            "state": "warning" if part in check.missing else "success",
            "said": _("%(part)s: %(said)s")
            % {
                "part": words.PART_LABELS[part],
                "said": _("còn thiếu") if part in check.missing else _("đã có"),
            },
        }
        for part in PARTS
    ]


def content_table(content: dict[str, Any], check: Completeness) -> Table:
    """The rows of a version, each with what it lacks."""
    lacking = {gap.number: gap.sentence for gap in check.gaps}
    columns = [
        Column(key="number", label=_("TT"), kind="number"),
        Column(key="task", label=_("Nhiệm vụ, hoạt động"), main=True),
        Column(key="forms", label=_("Hình thức")),
        Column(key="time", label=_("Thời gian")),
        Column(key="lead", label=_("Chủ trì")),
        Column(key="coordinating", label=_("Phối hợp"), minor=True),
        Column(key="money", label=_("Kinh phí (đồng)"), kind="number", total=True),
        Column(key="money_note", label=_("Nguồn, ghi chú"), minor=True),
        Column(
            key="answers", label=_("Trả lời nhiệm vụ"), value=lambda row: ", ".join(row["answers"])
        ),
    ]
    if lacking:
        columns.append(
            Column(
                key="gap", label=_("Còn thiếu"), value=lambda row: lacking.get(row["number"], "")
            )
        )
    return Table(
        columns=columns, rows_from=content["rows"], params={}, per_page=500,
        caption=_("Nội dung kế hoạch"), empty=Empty(_("Chưa có dòng nào")),
    )  # fmt: skip


def _duty(duty: Any) -> dict[str, Any]:
    return {"code": duty.code, "text": short(duty.text, 160), "pk": duty.pk}


def _due(sub_plan: SubPlan) -> dict[str, Any]:
    today = timezone.localdate()
    day = sub_plans.deadline_of(sub_plan)
    sent = timezone.localdate(sub_plan.sent_at) if sub_plan.sent_at else None
    late = due.is_late(day, sent_on=sent, today=today)
    waiting = sub_plan.state in EDITABLE
    left = due.words(day, today=today) if waiting else ""
    state = "overdue" if late else "due_soon"
    return {"day": day, "left": left, "state": state, "late": late, "waiting": waiting}


def _facts(sub_plan: SubPlan, content: dict[str, Any] | None) -> list[tuple[str, str]]:
    said = content or {}
    sent = f"{timezone.localtime(sub_plan.sent_at):%H:%M %d/%m/%Y}" if sub_plan.sent_at else ""
    return [
        (label, value)
        for label, value in (
            (_("Tên kế hoạch"), said.get("title", "")),
            (_("Số, ký hiệu"), said.get("symbol", "")),
            (_("Ngày ban hành"), said.get("issued_on", "")),
            (_("Người ký"), said.get("signer", "")),
            (_("Tệp"), said.get("file", "")),
            (_("Gửi lần gần nhất"), sent),
            (_("Người gửi"), str(sub_plan.sent_by or "")),
        )
        if value
    ]


def _version(one: SubPlanVersion) -> dict[str, Any]:
    decided = f" · {one.decided_by}" if one.decided_by else ""
    return {
        "what": _("Lần %(number)d: %(verdict)s")
        % {"number": one.number, "verdict": one.get_verdict_display()},
        "url": reverse("subplans:version", args=[one.pk]),
        "when": one.decided_at or one.sent_at,
        "who": f"{one.sent_by or _('Hệ thống')}{decided}",
        "tone": {"accepted": "success", "returned": "warning"}.get(one.verdict, "info"),
    }


def _reasons(sub_plan: SubPlan, versions: list[SubPlanVersion]) -> list[tuple[Any, str]]:
    if sub_plan.state != "returned" or not versions:
        return []
    return words.reasons_of(versions[0].reasons)


def _changes(versions: list[SubPlanVersion]) -> list[Any]:
    """What the version sent last changed against the one before it."""
    if len(versions) < 2:
        return []
    return differences(versions[1].content, versions[0].content)


def _editing(sub_plan: SubPlan, refused: dict[str, Any]) -> dict[str, Any]:
    rows = sub_plans.rows_of(sub_plan)
    return {
        "rows": [row for row in rows if row.state == "kept"],
        "proposed": [row for row in rows if row.state == "proposed"],
        "removed": [row for row in rows if row.state == "removed"],
        "copy_form": refused.get("copy_form") or CopyForm(),
        "read_form": refused.get("read_form") or ReadForm(),
        "last_year": copying.latest_before(sub_plan),
    }


def _appraising(actor: Actor, sub_plan: SubPlan, refused: dict[str, Any]) -> dict[str, Any]:
    may = sub_plans.may(actor, sub_plan, to="appraise")
    may_call = sub_plans.may(actor, sub_plan, to="call")
    may_open = sub_plan.state == "accepted" and sub_plans.may(actor, sub_plan, to="open")
    on = sub_plan.issued_on or timezone.localdate()
    return {
        "may_decide": may and sub_plan.state in {"sent", "appraising"},
        "may_take_up": may and sub_plan.state == "sent",
        "may_reconsider": may
        and sub_plan.state in {"accepted", "returned"}
        and sub_plan.own_plan_id is None,
        "may_exempt": may_call and sub_plan.state in {"awaited", "drafting"},
        "may_expect": may_call and sub_plan.state == "exempt",
        "may_open": may_open
        and sub_plan.own_plan_id is None
        and bool(agencies.scope_of(sub_plan.agency, on=on)),
        "return_form": refused.get("return_form") or ReturnForm(),
        "reason_form": refused.get("reason_form") or ReasonForm(),
    }
