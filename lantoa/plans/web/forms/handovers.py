"""Forms for a reorganisation (sắp xếp): what it is, who goes into whom."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext_lazy as _

from lantoa.common.ui.widgets import DateInput
from lantoa.organisations.selectors import agencies
from lantoa.plans.models import Handover

if TYPE_CHECKING:
    from lantoa.organisations.models import Agency

MOST = 80
"""More agencies than this are found by searching."""


class HandoverForm(forms.Form):
    name = forms.CharField(
        label=_("Tên đợt sắp xếp"),
        max_length=300,
        error_messages={"required": _("Hãy nhập tên đợt sắp xếp.")},
    )
    kind = forms.ChoiceField(label=_("Hình thức"), choices=Handover.Kind.choices)
    effective_on = forms.DateField(
        label=_("Có hiệu lực từ ngày"),
        widget=DateInput(),
        error_messages={
            "required": _("Hãy nhập ngày."),
            "invalid": _("Ngày chưa đúng. Hãy nhập dạng ngày/tháng/năm."),
        },
    )
    legal_basis = forms.CharField(
        label=_("Căn cứ"),
        max_length=300,
        help_text=_("Số, ký hiệu và ngày của nghị quyết, quyết định."),
        error_messages={"required": _("Hãy nhập căn cứ.")},
    )


class AgenciesForm(forms.Form):
    """`words` narrows what is offered; whatever was ticked is taken all the same."""

    old = forms.ModelMultipleChoiceField(
        label=_("Cơ quan được sắp xếp"),
        queryset=None,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Hãy chọn ít nhất một cơ quan được sắp xếp.")},
    )
    heirs = forms.ModelMultipleChoiceField(
        label=_("Cơ quan kế thừa đã có"),
        queryset=None,
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    new_names = forms.CharField(
        label=_("Cơ quan kế thừa lập mới"),
        widget=forms.Textarea(attrs={"rows": 3}),
        required=False,
        help_text=_("Mỗi tên một dòng. Cơ quan mới chỉ được lập khi xác nhận."),
    )

    def __init__(self, data: Any = None, *, handover: Handover, words: str = "") -> None:
        super().__init__(data)
        day = handover.effective_on
        for name, on in (("old", day - timedelta(days=1)), ("heirs", day)):
            rows = agencies.as_of(on)
            ticked = set(self.data.getlist(name)) if self.is_bound else set()
            field: Any = self.fields[name]
            field.queryset = rows
            field.choices = _choices(agencies.matching(rows, words)[:MOST], rows, ticked)

    @property
    def names(self) -> list[str]:
        return str(self.cleaned_data["new_names"]).splitlines()


def _choices(found: Iterable[Agency], rows: Any, ticked: set[str]) -> list[tuple[int, str]]:
    chosen = rows.filter(pk__in=[key for key in ticked if key.isdecimal()])
    return [(one.pk, one.name) for one in dict.fromkeys([*chosen, *found])]
