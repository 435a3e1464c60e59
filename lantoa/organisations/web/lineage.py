"""Lines of descent (cơ quan cũ → mới) as sentences and tables."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from lantoa.common.ui.tables import Column, Empty, Table
from lantoa.organisations.models import Agency, Reorganisation
from lantoa.organisations.selectors import agencies
from lantoa.organisations.selectors.reorganisations import Row
from lantoa.organisations.selectors.successions import Turn


@dataclass(frozen=True, slots=True)
class Line:
    """One reorganisation in an agency's life: the day, what it was, whom it concerns."""

    day: str
    kind: str
    event: str
    url: str
    agencies: tuple[Agency, ...]


def lines(turns: Sequence[Turn]) -> list[Line]:
    return [
        Line(
            day=turn.reorganisation.effective_on.strftime("%d/%m/%Y"),
            kind=turn.reorganisation.get_kind_display(),
            event=turn.reorganisation.name,
            url=reverse("organisations:reorganisation", args=[turn.reorganisation.pk]),
            agencies=turn.agencies,
        )
        for turn in turns
    ]


def of_today(agency: Agency, after: Sequence[Turn], *, today: date) -> list[Agency]:
    """Whom to turn to today, where the direct successors are gone too; else nothing to add."""
    direct = {heir for turn in after for heir in turn.agencies}
    heirs = agencies.successors(agency, today)
    return [] if set(heirs) <= direct else heirs


def events_table(rows: Any, params: Mapping[str, Any]) -> Table:
    return Table(
        columns=[
            Column(key="name", label=_("Đợt sắp xếp"), main=True, url=_event_url),
            Column(key="effective_on", label=_("Hiệu lực"), kind="date", sort="effective_on"),
            Column(key="kind", label=_("Hình thức"), value=Reorganisation.get_kind_display),
            Column(key="ended", label=_("Cơ quan cũ"), kind="number"),
            Column(key="made", label=_("Cơ quan mới"), kind="number"),
        ],
        rows_from=rows,
        params=params,
        caption=_("Các đợt sắp xếp tổ chức"),
        sort="-effective_on",
        empty=Empty(_("Chưa ghi nhận đợt sắp xếp nào")),
    )


def rows_table(event: Reorganisation, rows: Sequence[Row], params: Mapping[str, Any]) -> Table:
    """Old agencies to the left, new ones to the right, whatever the direction of the gathering."""
    return Table(
        columns=[
            Column(
                key="old",
                label=_("Cơ quan cũ (đến hết %(day)s)") % {"day": _day_before(event)},
                template="organisations/_agencies.html",
                export=lambda row: _names(row.old),
                main=True,
            ),
            Column(
                key="new",
                label=_("Cơ quan mới (từ %(day)s)")
                % {"day": event.effective_on.strftime("%d/%m/%Y")},
                template="organisations/_agencies.html",
                export=lambda row: _names(row.new) or _("Kết thúc hoạt động"),
            ),
        ],
        rows_from=rows,
        params=params,
        caption=_("Cơ quan cũ → cơ quan mới"),
        per_page=100,
    )


def crumbs(event: Reorganisation) -> list[tuple[str, str]]:
    return [
        (_("Cơ quan"), reverse("organisations:agency-list")),
        (_("Các đợt sắp xếp"), reverse("organisations:reorganisation-list")),
        (event.name, ""),
    ]


def summary(event: Reorganisation) -> str:
    day = event.effective_on.strftime("%d/%m/%Y")
    return _("%(kind)s, có hiệu lực từ ngày %(day)s") % {
        "kind": event.get_kind_display(),
        "day": day,
    }


def facts(event: Reorganisation) -> list[tuple[str, str]]:
    said = [(_("Căn cứ"), event.legal_basis), (_("Ghi chú"), event.note)]
    return [(term, text) for term, text in said if text]


def _event_url(event: Reorganisation) -> str:
    return reverse("organisations:reorganisation", args=[event.pk])


def _names(named: Sequence[Agency]) -> str:
    return "; ".join(agency.name for agency in named)


def _day_before(event: Reorganisation) -> str:
    return event.last_day_before.strftime("%d/%m/%Y")
