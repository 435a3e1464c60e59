"""Focus activities over the year (hoạt động trọng điểm): a picture and the table behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _

from lantoa.plans.rules.titles import short
from lantoa.plans.selectors import board, timeline
from lantoa.plans.web import board_tables

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lantoa.plans.models import Plan
    from lantoa.plans.selectors.board import ActivityRow
    from lantoa.plans.selectors.timeline import Span
    from lantoa.plans.web.viewing import Viewing


def context(plan: Plan, viewing: Viewing, params: Mapping[str, Any]) -> dict[str, Any]:
    activities = board.activities(plan, today=viewing.day)
    spans = timeline.of_activities(plan, activities, today=viewing.day)
    return {
        "rows": [_lane(span) for span in spans],
        "table": board_tables.activity_table(viewing, activities, params),
        "headline": _headline(activities),
    }


def _lane(span: Span) -> dict[str, Any]:
    return {
        "label": short(span.row.obligation.text, 60),
        "state": span.row.standing,
        "start": span.start,
        "end": span.end,
        "marks": [{"on": on, "state": state} for on, state in span.marks],
    }


def _headline(rows: list[ActivityRow]) -> str:
    late = sum(row.progress.overdue > 0 for row in rows)
    if not late:
        return _("%d hoạt động trọng điểm, không hoạt động nào quá hạn.") % len(rows)
    return _("%(late)d/%(all)d hoạt động trọng điểm có việc quá hạn.") % {
        "late": late,
        "all": len(rows),
    }
