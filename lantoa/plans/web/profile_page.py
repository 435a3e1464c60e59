"""The page of one agency in a plan (hồ sơ cơ quan): how it keeps its days, and in which duties."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _

from lantoa.common.ui.tables import Column, Empty, Table
from lantoa.plans.rules.states import DONE, LABELS
from lantoa.plans.rules.titles import short
from lantoa.plans.selectors import profile

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lantoa.common.access import Actor
    from lantoa.plans.models import Plan
    from lantoa.plans.rules.progress import Progress
    from lantoa.plans.selectors.profile import DutyRow, Month, Profile
    from lantoa.plans.web.viewing import Viewing

TILES = ("overdue", "returned", "due_soon", "submitted")


def context(
    actor: Actor, plan: Plan, agency_id: int, viewing: Viewing, params: Mapping[str, Any]
) -> dict[str, Any]:
    found = profile.of_agency(actor, plan, agency_id, today=viewing.day)
    before = profile.last_year(plan)
    earlier = profile.months_of(before, agency_id, today=viewing.day) if before else {}
    page = _Page(plan, viewing, found)
    return {
        "agency": found.agency,
        "headline": _headline(found),
        "tiles": page.tiles,
        "trend": _trend(found, before, earlier),
        "before": before if earlier else None,
        "compared": _compared(found, earlier, before),
        "table": page.table(params),
    }


class _Page:
    def __init__(self, plan: Plan, viewing: Viewing, found: Profile) -> None:
        self.plan, self.viewing, self.found = plan, viewing, found

    def rows_url(self, **query: Any) -> str:
        query = {"ke_hoach": self.plan.pk, "co_quan": self.found.agency.pk, **query}
        return self.viewing.url("duties:duty-list", **query)

    @property
    def tiles(self) -> list[dict[str, Any]]:
        counts = self.found.whole.counts
        tiles = [
            {
                "label": LABELS[code],
                "value": counts[code],
                "state": code,
                "url": self.rows_url(trang_thai=code) if counts[code] else "",
            }
            for code in TILES
        ]
        done = self.found.whole.done
        url = self.rows_url(trang_thai="da-xong") if done else ""
        return [
            *tiles,
            {"label": _("Đã hoàn thành"), "value": done, "state": "done_on_time", "url": url},
        ]

    def table(self, params: Mapping[str, Any]) -> Table:
        return Table(
            columns=[
                Column(key="code", label=_("Ký hiệu"), value=lambda r: r.obligation.code),
                Column(
                    key="ten",
                    label=_("Nhiệm vụ"),
                    main=True,
                    value=lambda row: short(row.obligation.text),
                    url=lambda row: self.rows_url(ma=row.obligation.code),
                    export=lambda row: row.obligation.text,
                ),
                Column(key="state", label=_("Gấp nhất"), kind="state", value=_pressing),
                self._number("qua-han", _("Quá hạn"), "overdue"),
                Column(
                    key="xong",
                    label=_("Hoàn thành"),
                    value=lambda row: f"{_done(row)}/{row.progress.total}",
                    sort=True,
                ),
            ],
            rows_from=self.found.duties,
            params=params,
            caption=_("Nhiệm vụ của cơ quan"),
            per_page=60,
            empty=Empty(_("Cơ quan chưa có nhiệm vụ nào trong kế hoạch này")),
        )

    def _number(self, key: str, label: str, code: str) -> Column:
        def url(row: DutyRow) -> str:
            found = row.progress.counts[code]
            return self.rows_url(ma=row.obligation.code, trang_thai=code) if found else ""

        return Column(
            key=key,
            label=label,
            kind="number",
            value=lambda row: row.progress.counts[code],
            sort=True,
            url=url,
        )


def _pressing(row: DutyRow) -> str:
    return next((code for code, count in row.progress.counts.items() if count), "standing")


def _done(row: DutyRow) -> int:
    return sum(row.progress.counts[code] for code in DONE)


def _headline(found: Profile) -> str:
    share = found.dated.on_time_percent
    if share is None:
        return _("Chưa có việc nào đến hạn.")
    return _("Đúng hạn %(share)d%%: %(on_time)d trong %(settled)d việc đã xong hoặc quá hạn.") % {
        "share": share,
        "on_time": found.dated.on_time,
        "settled": found.dated.done + found.dated.overdue,
    }


def _trend(
    found: Profile, before: Plan | None, earlier: Mapping[Month, Progress]
) -> dict[str, Any]:
    """The on-time share by due month; a month in which nothing fell due is a gap, not a zero."""
    months = sorted(set(found.others) | set(found.months))
    several = len({year for year, _month in months}) > 1
    series = [
        {"label": found.agency.label, "state": "accent", "values": _shares(found.months, months)},
        {
            "label": _("Tất cả cơ quan"),
            "state": "no_information",
            "values": _shares(found.others, months),
        },
    ]
    if before is not None and earlier:
        same = [(year - 1, month) for year, month in months]
        label = _("Cơ quan này, năm %d") % before.year
        series.append({"label": label, "state": "due_soon", "values": _shares(earlier, same)})
    labels = [f"{month}/{year % 100:02}" if several else f"T{month}" for year, month in months]
    return {"labels": labels, "series": series}


def _shares(months: Mapping[Month, Progress], wanted: list[Month]) -> list[int | None]:
    return [months[one].on_time_percent if one in months else None for one in wanted]


def _compared(
    found: Profile, earlier: Mapping[Month, Progress], before: Plan | None
) -> list[tuple[str, str]]:
    """The same share of the agency, of all agencies, and of the agency a year before."""
    facts = [
        (found.agency.label, _share(found.months.values())),
        (_("Tất cả cơ quan trong kế hoạch"), _share(found.others.values())),
    ]
    if before is not None:
        words = _("Cơ quan này trong kế hoạch năm %d") % before.year
        said = _share(earlier.values()) if earlier else _("không có việc trong kế hoạch đó")
        facts.append((words, said))
    else:
        facts.append((_("Năm trước"), _("chưa có kế hoạch của năm trước để so sánh")))
    return facts


def _share(parts: Any) -> str:
    on_time = settled = 0
    for part in parts:
        on_time += part.on_time
        settled += part.done + part.overdue
    if not settled:
        return _("chưa có việc nào đến hạn")
    return _("%(share)d%% đúng hạn (%(on_time)d/%(settled)d)") % {
        "share": on_time * 100 // settled,
        "on_time": on_time,
        "settled": settled,
    }
