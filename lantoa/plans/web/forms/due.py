"""The form of a due rule (thời hạn): the kind, then only the fields that this kind needs."""

from __future__ import annotations

import re
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from lantoa.common.ui.widgets import DateInput
from lantoa.plans.models import Obligation
from lantoa.plans.rules.due_rule import DueRule

NEEDS_DAY = frozenset({"by_date", "within_period"})
BY_DAY_OF_MONTH = frozenset({"monthly", "quarterly"})
_BAD_DATE = _("Ngày chưa đúng. Hãy nhập dạng ngày/tháng/năm.")


class DueForm(forms.Form):
    due_kind = forms.ChoiceField(label=_("Cách tính hạn"), choices=list(Obligation.DueKind.choices))
    due_text = forms.CharField(
        label=_("Lời văn bản"),
        required=False,
        max_length=300,
        help_text=_("Chép nguyên văn cụm từ về thời hạn."),
    )
    due_start = forms.DateField(
        label=_("Từ ngày"),
        required=False,
        widget=DateInput(),
        error_messages={"invalid": _BAD_DATE},
    )
    due_by = forms.DateField(
        label=_("Ngày cuối còn đúng hạn"),
        required=False,
        widget=DateInput(),
        help_text=_("“Trước ngày 20/3” nghĩa là hết ngày 19/3."),
        error_messages={"invalid": _BAD_DATE},
    )
    due_day = forms.IntegerField(
        label=_("Ngày cuối còn đúng hạn trong tháng"),
        required=False,
        min_value=1,
        max_value=31,
        help_text=_("“Trước ngày 25” nghĩa là 24. Để trống: đến hết kỳ."),
        error_messages={
            "min_value": _("Ngày trong tháng từ 1 đến 31."),
            "max_value": _("Ngày trong tháng từ 1 đến 31."),
            "invalid": _("Hãy nhập một số từ 1 đến 31."),
        },
    )
    due_symbol = forms.CharField(
        label=_("Số, ký hiệu của văn bản phải theo"), required=False, max_length=60
    )

    def __init__(self, *args: Any, rule: DueRule, **kwargs: Any) -> None:
        self._rule = rule
        initial = {
            "due_kind": rule.kind,
            "due_text": rule.text,
            "due_start": rule.start,
            "due_by": rule.by,
            "due_day": rule.day_of_month,
            "due_symbol": rule.external_symbol,
        }
        super().__init__(*args, initial=initial, **kwargs)

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or self.cleaned_data
        kind, start, by = data.get("due_kind"), data.get("due_start"), data.get("due_by")
        if kind in NEEDS_DAY and not by and "due_by" not in self.errors:
            self.add_error("due_by", _("Hãy nhập ngày cuối còn đúng hạn."))
        if start and by and start > by:
            self.add_error("due_start", _("Ngày bắt đầu phải trước ngày cuối."))
        return data

    def value(self) -> dict[str, Any]:
        """The rule as the draft keeps it; fields that the kind does not use are dropped."""
        data = self.cleaned_data
        kind = data["due_kind"]
        dated = kind in NEEDS_DAY or kind in {"weekly", "monthly", "quarterly", "yearly"}
        day = data["due_day"] if kind in BY_DAY_OF_MONTH else None
        rule = DueRule(
            kind=kind,
            text=" ".join(data["due_text"].split()),
            start=data["due_start"] if dated else None,
            by=data["due_by"] if dated else None,
            day_of_month=day,
            rrule=self._rrule(kind, day),
            external_symbol=data["due_symbol"] if kind == "external" else "",
        )
        return rule.as_json()

    def _rrule(self, kind: str, day: int | None) -> str:
        """The months that the reader found stay; the day follows what the person typed."""
        data = self.cleaned_data
        typed = (kind, day, data["due_start"], data["due_by"])
        rule = self._rule
        if typed == (rule.kind, rule.day_of_month, rule.start, rule.by):
            return rule.rrule
        if kind not in BY_DAY_OF_MONTH | {"weekly", "yearly"}:
            return ""
        if kind != self._rule.kind:
            return f"FREQ={kind.upper()}" + (f";BYMONTHDAY={day}" if day else "")
        kept = re.sub(r";?BY(?:MONTHDAY|SETPOS)=[-\d,]+", "", rule.rrule) or f"FREQ={kind.upper()}"
        return kept + (f";BYMONTHDAY={day}" if day else "")
