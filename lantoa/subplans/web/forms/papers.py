"""Forms of the issued document, of copying and of reading a file (văn bản, chép, đọc tệp)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from lantoa.common import files
from lantoa.common.errors import DomainError
from lantoa.common.ui.widgets import DateInput, FileInput
from lantoa.plans.selectors import assigned
from lantoa.subplans.rules.parts import GENERAL
from lantoa.subplans.services.papers import Paper
from lantoa.subplans.web.forms.rows import Demanded

if TYPE_CHECKING:
    from lantoa.subplans.models import SubPlan

ACCEPT = ".pdf,.doc,.docx,image/*"
READ = ".docx,.pdf,.txt,.md,.html"


def _general(label: Any) -> forms.CharField:
    widget = forms.Textarea(attrs={"rows": 2})
    return forms.CharField(label=label, required=False, max_length=2000, widget=widget)


class PaperForm(forms.Form):
    """Nothing is required to save; sending says what is missing."""

    use_required_attribute = False

    title = forms.CharField(label=_("Tên kế hoạch"), required=False, max_length=500)
    symbol = Demanded(label=_("Số, ký hiệu"), max_length=60)
    issued_on = forms.DateField(
        label=_("Ngày ban hành"),
        required=False,
        widget=DateInput(),
        error_messages={"invalid": _("Hãy ghi ngày theo dạng ngày/tháng/năm.")},
    )
    signer = Demanded(label=_("Người ký"), max_length=160)
    file = forms.FileField(
        label=_("Tệp văn bản đã ban hành"),
        required=False,
        widget=FileInput(accept=ACCEPT),
        help_text=_("PDF, Word hoặc ảnh chụp. Tệp mới không xóa tệp của bản đã gửi."),
    )
    general_forms = _general(_("Hình thức"))
    general_time = _general(_("Thời gian"))
    general_assignment = _general(_("Phân công, cách thức triển khai"))
    general_money = _general(_("Kinh phí"))

    @staticmethod
    def initial_of(sub_plan: SubPlan) -> dict[str, Any]:
        names = ("title", "symbol", "issued_on", "signer")
        general = {f"general_{part}": sub_plan.general.get(part, "") for part in GENERAL}
        return {**{name: getattr(sub_plan, name) for name in names}, **general}

    @property
    def parts(self) -> list[Any]:
        return [self[f"general_{part}"] for part in GENERAL]

    def clean_file(self) -> files.CleanFile | None:
        sent = self.cleaned_data["file"]
        if sent is None:
            return None
        limit = settings.LANTOA_MAX_UPLOAD_BYTES
        try:
            if sent.size > limit:
                raise files.FileTooLarge(name=sent.name, limit=limit // (1024 * 1024))
            return files.clean(name=sent.name, data=sent.read(), limit=limit)
        except DomainError as error:
            raise forms.ValidationError(error.text) from error

    def paper(self, sub_plan: SubPlan) -> Paper:
        """What is valid of what was typed; a field that is not keeps what stood there."""
        data = {**self.initial_of(sub_plan), **self.cleaned_data}
        general = {part: data[f"general_{part}"] for part in GENERAL}
        names = (data["title"], data["symbol"], data["issued_on"], data["signer"])
        return Paper(*names, general)

    def refuse(self, error: DomainError) -> None:
        self.add_error(
            "issued_on" if error.code == "sub-plan-issued-in-future" else None, error.text
        )


class CopyForm(forms.Form):
    natures = forms.MultipleChoiceField(
        label=_("Loại nhiệm vụ"),
        choices=assigned.natures,
        initial=["duty", "activity"],
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Hãy chọn ít nhất một loại nhiệm vụ.")},
    )


class ReadForm(forms.Form):
    document = forms.FileField(
        label=_("Tệp kế hoạch của cơ quan"),
        widget=FileInput(accept=READ),
        help_text=_("Máy đọc ra từng dòng để cơ quan xem lại; chưa dòng nào được tính."),
        error_messages={"required": _("Hãy chọn tệp.")},
    )
