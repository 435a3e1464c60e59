"""What the signed document says of itself (văn bản tự ghi), with the values that contradict it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext as _

from lantoa.documents.reading.dates import find_date
from lantoa.documents.reading.references import find_symbols
from lantoa.plans.web.forms.loading import DescribeForm

if TYPE_CHECKING:
    from lantoa.documents.models import Finding
    from lantoa.plans.models import Plan

NUMBER, DAY, BASIS = "own-number-differs", "own-date-differs", "basis-after-document"


@dataclass(frozen=True, slots=True)
class OtherValue:
    """A value written elsewhere in the same file; `use` asks the form to take it."""

    text: str
    line: int
    url: str
    use: str = ""


@dataclass(frozen=True, slots=True)
class OwnValue:
    """One thing that the document says of itself."""

    label: str
    value: str
    others: list[OtherValue] = field(default_factory=list)


def own_words(plan: Plan, findings: Iterable[Finding], *, seen: int) -> dict[str, Any]:
    """The values taken, what contradicts each, and the form to set them."""
    found = list(findings)
    url = reverse("documents:document", args=[plan.document_id])
    day = f"{plan.issued_on:%d/%m/%Y}" if plan.issued_on else _("chưa rõ, cần nhập")
    values = [
        OwnValue(_("Tên"), plan.title),
        OwnValue(_("Số, ký hiệu"), plan.symbol or _("chưa rõ"), _others(found, NUMBER, url)),
        OwnValue(_("Ngày ban hành"), day, _others(found, DAY, url)),
        OwnValue(_("Năm kế hoạch"), str(plan.year)),
        OwnValue(_("Cơ quan ban hành"), plan.issuer_name or plan.authority.name),
    ]
    return {
        "items": values,
        "related": [one for one in found if one.code == BASIS],
        "contradicted": any(one.others for one in values),
        "form": form_of(plan, seen=seen),
    }


def form_of(plan: Plan, *, seen: int, asked: Mapping[str, Any] | None = None) -> DescribeForm:
    """The form, filled with the plan's values or with those that a link asks to take."""
    asked = asked or {}
    initial = {
        "title": plan.title,
        "symbol": asked.get("so") or plan.symbol,
        "issued_on": asked.get("ngay") or plan.issued_on,
        "year": plan.year,
        "seen": seen,
    }
    return DescribeForm(initial=initial, prefix="van-ban")


def _others(findings: Iterable[Finding], code: str, url: str) -> list[OtherValue]:
    read = _symbol if code == NUMBER else _day
    return [
        OtherValue(text, one.line, f"{url}#d{one.line}", use)
        for one in findings
        if one.code == code
        for text, use in [read(one.quote)]
    ]


def _symbol(quote: str) -> tuple[str, str]:
    found = find_symbols(quote)
    return (found[0], f"?{urlencode({'so': found[0]})}") if found else (quote, "")


def _day(quote: str) -> tuple[str, str]:
    day = find_date(quote)
    return (f"{day:%d/%m/%Y}", f"?ngay={day.isoformat()}") if day else (quote, "")
