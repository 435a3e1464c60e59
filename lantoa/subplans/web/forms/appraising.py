"""Forms of the coordinator (thẩm định, thiết lập): reasons by part, the demand, exemption."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext_lazy as _

from lantoa.common.errors import DomainError
from lantoa.common.ui.widgets import DateInput
from lantoa.plans.rules.titles import short
from lantoa.subplans.web.words import PART_LABELS

if TYPE_CHECKING:
    from lantoa.organisations.selectors.agencies import Named
    from lantoa.plans.selectors.assigned import Shared


class ReturnForm(forms.Form):
    """A reason for each part that is to be mended; at least one."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for part, label in PART_LABELS.items():
            self.fields[part] = forms.CharField(
                label=label, required=False, max_length=1000,
                widget=forms.Textarea(attrs={"rows": 2}),
            )  # fmt: skip

    def refuse(self, error: DomainError) -> None:
        self.add_error(None, error.text)


class ReasonForm(forms.Form):
    reason = forms.CharField(
        label=_("Lý do"),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"required": _("Hãy ghi rõ lý do.")},
    )

    def refuse(self, error: DomainError) -> None:
        self.add_error("reason", error.text)


class SettleForm(forms.Form):
    """Which duty orders sub-plans, until when, of which agencies."""

    by_code = {"due-after-duty": "due_on", "nobody-awaited": "agencies"}
    duty = forms.TypedChoiceField(
        label=_("Nhiệm vụ giao lập kế hoạch"),
        required=False,
        coerce=int,
        empty_value=None,
        help_text=_("Gửi kế hoạch đúng hạn là minh chứng cho nhiệm vụ này."),
    )
    due_on = forms.DateField(
        label=_("Hạn gửi"),
        required=False,
        widget=DateInput(),
        help_text=_("Để trống: theo hạn của nhiệm vụ. Chỉ đặt được sớm hơn hạn trong kế hoạch."),
        error_messages={"invalid": _("Hãy ghi ngày theo dạng ngày/tháng/năm.")},
    )
    agencies = forms.MultipleChoiceField(
        label=_("Cơ quan phải lập kế hoạch"),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Hãy chọn ít nhất một cơ quan phải lập kế hoạch.")},
    )

    def __init__(
        self, *args: Any, duties: Iterable[Shared], agencies: Iterable[Named], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        choices = [(one.pk, f"{one.code} – {short(one.text, 90)}") for one in duties]
        self.fields["duty"].choices = [("", _("Không có trong kế hoạch")), *choices]  # type: ignore[attr-defined]
        self.fields["agencies"].choices = [(str(one.pk), one.label) for one in agencies]  # type: ignore[attr-defined]

    def refuse(self, error: DomainError) -> None:
        self.add_error(self.by_code.get(error.code), error.text)
