"""Forms of stated evidence (minh chứng khác): one form a kind; which duties a proof also serves."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lantoa.common.errors import DomainError
from lantoa.common.ui.widgets import DateInput
from lantoa.plans.errors import CaptionMissing, DateInFuture
from lantoa.plans.rules.evidence_kinds import STATED, faults
from lantoa.plans.services.stated_evidence import Statement

_FIELDS = {
    "caption-missing": "caption",
    "date-in-future": "happened_on",
    "evidence-twice": "caption",
}
_WHOLE = gettext_lazy("Hãy ghi số người dự bằng chữ số.")


class StatementForm(forms.Form):
    """The fields that a kind asks for, under the names that officials give them."""

    url = forms.CharField(
        required=False,
        max_length=2000,
        widget=forms.URLInput(attrs={"placeholder": "https://", "inputmode": "url"}),
    )
    number = forms.CharField(required=False, max_length=100)
    caption = forms.CharField(
        max_length=500,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    detail = forms.CharField(required=False, max_length=300)
    people = forms.IntegerField(
        required=False,
        min_value=0,
        max_value=1_000_000,
        error_messages={"invalid": _WHOLE, "min_value": _WHOLE, "max_value": _WHOLE},
    )
    happened_on = forms.DateField(
        widget=DateInput,
        error_messages={
            "required": gettext_lazy("Hãy chọn ngày."),
            "invalid": gettext_lazy("Hãy ghi ngày theo dạng ngày/tháng/năm."),
        },
    )

    def __init__(self, kind: str, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.kind, words = kind, STATED[kind]
        labels = {"happened_on": words.day, "caption": words.caption} | {
            name: getattr(words, name) for name in ("url", "number", "detail", "people")
        }
        for name, label in labels.items():
            if label:
                self.fields[name].label = label
            else:
                del self.fields[name]
        for name in {"caption", *faults(kind, {})}:
            # Said as needed, refused by the rule: one sentence for the page and for other callers.
            self.fields[name].required = True
            self.fields[name].error_messages["required"] = (
                faults(kind, {}).get(name) or CaptionMissing.message
            )

    def clean_happened_on(self) -> Any:
        day = self.cleaned_data["happened_on"]
        if day > timezone.localdate():
            raise forms.ValidationError(DateInFuture.message)
        return day

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        values = {name: data.get(name, "") for name in ("url", "number", "detail")}
        for name, said in faults(self.kind, values).items():
            if name not in self.errors:
                self.add_error(name, said)
        return data

    def statement(self) -> Statement:
        return Statement(kind=self.kind, **self.cleaned_data)

    def refuse(self, error: DomainError) -> None:
        self.add_error(_FIELDS.get(error.code) or error.data.get("field"), error.text)


class ServeForm(forms.Form):
    """`duties` are pairs of key and words, the nearest due day first."""

    rows = forms.MultipleChoiceField(
        label=gettext_lazy("Dùng cho những việc nào"),
        widget=forms.CheckboxSelectMultiple,
        error_messages={
            "required": gettext_lazy("Hãy chọn ít nhất một việc."),
            "invalid_choice": gettext_lazy("Có việc vừa được gửi hoặc không còn; hãy chọn lại."),
        },
    )

    def __init__(self, duties: Sequence[tuple[str, str]], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["rows"].choices = list(duties)  # type: ignore[attr-defined]

    def chosen(self) -> list[int]:
        return [int(one) for one in self.cleaned_data["rows"]]


def kinds() -> list[tuple[str, str]]:
    """The stated kinds and their labels, as tabs show them."""
    return [(kind, _(words.label)) for kind, words in STATED.items()]
