"""The day a page speaks of (xem tại ngày): today, or the day named by `?ngay=`."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.dateparse import parse_date

from lantoa.common.ui import links


@dataclass(frozen=True, slots=True)
class Viewing:
    """`chosen`: another day than today was asked for; then nothing on the page is decided."""

    day: date
    chosen: bool
    today_url: str = "?"

    @property
    def value(self) -> str:
        return self.day.isoformat() if self.chosen else ""

    def url(self, name: str, *args: Any, **query: Any) -> str:
        """An address that keeps the day; empty values are left out of the query."""
        query = {key.replace("_", "-"): value for key, value in query.items()}
        if self.chosen:
            query["ngay"] = self.value
        kept = {key: value for key, value in query.items() if value not in (None, "")}
        return reverse(name, args=args) + (f"?{urlencode(kept)}" if kept else "")


def of(request: HttpRequest) -> Viewing:
    """A day that cannot be read counts as today."""
    today = timezone.localdate()
    try:
        day = parse_date(request.GET.get("ngay", "").strip()) or today
    except ValueError:
        day = today
    return Viewing(day, day != today, links.changed(request.GET, ngay=None))
