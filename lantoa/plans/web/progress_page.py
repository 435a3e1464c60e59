"""How a plan's progress is computed (cách tính tiến độ): each duty's leaves, weight and share."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.utils import formats
from django.utils.translation import gettext as _

from lantoa.common import access
from lantoa.common.ui.tables import Column, Empty, Table
from lantoa.plans.models.draft_item import Nature
from lantoa.plans.rules.titles import short
from lantoa.plans.selectors import weighing
from lantoa.plans.web.forms.weights import DutyWeightForm, NatureWeightsForm

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from lantoa.common.access import Actor
    from lantoa.plans.models import Obligation, Plan
    from lantoa.plans.rules.weighing import Computation, Weighed
    from lantoa.plans.web.viewing import Viewing

_NATURES = dict(Nature.choices)


def context(
    actor: Actor,
    plan: Plan,
    viewing: Viewing,
    params: Mapping[str, Any],
    *,
    natures_form: NatureWeightsForm | None = None,
    duty_form: DutyWeightForm | None = None,
) -> dict[str, Any]:
    computed, duties = weighing.of_plan(plan, today=viewing.day)
    natures, own = weighing.weights_of(plan)
    may_edit = access.can(actor, "plans.review") and plan.state == "active"

    def url(row: Weighed) -> str:
        query = {"ke_hoach": plan.pk, "ma": duties[row.key].code, "han": "co"}
        return viewing.url("duties:duty-list", **query)

    if may_edit:
        used = {row.nature for row in computed.duties}
        natures_form = natures_form or NatureWeightsForm(used=used, natures=natures)
        every = [duties[row.key] for row in computed.duties]
        duty_form = duty_form or DutyWeightForm(duties=every)
    return {
        "computed": computed,
        "headline": headline(computed),
        "formula": formula(computed),
        "table": table(computed, duties, url, params),
        "natures_form": natures_form if may_edit else None,
        "duty_form": duty_form if may_edit else None,
        "own": [(duties[key], value) for key, value in own.items() if key in duties],
    }


def headline(computed: Computation) -> str:
    return _("Tiến độ %d%%.") % computed.percent


def formula(computed: Computation) -> str:
    """The sum in one line, in the numbers of the table's foot."""
    if not computed.possible:
        return _("Chưa có việc nào có ngày hạn nên chưa tính được tiến độ.")
    said = _("%(earned)s : %(possible)s × 100 = %(percent)d%% (làm tròn xuống).") % {
        "earned": plain(computed.earned),
        "possible": plain(computed.possible),
        "percent": computed.percent,
    }
    if computed.plain:
        return (
            _("Mọi trọng số bằng 1, nên đây là số việc đã chấp nhận chia cho số việc giao: ") + said
        )
    return _("Tổng (trọng số × việc đã chấp nhận) chia cho tổng (trọng số × việc giao): ") + said


def table(
    computed: Computation,
    duties: Mapping[int, Obligation],
    url: Callable[[Weighed], str],
    params: Mapping[str, Any],
) -> Table:
    """One row for each duty; the foot holds both sums."""
    return Table(
        columns=[
            Column(key="code", label=_("Ký hiệu"), value=lambda row: duties[row.key].code),
            Column(
                key="ten",
                label=_("Nhiệm vụ"),
                main=True,
                value=lambda row: short(duties[row.key].text, 90),
                url=url,
                export=lambda row: duties[row.key].text,
            ),
            Column(
                key="loai",
                label=_("Loại"),
                value=lambda row: _NATURES[row.nature],
                sort=True,
                minor=True,
            ),
            Column(key="weight", label=_("Trọng số"), kind="number", value=_weight, sort=True),
            _sum("done", _("Đã chấp nhận"), lambda row: row.done),
            _sum("total", _("Được giao"), lambda row: row.total),
            _sum("earned", _("Trọng số × chấp nhận"), lambda row: _number(row.earned)),
            _sum("possible", _("Trọng số × giao"), lambda row: _number(row.possible)),
        ],
        rows_from=list(computed.duties),
        params=params,
        caption=_("Từng nhiệm vụ có ngày hạn"),
        note=_("Mỗi việc là một nhiệm vụ của một cơ quan trong một kỳ. Bấm tên để mở các việc."),
        per_page=1000,
        empty=Empty(_("Chưa có nhiệm vụ nào có ngày hạn")),
    )


def _sum(key: str, label: str, value: Callable[[Weighed], Any]) -> Column:
    return Column(key=key, label=label, kind="number", value=value, sort=True, total=True)


def _weight(row: Weighed) -> float | int:
    return _number(row.weight)


def _number(value: Any) -> float | int:
    return int(value) if value == int(value) else float(value)


def plain(value: Any) -> str:
    """A number as people write it: 1.234,5."""
    return formats.number_format(_number(value), force_grouping=True)
