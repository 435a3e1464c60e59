"""Forms of urging agencies and of a plan's reminder rules (đôn đốc, quy tắc nhắc việc)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lantoa.channels.adapters import protocol
from lantoa.plans.models import ReminderRule
from lantoa.plans.rules.reminding import Rule

SPARE_ROWS = 2
_BEFORE, _AFTER = "truoc", "sau"


class FollowUpForm(forms.Form):
    """`mark` makes pressing the button twice one act."""

    mark = forms.RegexField(r"^[0-9a-f]{32}$", widget=forms.HiddenInput)
    agencies = forms.TypedMultipleChoiceField(
        label=gettext_lazy("Cơ quan được đôn đốc"),
        coerce=int,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": gettext_lazy("Hãy chọn ít nhất một cơ quan.")},
    )
    text = forms.CharField(
        label=gettext_lazy("Lời nhắn thêm"),
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    with_heads = forms.BooleanField(
        label=gettext_lazy("Gửi cả lãnh đạo cơ quan"), required=False, initial=True
    )

    def __init__(
        self, data: Any = None, *, choices: Sequence[tuple[int, str]], **more: Any
    ) -> None:
        super().__init__(data, **more)
        self.fields["agencies"].choices = choices


class RuleForm(forms.Form):
    """One rule; a row without a number is no rule."""

    days = forms.IntegerField(
        label=gettext_lazy("Số ngày"), required=False, min_value=0, max_value=180
    )
    side = forms.ChoiceField(
        label=gettext_lazy("So với hạn"),
        choices=[(_BEFORE, gettext_lazy("trước hạn")), (_AFTER, gettext_lazy("sau hạn"))],
    )
    every = forms.IntegerField(
        label=gettext_lazy("Nhắc lại (ngày)"), required=False, min_value=1, max_value=90
    )
    audience = forms.ChoiceField(
        label=gettext_lazy("Người nhận"), choices=ReminderRule.Audience.choices
    )
    channel = forms.ChoiceField(label=gettext_lazy("Kênh"), required=False)
    active = forms.BooleanField(label=gettext_lazy("Đang dùng"), required=False)

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        known = [(name, adapter.label) for name, adapter in protocol.known().items()]
        self.fields["channel"].choices = [("", _("Theo từng người")), *known]

    def clean(self) -> dict[str, Any]:
        values = super().clean() or {}
        days, side = values.get("days"), values.get("side")
        if days is not None and side == _BEFORE and days > 90:
            self.add_error("days", _("Nhắc sớm nhất là 90 ngày trước hạn."))
        if values.get("every") and (side == _BEFORE or not days):
            self.add_error("every", _("Chỉ nhắc lại được sau hạn, từ ngày thứ nhất."))
        return values

    @property
    def rule(self) -> Rule | None:
        """The rule as the service takes it."""
        values = self.cleaned_data
        if values.get("days") is None:
            return None
        sign = -1 if values["side"] == _BEFORE else 1
        return Rule(
            days=sign * values["days"],
            audience=values["audience"],
            every=values["every"],
            channel=values["channel"],
            active=values["active"],
        )


RuleForms = forms.formset_factory(RuleForm, extra=SPARE_ROWS, max_num=40)


def initial_of(rules: Sequence[Rule]) -> list[dict[str, Any]]:
    """What the rows start from."""
    return [
        {
            "days": abs(rule.days),
            "side": _BEFORE if rule.days <= 0 else _AFTER,
            "every": rule.every,
            "audience": rule.audience,
            "channel": rule.channel,
            "active": rule.active,
        }
        for rule in rules
    ]
