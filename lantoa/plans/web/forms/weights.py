"""Forms of weights (trọng số): one for each nature of duties, and one duty's own."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from lantoa.plans.models import Obligation
from lantoa.plans.models.draft_item import Nature
from lantoa.plans.rules.titles import short

_ERRORS = {
    "invalid": _("Hãy ghi một số, ví dụ 1 hoặc 1,5."),
    "min_value": _("Trọng số phải từ 0 đến 100."),
    "max_value": _("Trọng số phải từ 0 đến 100."),
    "max_decimal_places": _("Ghi nhiều nhất hai chữ số sau dấu phẩy."),
    "required": _("Hãy ghi trọng số."),
}


def _weight(label: Any, *, required: bool = False, help_text: Any = "") -> forms.DecimalField:
    return forms.DecimalField(
        label=label,
        required=required,
        min_value=0,
        max_value=100,
        decimal_places=2,
        max_digits=5,
        help_text=help_text,
        error_messages=_ERRORS,
        widget=forms.TextInput(attrs={"inputmode": "decimal"}),
        localize=True,
    )


class NatureWeightsForm(forms.Form):
    """An empty field gives the weight up: 1 counts again."""

    def __init__(
        self, *args: Any, used: Iterable[str], natures: Mapping[str, Decimal], **options: Any
    ) -> None:
        initial = {nature: value.normalize() for nature, value in natures.items()}
        super().__init__(*args, initial=initial, auto_id="loai-%s", **options)
        present = set(used) | set(natures)
        for nature, label in Nature.choices:
            if nature in present:
                self.fields[nature] = _weight(label)


class DutyWeightForm(forms.Form):
    duty = forms.TypedChoiceField(label=_("Nhiệm vụ"), coerce=int)
    value = _weight(_("Trọng số riêng"), help_text=_("Để trống để dùng trọng số của loại."))

    def __init__(self, *args: Any, duties: Iterable[Obligation], **options: Any) -> None:
        super().__init__(*args, auto_id="rieng-%s", **options)
        choices = [(one.pk, f"{one.code} {short(one.text, 70)}") for one in duties]
        self.fields["duty"].choices = choices  # type: ignore[attr-defined]
