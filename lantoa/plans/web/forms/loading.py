"""Forms for loading a document and for what it says of itself (nạp văn bản, thông tin kế hoạch)."""

from __future__ import annotations

from pathlib import PurePath
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from lantoa.common.ui.widgets import DateInput, FileInput
from lantoa.documents.reading.accepted import ENDINGS as ACCEPTED
from lantoa.documents.services import intake


class UploadForm(forms.Form):
    file = forms.FileField(
        label=_("Tệp văn bản đã ký"),
        widget=FileInput(accept=",".join(ACCEPTED)),
        error_messages={
            "required": _("Hãy chọn một tệp."),
            "empty": _("Tệp này rỗng. Hãy chọn tệp khác."),
        },
    )

    def clean_file(self) -> Any:
        file = self.cleaned_data["file"]
        if PurePath(file.name).suffix.lower() not in ACCEPTED:
            raise forms.ValidationError(
                _(
                    "Chỉ nhận tệp Word (.docx), PDF, trang web (.html), văn bản thuần (.txt, .md) "
                    "hoặc ảnh quét (.png, .jpg, .tif)."
                )
            )
        limit = intake.largest()
        if file.size > limit:
            raise forms.ValidationError(
                _("Tệp lớn hơn %(limit)d MB. Hãy chọn tệp nhỏ hơn."),
                params={"limit": limit // 1_000_000},
            )
        return file


class DescribeForm(forms.Form):
    """What the signed document says of itself; `seen` tells whether somebody else set it since."""

    title = forms.CharField(
        label=_("Tên kế hoạch"),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"required": _("Hãy nhập tên kế hoạch.")},
    )
    symbol = forms.CharField(label=_("Số, ký hiệu"), max_length=60, required=False)
    issued_on = forms.DateField(
        label=_("Ngày ban hành"),
        required=False,
        widget=DateInput(),
        error_messages={"invalid": _("Ngày chưa đúng. Hãy nhập dạng ngày/tháng/năm.")},
        help_text=_("Quyết định cơ quan nào còn hiệu lực và kỳ nào bắt đầu được tính."),
    )
    year = forms.IntegerField(
        label=_("Năm kế hoạch"),
        min_value=1990,
        max_value=2200,
        error_messages={
            "required": _("Hãy nhập năm."),
            "min_value": _("Năm phải từ 1990 đến 2200."),
            "max_value": _("Năm phải từ 1990 đến 2200."),
        },
    )
    seen = forms.IntegerField(widget=forms.HiddenInput, required=False)
