"""What an action on many duties asks besides its rows (nội dung của thao tác)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext_lazy as _

from lantoa.common.errors import DomainError
from lantoa.common.ui.widgets import DateInput
from lantoa.plans.rules import bulk as rules
from lantoa.plans.rules.assigning import INSTEAD, WAYS
from lantoa.plans.rules.bulk import Details
from lantoa.plans.selectors import reassigning

if TYPE_CHECKING:
    from lantoa.plans.models import BulkAction

_REASON = _("Hãy ghi rõ lý do.")
_BAD_DATE = _("Hãy ghi ngày theo dạng ngày/tháng/năm.")


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
        error_messages={"invalid": _BAD_DATE},
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


class AssignForm(DetailsForm):
    """`choices` are who may be given the duties and who coordinates them today."""

    way = forms.ChoiceField(label=_("Làm gì"), choices=WAYS.items())
    agency = forms.TypedChoiceField(
        label=_("Cơ quan nhận"),
        coerce=int,
        error_messages={"required": _("Hãy chọn cơ quan nhận.")},
    )
    instead_of = forms.TypedChoiceField(
        label=_("Thay cho cơ quan phối hợp"),
        coerce=int,
        required=False,
        empty_value=0,
        help_text=_("Chỉ chọn khi thay cơ quan phối hợp."),
    )
    since = forms.DateField(
        label=_("Từ ngày"),
        widget=DateInput(),
        help_text=_("Kỳ đến hạn từ ngày này mà chưa gửi sẽ chuyển; kỳ đã gửi giữ nguyên."),
        error_messages={"required": _("Hãy chọn ngày."), "invalid": _BAD_DATE},
    )
    reason = forms.CharField(
        label=_("Lý do, văn bản giao"),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"required": _REASON},
    )

    def __init__(self, *args: Any, choices: Any = ((), ()), **options: Any) -> None:
        super().__init__(*args, **options)
        everybody, helping = choices
        self.fields["agency"].choices = [("", _("Chọn cơ quan")), *everybody]  # type: ignore
        self.fields["instead_of"].choices = [("", "–"), *helping]  # type: ignore

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        replaces = data.get("way") == INSTEAD
        if replaces and not data.get("instead_of"):
            self.add_error("instead_of", _("Hãy chọn cơ quan phối hợp được thay."))
        if not replaces:
            data["instead_of"] = 0
        return data


class UndoForm(forms.Form):
    reason = forms.CharField(
        label=_("Lý do hoàn tác"),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("Việc đã có thay đổi tiếp theo sẽ được giữ nguyên."),
        error_messages={"required": _REASON},
    )


FORMS: dict[str, type[DetailsForm]] = {
    rules.ASSIGN: AssignForm,
    rules.EXTEND: ExtendForm,
    rules.REMIND: RemindForm,
}
"""Accepting asks nothing more."""


def form_for(action: BulkAction, data: Any = None) -> DetailsForm | None:
    form = FORMS.get(action.kind)
    if form is None:
        return None
    options = {"choices": reassigning.choices(action)} if form is AssignForm else {}
    initial = form.initial_of(Details.of(action.details))
    return form(data, initial=initial, **options)


def _plain(value: Any) -> Any:
    return value.isoformat() if hasattr(value, "isoformat") else value
