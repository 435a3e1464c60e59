"""What an action on many duties asks besides its rows (nội dung của thao tác)."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from lantoa.common.errors import DomainError
from lantoa.common.ui.widgets import DateInput
from lantoa.plans.rules import bulk as rules
from lantoa.plans.rules.bulk import Details

_REASON = _("Hãy ghi rõ lý do.")


class DetailsForm(forms.Form):
    """`details` is what the service takes; `initial_of` fills the form with what was asked."""

    by_code: dict[str, str] = {}

    def refuse(self, error: DomainError) -> None:
        self.add_error(self.by_code.get(error.code), error.text)

    @property
    def details(self) -> Details:
        given = {name: value for name, value in self.cleaned_data.items() if value}
        return Details(**{name: _plain(value) for name, value in given.items()})

    @classmethod
    def initial_of(cls, details: Details) -> dict[str, Any]:
        return dict(details.kept)


class ExtendForm(DetailsForm):
    until = forms.DateField(
        label=_("Gia hạn đến hết ngày"),
        required=False,
        widget=DateInput(),
        error_messages={"invalid": _("Hãy ghi ngày theo dạng ngày/tháng/năm.")},
    )
    days = forms.IntegerField(
        label=_("hoặc thêm bao nhiêu ngày"),
        required=False,
        min_value=1,
        max_value=366,
        help_text=_("Tính từ hạn hiện nay của từng việc."),
        error_messages={
            "invalid": _("Hãy nhập một số ngày."),
            "min_value": _("Ít nhất một ngày."),
            "max_value": _("Nhiều nhất 366 ngày."),
        },
    )
    reason = forms.CharField(
        label=_("Lý do"),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("Lý do được công khai cùng hạn cũ và hạn mới."),
        error_messages={"required": _REASON},
    )

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        given = [name for name in ("until", "days") if data.get(name)]
        if not self.errors and len(given) != 1:
            self.add_error(
                "until", _("Hãy chọn một ngày, hoặc ghi số ngày thêm; chỉ một trong hai.")
            )
        return data


class RemindForm(DetailsForm):
    with_heads = forms.BooleanField(label=_("Gửi cả thủ trưởng cơ quan"), required=False)
    text = forms.CharField(
        label=_("Lời nhắn thêm"),
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Đứng trước danh sách việc của từng người nhận."),
    )


class UndoForm(forms.Form):
    reason = forms.CharField(
        label=_("Lý do hoàn tác"),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("Việc đã có thay đổi tiếp theo sẽ được giữ nguyên."),
        error_messages={"required": _REASON},
    )


FORMS: dict[str, type[DetailsForm]] = {rules.EXTEND: ExtendForm, rules.REMIND: RemindForm}
"""Accepting asks nothing more."""


def form_for(kind: str, details: Details, data: Any = None) -> DetailsForm | None:
    form = FORMS.get(kind)
    return form(data, initial=form.initial_of(details)) if form else None


def _plain(value: Any) -> Any:
    return value.isoformat() if hasattr(value, "isoformat") else value
