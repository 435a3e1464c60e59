"""A sub-plan as plain values (nội dung): what a version keeps and what rules check."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from lantoa.subplans.models import SubPlanRow
from lantoa.subplans.rules.parts import Completeness, Row, completeness

if TYPE_CHECKING:
    from lantoa.subplans.models import SubPlan


def kept_rows(sub_plan: SubPlan) -> list[SubPlanRow]:
    """The rows that count, in their order, with the duties they answer."""
    rows = sub_plan.rows.filter(state=SubPlanRow.State.KEPT).prefetch_related("answers")
    return list(rows.order_by("position", "pk"))


def snapshot(sub_plan: SubPlan, rows: list[SubPlanRow]) -> dict[str, Any]:
    """Everything that is sent, so that a version stays readable whatever is changed later."""
    issued = sub_plan.issued_on
    return {
        "title": sub_plan.title,
        "symbol": sub_plan.symbol,
        "issued_on": f"{issued:%d/%m/%Y}" if issued else "",
        "signer": sub_plan.signer,
        "file": sub_plan.file_name,
        "sha256": sub_plan.sha256,
        "media_type": sub_plan.media_type,
        "general": dict(sub_plan.general),
        "rows": [_row(number, row) for number, row in enumerate(rows, start=1)],
    }


def check(content: dict[str, Any]) -> Completeness:
    """Which of the five parts the content lacks."""
    names = ("number", "task", "forms", "time", "lead", "coordinating", "money", "money_note")
    rows = [Row(**{name: row[name] for name in names}) for row in content["rows"]]
    return completeness(rows, content["general"])


def _row(number: int, row: SubPlanRow) -> dict[str, Any]:
    duties = sorted(row.answers.all(), key=lambda duty: (duty.position, duty.pk))
    return {
        "key": row.pk,
        "number": number,
        "task": row.task,
        "forms": row.forms,
        "time": row.time,
        "lead": row.lead,
        "coordinating": row.coordinating,
        "money": row.money,
        "money_note": row.money_note,
        "answers": [duty.code for duty in duties],
        "duties": [duty.pk for duty in duties],
    }
