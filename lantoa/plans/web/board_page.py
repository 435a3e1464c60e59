"""What the board draws (bảng theo dõi): tiles, bars, tables, each number with its address."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.urls import reverse
from django.utils.translation import gettext as _

from lantoa.common.ui import links
from lantoa.plans.rules.states import LABELS
from lantoa.plans.rules.titles import short
from lantoa.plans.selectors import occurrences
from lantoa.plans.web.media import media

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lantoa.common.access import Actor
    from lantoa.plans.models import Occurrence, Plan
    from lantoa.plans.selectors.board import Board, MonthRow
    from lantoa.plans.web.viewing import Viewing

PRESSING = ("overdue", "returned", "due_soon", "submitted")
ORDER = (
    "done_on_time",
    "done_late",
    "submitted",
    "in_progress",
    "returned",
    "overdue",
    "due_soon",
    "not_due",
)
"""Parts of a bar from done at the foot to what is still to come at the top."""


@dataclass(frozen=True, slots=True)
class BoardPage:
    """The counts of one plan on one day, turned into what components take."""

    plan: Plan
    viewing: Viewing
    board: Board
    dated_only: bool
    params: Mapping[str, Any]

    def rows_url(self, **query: Any) -> str:
        """The list of duties that a number of this board counts."""
        if self.dated_only:
            query["han"] = "co"
        return self.viewing.url("duties:duty-list", ke_hoach=self.plan.pk, **query)

    @property
    def crumbs(self) -> list[tuple[str, str]]:
        plan = self.plan
        return [
            (_("Kế hoạch"), reverse("plans:plan-list")),
            (plan.symbol or short(plan.title, 50), reverse("plans:plan", args=[plan.pk])),
            (_("Bảng theo dõi"), ""),
        ]

    @property
    def here(self) -> str:
        return reverse("plans:board", args=[self.plan.pk]) + links.changed(self.params)

    @property
    def export_url(self) -> str:
        return links.changed(self.params, xuat="xlsx")

    @property
    def kept(self) -> list[tuple[str, str]]:
        """What choosing a day must not lose."""
        return [("pham-vi", "tat-ca")] if not self.dated_only else []

    @property
    def bar_title(self) -> str:
        whole = self.board.whole
        return _("Đã hoàn thành %(done)s/%(total)s việc (%(percent)d%%)") % {
            "done": whole.done,
            "total": whole.total,
            "percent": whole.percent,
        }

    @property
    def headline(self) -> str:
        """The answer in one sentence: who is late."""
        late = [row for row in self.board.agencies if row.progress.overdue]
        if not late:
            return _("Không có việc nào quá hạn.")
        return _("%(count)d việc quá hạn ở %(agencies)d/%(all)d cơ quan.") % {
            "count": self.board.whole.overdue,
            "agencies": len(late),
            "all": len(self.board.agencies),
        }

    @property
    def tiles(self) -> list[dict[str, Any]]:
        whole = self.board.whole
        tiles = [self._tile(code, whole.counts[code]) for code in PRESSING]
        on_time = whole.on_time_percent
        done = self._tile("done_on_time", whole.done, query="da-xong")
        note = _("%(percent)d%% đúng hạn") % {"percent": on_time} if on_time is not None else ""
        return [*tiles, done | {"label": _("Đã hoàn thành"), "note": note}]

    def _tile(self, code: str, count: int, query: str = "") -> dict[str, Any]:
        url = self.rows_url(trang_thai=query or code)
        return {"label": LABELS[code], "value": count, "state": code, "url": url, "note": ""}

    @property
    def parts(self) -> list[dict[str, Any]]:
        counts = self.board.whole.counts
        order = [*ORDER, *(code for code in LABELS if code not in ORDER)]
        return [
            {"state": code, "count": counts[code], "url": self.rows_url(trang_thai=code)}
            for code in order
            if counts[code]
        ]

    @property
    def scopes(self) -> list[dict[str, Any]]:
        """The switch between duties with a day and all of them."""
        board = self.board
        return [
            {
                "label": _("Việc có hạn"),
                "count": board.dated,
                "url": self._scope(None),
                "current": self.dated_only,
            },
            {
                "label": _("Tất cả, kể cả thường xuyên"),
                "count": board.dated + board.undated,
                "url": self._scope("tat-ca"),
                "current": not self.dated_only,
            },
        ]

    def _scope(self, value: str | None) -> str:
        return links.changed(self.params, **{"pham-vi": value, "trang": None})

    @property
    def months(self) -> list[dict[str, Any]]:
        several = len({row.year for row in self.board.months}) > 1
        return [self._month(row, several) for row in self.board.months]

    def _month(self, row: MonthRow, several_years: bool) -> dict[str, Any]:
        label = f"{row.month}/{row.year % 100:02}" if several_years else f"T{row.month}"
        return {
            "label": label,
            "name": _("Tháng %(month)d/%(year)d") % {"month": row.month, "year": row.year},
            "counts": row.progress.counts,
            "url": self.rows_url(thang=f"{row.year:04}-{row.month:02}"),
        }

    def waiting(self, rows: list[Occurrence], actor: Actor) -> list[dict[str, Any]]:
        """The queue: what was sent, shown, and decided with one tap by who may."""
        return [_waiting(row, actor) for row in rows]


def _waiting(row: Any, actor: Actor) -> dict[str, Any]:
    shown = [media(item) for item in row.shown]
    more = _("%d tệp khác") % (len(shown) - 1) if len(shown) > 1 else ""
    return {
        "pk": row.pk,
        "title": short(row.obligation.text, 90),
        "meta": f"{row.agency.label} · {row.period_label}",
        "sent": row.submitted_at,
        "file": shown[0] if shown else {},
        "more": more,
        "return_url": reverse("duties:duty", args=[row.pk]) + "?tra-lai=1#tra-lai",
        "may_decide": occurrences.may(actor, row, to="decide")
        and row.submitted_by_id != actor.user_id,
    }
