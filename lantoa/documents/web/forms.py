"""Loading a file of learned rules (tệp điều đã học)."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from lantoa.common.ui.widgets import FileInput

_LARGEST = 2 * 1024 * 1024


class RulesFileForm(forms.Form):
    file = forms.FileField(
        label=_("Tệp điều đã học (.json)"),
        help_text=_("Tệp xuất từ trang này của đơn vị bạn hoặc đơn vị khác, tối đa 2 MB."),
        widget=FileInput(accept=".json,application/json"),
        error_messages={
            "required": _("Hãy chọn một tệp."),
            "empty": _("Tệp này rỗng. Hãy chọn tệp khác."),
        },
    )

    def clean_file(self) -> Any:
        file = self.cleaned_data["file"]
        if file.size > _LARGEST:
            raise forms.ValidationError(_("Tệp lớn hơn 2 MB nên không phải tệp điều đã học."))
        return file
