"""Sending a table back, and what applying its cells asks for (nạp lại bảng tính)."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from lantoa.common.ui.widgets import DateInput, FileInput
from lantoa.plans.services.amendments import Directive
from lantoa.plans.services.sheet_rows import Orders

_BAD_DATE = _("Hãy ghi ngày theo dạng ngày/tháng/năm.")


class UploadForm(forms.Form):
    file = forms.FileField(
        label=_("Tệp đã sửa"),
        widget=FileInput(accept=".xlsx,.csv"),
        help_text=_("Tệp .xlsx hoặc .csv tải từ trang này, nhiều nhất 5 MB và 5.000 dòng."),
        error_messages={
            "required": _("Hãy chọn tệp đã sửa."),
            "empty": _("Tệp này trống."),
            "invalid": _("Hãy chọn lại tệp."),
        },
    )


class ApplyForm(forms.Form):
    """`bound` cells change a duty's wording or day: then a document must be named."""

    reason = forms.CharField(
        label=_("Lý do"),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"required": _("Hãy ghi rõ lý do.")},
    )
    since = forms.DateField(
        label=_("Phân công mới tính từ ngày"),
        widget=DateInput(),
        initial=timezone.localdate,
        error_messages={"required": _("Hãy chọn ngày."), "invalid": _BAD_DATE},
    )
    symbol = forms.CharField(label=_("Số, ký hiệu văn bản điều chỉnh"), max_length=60)
    issued_on = forms.DateField(
        label=_("Ngày văn bản"), widget=DateInput(), error_messages={"invalid": _BAD_DATE}
    )
    about = forms.CharField(label=_("Trích yếu"), max_length=500)

    def __init__(self, data: Any = None, *, columns: set[str]) -> None:
        super().__init__(data)
        document, parts = ("symbol", "issued_on", "about"), {"lead", "helping"}
        if not columns & {"text", "due"}:
            for name in document:
                del self.fields[name]
        for name in document:
            if name in self.fields:
                self.fields[name].required = False
                self.fields[name].help_text = _(
                    "Cần khi ô được chọn đổi nội dung hoặc hạn của nhiệm vụ."
                )
        if not columns & parts:
            del self.fields["since"]
        if not columns & {"text", "due", *parts}:
            del self.fields["reason"]

    @property
    def orders(self) -> Orders:
        data = self.cleaned_data
        directive = None
        if data.get("symbol") and data.get("issued_on") and data.get("about"):
            directive = Directive(data["symbol"], data["issued_on"], data["about"])
        since = data.get("since") or timezone.localdate()
        return Orders(data.get("reason", ""), since, directive)
