"""What an office must do now (việc của đơn vị), in groups from the most pressing on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lantoa.common.rules.vietnamese import search_key
from lantoa.common.ui import links
from lantoa.plans.models.draft_item import Nature
from lantoa.plans.rules.progress import Progress, progress
from lantoa.plans.rules.states import NOT_EXPECTED
from lantoa.plans.selectors import occurrences
from lantoa.plans.web import duty_rows

if TYPE_CHECKING:
    from django.http import QueryDict

    from lantoa.common.access import Actor
    from lantoa.plans.models import Occurrence
    from lantoa.plans.web.viewing import Viewing

OPEN_GROUPS = (
    ("overdue", "qua-han", gettext_lazy("Quá hạn"), 40),
    ("returned", "tra-lai", gettext_lazy("Trả lại, cần làm lại"), 40),
    ("due_soon", "sap-den-han", gettext_lazy("Sắp đến hạn"), 40),
    ("submitted", "cho-duyet", gettext_lazy("Đã gửi, chờ duyệt"), 12),
    ("in_progress", "dang-lam", gettext_lazy("Đang thực hiện"), 12),
    ("not_due", "sap-toi", gettext_lazy("Sắp tới"), 6),
)
"""Standing, anchor, title, how many are shown before the list of all is offered."""


@dataclass(frozen=True, slots=True)
class Group:
    key: str
    title: str
    count: int
    cards: list[dict[str, Any]]
    more_url: str = ""


@dataclass(frozen=True, slots=True)
class Page:
    """`counts` and `dated` are of the agency's whole work; the groups show what a search leaves."""

    counts: Progress
    dated: Progress
    found: int
    searching: bool = False
    groups: list[Group] = field(default_factory=list)
    standing: list[Group] = field(default_factory=list)
    requested: Group | None = None
    done: Group | None = None
    ended: Group | None = None
    tabs: list[dict[str, Any]] = field(default_factory=list)

    @property
    def total(self) -> int:
        """Every row, those too that are expected no more: the page must not look empty."""
        return sum(self.counts.counts.values())

    @property
    def headline(self) -> str:
        """What the office must do now, in one sentence."""
        counts = self.counts.counts
        now = [
            _("%(count)d %(what)s") % {"count": counts[code], "what": what}
            for code, what in (
                ("overdue", _("việc quá hạn")),
                ("returned", _("việc phải làm lại")),
                ("due_soon", _("việc đến hạn trong 7 ngày")),
            )
            if counts[code]
        ]
        if not now:
            return _("Không có việc nào phải làm ngay.")
        return _("Cần làm ngay: %(list)s.") % {"list": ", ".join(now)}

    @property
    def tiles(self) -> list[dict[str, Any]]:
        counts, on_time = self.counts.counts, self.dated.on_time_percent
        tiles = [
            {"label": label, "value": counts[code], "state": code, "url": f"#{anchor}", "unit": ""}
            for code, anchor, label in (
                ("overdue", "qua-han", _("Quá hạn")),
                ("due_soon", "sap-den-han", _("Sắp đến hạn")),
                ("submitted", "cho-duyet", _("Chờ duyệt")),
            )
        ]
        for tile in tiles:
            tile["url"] = tile["url"] if tile["value"] else ""
        done = {"label": _("Đúng hạn"), "value": on_time, "state": "done_on_time", "unit": "%"}
        return [*tiles, done | {"url": "#da-xong" if self.dated.done else ""}]


def build(actor: Actor, viewing: Viewing, params: QueryDict) -> Page:
    rows = list(
        occurrences.listed(actor, today=viewing.day)
        .filter(agency_id=actor.agency_id, obligation__plan__state="active")
        .order_by("due_on", "obligation__position", "pk")
    )
    nature = params.get("loai", "")
    found = [row for row in _matching(rows, params.get("tim", "")) if _is(row, nature)]
    by_standing: dict[str, list[Any]] = {}
    for row in found:
        by_standing.setdefault(row.standing, []).append(row)  # type: ignore[attr-defined]
    make = _Maker(actor, viewing)
    done = by_standing.get("done_on_time", []) + by_standing.get("done_late", [])
    done.sort(key=lambda row: row.submitted_at, reverse=True)
    return Page(
        counts=_progress(rows),
        dated=_progress([row for row in rows if row.due_on is not None]),
        found=len(found),
        searching=bool(params.get("tim", "").strip()),
        groups=[
            make.group(key, str(title), by_standing[standing], standing, limit)
            for standing, key, title, limit in OPEN_GROUPS
            if standing in by_standing
        ],
        standing=make.by_nature(by_standing.get("standing", [])),
        requested=make.optional("de-nghi", "no_information", by_standing.get("no_information")),
        done=make.optional("da-xong", "da-xong", done),
        ended=make.optional(
            "khong-phai-lam",
            "excused",
            [row for code in NOT_EXPECTED for row in by_standing.get(code, [])],
        ),
        tabs=_tabs(rows, nature, params),
    )


class _Maker:
    def __init__(self, actor: Actor, viewing: Viewing) -> None:
        self.actor, self.viewing = actor, viewing

    def group(
        self, key: str, title: str, rows: list[Occurrence], standing: str, limit: int
    ) -> Group:
        more = self.viewing.url(
            "duties:duty-list", trang_thai=standing, co_quan=self.actor.agency_id
        )
        cards = [duty_rows.card(row, viewing=self.viewing) for row in rows[:limit]]
        return Group(key, title, len(rows), cards, more if len(rows) > limit else "")

    def optional(self, key: str, standing: str, rows: list[Occurrence] | None) -> Group | None:
        return self.group(key, "", rows, standing, 12) if rows else None

    def by_nature(self, rows: list[Occurrence]) -> list[Group]:
        return [
            self.group(f"thuong-xuyen-{nature}", str(label), mine, "standing", 60)
            for nature, label in Nature.choices
            if (mine := [row for row in rows if row.obligation.nature == nature])
        ]


def _matching(rows: list[Occurrence], words: str) -> Iterable[Occurrence]:
    wanted = search_key(words)
    if not wanted:
        return rows
    return [
        row
        for row in rows
        if wanted in search_key(f"{row.obligation.code} {row.obligation.text} {row.period_label}")
    ]


def _is(row: Occurrence, nature: str) -> bool:
    return not nature or row.obligation.nature == nature


def _progress(rows: list[Any]) -> Progress:
    return progress(Counter(row.standing for row in rows))


def _tabs(rows: list[Occurrence], chosen: str, params: QueryDict) -> list[dict[str, Any]]:
    counts: dict[str, int] = {}
    for row in rows:
        counts[row.obligation.nature] = counts.get(row.obligation.nature, 0) + 1
    if len(counts) < 2:
        return []
    choices: list[tuple[str, Any]] = [
        (key, label) for key, label in Nature.choices if key in counts
    ]
    whole = {"label": _("Tất cả"), "count": len(rows), "url": links.changed(params, loai=None)}
    return [
        whole | {"current": not chosen},
        *(
            {
                "label": label,
                "count": counts[key],
                "url": links.changed(params, loai=key),
                "current": key == chosen,
            }
            for key, label in choices
        ),
    ]
