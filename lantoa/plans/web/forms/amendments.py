"""Forms of an amendment (văn bản điều chỉnh): its document, and what it changes of the duties."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from lantoa.common import files
from lantoa.common.errors import DomainError
from lantoa.common.ui.widgets import FileInput
from lantoa.plans.rules.titles import short
from lantoa.plans.selectors import amendments as reading
from lantoa.plans.services.amendments import Directive, NewDuty
from lantoa.plans.web.forms.deadlines import Refusable, _day, _words

if TYPE_CHECKING:
    from lantoa.plans.models import Plan

ACCEPT = ".pdf,.doc,.docx"


class DirectiveForm(Refusable):
    """The document: number, day, what it is about, its file."""

    by_code = {"date-in-future": "issued_on", "directive-incomplete": "symbol"}
    symbol = forms.CharField(
        label=_("Số, ký hiệu văn bản"),
        max_length=60,
        error_messages={"required": _("Hãy ghi số, ký hiệu.")},
    )
    issued_on = _day(_("Ngày văn bản"))
    about = forms.CharField(
        label=_("Trích yếu"),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"required": _("Hãy ghi trích yếu.")},
    )
    file = forms.FileField(label=_("Tệp văn bản"), required=False, widget=FileInput(accept=ACCEPT))

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

    def directive(self) -> Directive:
        data = self.cleaned_data
        return Directive(data["symbol"], data["issued_on"], data["about"], data.get("file"))


class NewDutyForm(Refusable):
    prefix = "them"
    by_code = {"agency-missing": "agencies", "text-missing": "text"}
    text = _words(_("Nội dung nhiệm vụ"))
    agencies = forms.MultipleChoiceField(
        label=_("Cơ quan thực hiện"),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Hãy chọn ít nhất một cơ quan.")},
    )
    due_on = _day(_("Hạn cuối"), required=False, help_text=_("Để trống: thực hiện thường xuyên."))

    def __init__(self, *args: Any, plan: Plan, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["agencies"].choices = reading.agency_choices(plan)  # type: ignore[attr-defined]

    def duty(self) -> NewDuty:
        data = self.cleaned_data
        return NewDuty(data["text"], [int(pk) for pk in data["agencies"]], data["due_on"])


class EmergentForm(DirectiveForm, NewDutyForm):
    """A directive and the one duty it orders, in one sitting."""

    prefix = None
    by_code = {**DirectiveForm.by_code, **NewDutyForm.by_code}
    field_order = ["symbol", "issued_on", "about", "file", "text", "agencies", "due_on"]


class RevokeForm(DirectiveForm):
    by_code = {**DirectiveForm.by_code, "reason-missing": "reason"}
    reason = _words(_("Lý do thu hồi"), help_text=_("Lý do được công khai."))


class _OfDuty(Refusable):
    duty = forms.TypedChoiceField(
        label=_("Nhiệm vụ"),
        coerce=int,
        error_messages={"required": _("Hãy chọn nhiệm vụ.")},
    )

    def __init__(self, *args: Any, plan: Plan, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        duties = plan.obligations.filter(state="active").order_by("position", "pk")
        choices = [(row.pk, f"{row.code} – {short(row.text, 90)}") for row in duties]
        self.fields["duty"].choices = [("", _("Chọn nhiệm vụ")), *choices]  # type: ignore[attr-defined]


class MoveForm(_OfDuty):
    prefix = "doi"
    by_code = {"reason-missing": "reason", "no-deadline": "duty", "duty-already-changed": "duty"}
    due_on = _day(_("Hạn mới"), help_text=_("Việc hằng tháng, hằng quý lấy ngày trong tháng."))
    reason = _words(_("Lý do"), help_text=_("Lý do được công khai cùng hạn mới."))


class RemoveForm(_OfDuty):
    prefix = "bo"
    by_code = {"reason-missing": "reason", "duty-already-changed": "duty"}
    reason = _words(_("Lý do"), help_text=_("Lý do được công khai."))


class RewordForm(_OfDuty):
    prefix = "sua"
    by_code = {"text-missing": "text", "duty-already-changed": "duty"}
    text = _words(_("Nội dung mới"))
    reason = _words(_("Lý do"), required=False)
