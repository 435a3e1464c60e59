"""The log of what was sent as a table (bảng nhật ký gửi)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from lantoa.channels.adapters import protocol
from lantoa.channels.models import Delivery
from lantoa.common.ui import links
from lantoa.common.ui.filters import Filter, Filters
from lantoa.common.ui.tables import Column, Empty, Table


def filters_for(params: Mapping[str, Any]) -> Filters:
    channels = [(name, adapter.label) for name, adapter in protocol.known().items()]
    return Filters(
        Filter(name="tim", label=_("Người nhận"), kind="text", lookup="recipient__icontains"),
        Filter(name="kenh", label=_("Kênh"), choices=channels, lookup="channel"),
        Filter(
            name="trang-thai", label=_("Trạng thái"), choices=Delivery.State.choices, lookup="state"
        ),
        params=params,
    )


def table_of(rows: QuerySet[Any], params: Mapping[str, Any]) -> Table:
    return Table(
        columns=[
            Column(
                key="noi-dung",
                label=_("Nội dung"),
                main=True,
                value=lambda row: row.message.get("subject", ""),
                url=lambda row: reverse("channels:delivery", args=[row.pk]),
            ),
            Column(key="recipient", label=_("Người nhận"), sort=True),
            Column(key="kenh", label=_("Kênh"), value=lambda row: channel_label(row.channel)),
            Column(key="luc", label=_("Lúc"), kind="datetime", value=_when),
            Column(
                key="trang-thai",
                label=_("Trạng thái"),
                kind="state",
                value=lambda row: f"delivery_{row.state}",
            ),
        ],
        rows_from=rows,
        params=params,
        caption=_("Các lượt gửi"),
        note=_("Mới nhất đứng trước."),
        empty=Empty(_("Chưa có lượt gửi nào"), _("Khi có việc đến hạn, lượt nhắc hiện ở đây.")),
    )


def tabs(counts: Mapping[str, int], params: Mapping[str, Any]) -> list[dict[str, Any]]:
    """Quick filters: what needs somebody to look stands beside all of it."""
    chosen = params.get("trang-thai", "")
    found = [("", _("Tất cả"), sum(counts.values()))]
    found += [
        (state.value, str(state.label), counts.get(state.value, 0))
        for state in (
            Delivery.State.FAILED,
            Delivery.State.UNCERTAIN,
            Delivery.State.WAITING,
            Delivery.State.SENT,
        )
    ]
    return [
        {
            "label": label,
            "count": count,
            "url": links.changed(params, **{"trang-thai": code or None, "trang": None}),
            "current": chosen == code,
        }
        for code, label, count in found
    ]


def facts(row: Delivery) -> list[tuple[str, str]]:
    found = [
        (_("Người nhận"), row.recipient),
        (_("Kênh"), str(channel_label(row.channel))),
        (_("Địa chỉ"), row.address),
        (_("Lập lúc"), _written(row.created_at)),
        (_("Gửi lúc"), _written(row.sent_at)),
        (_("Gửi từ lúc"), _written(row.next_try_at) if row.state == "waiting" else ""),
        (_("Số lần thử"), str(row.attempts)),
        (_("Lỗi gần nhất"), row.error),
        (_("Mã của bên nhận"), row.external_id),
    ]
    return [(term, value) for term, value in found if value]


def channel_label(code: str) -> str:
    adapter = protocol.known().get(code)
    return str(adapter.label) if adapter else code


def _when(row: Delivery) -> Any:
    return row.sent_at or row.created_at


def _written(moment: Any) -> str:
    return f"{timezone.localtime(moment):%H:%M %d/%m/%Y}" if moment else ""
