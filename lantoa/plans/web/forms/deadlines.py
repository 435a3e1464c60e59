"""Forms about a deadline (thời hạn): ask, answer, pause, reopen, and the plan's settings."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from lantoa.common.errors import DomainError
from lantoa.common.ui.widgets import DateInput

_BAD_DATE = _("Hãy ghi ngày theo dạng ngày/tháng/năm.")
_REASON = _("Hãy ghi rõ lý do.")


def _day(label: Any, *, required: bool = True, help_text: Any = "") -> forms.DateField:
    return forms.DateField(
        label=label,
        required=required,
        help_text=help_text,
        widget=DateInput(),
        error_messages={"required": _("Hãy chọn ngày."), "invalid": _BAD_DATE},
    )


def _words(label: Any, *, required: bool = True, help_text: Any = "") -> forms.CharField:
    return forms.CharField(
        label=label,
        required=required,
        help_text=help_text,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"required": _REASON},
    )


class Refusable(forms.Form):
    """`by_code` says which field a service's refusal speaks of."""

    by_code: dict[str, str] = {}

    def refuse(self, error: DomainError) -> None:
        self.add_error(self.by_code.get(error.code), error.text)


class ExtensionForm(Refusable):
    prefix = "gia-han"
    by_code = {"day-not-later": "until", "reason-missing": "reason"}
    until = _day(_("Xin đến hết ngày"))
    reason = _words(_("Lý do"), help_text=_("Lý do được công khai cùng hạn mới khi được đồng ý."))


class ExcuseForm(Refusable):
    prefix = "khong-lam"
    reason = _words(_("Lý do không thực hiện"))


class AnswerForm(Refusable):
    """Granting needs no words, refusing does: the service says so."""

    prefix = "tra-loi"
    by_code = {"reason-missing": "said"}
    said = _words(_("Ý kiến trả lời"), required=False, help_text=_("Bắt buộc khi không đồng ý."))


class ExtensionAnswerForm(AnswerForm):
    prefix = "cho-gia-han"
    by_code = {"day-not-later": "until", "reason-missing": "said"}
    until = _day(_("Cho đến hết ngày"))
    field_order = ["until", "said"]


class PauseForm(Refusable):
    prefix = "tam-dung"
    by_code = {"days-reversed": "until"}
    since = _day(_("Từ ngày"))
    until = _day(_("Đến hết ngày"))
    reason = _words(_("Lý do tạm dừng"), help_text=_("Lý do được công khai cùng hạn mới."))


class ResumeForm(Refusable):
    prefix = "ket-thuc"
    on = _day(_("Tính hạn trở lại từ ngày"))
    reason = _words(_("Lý do kết thúc sớm"))


class ReopenForm(Refusable):
    prefix = "mo-lai"
    by_code = {"day-in-past": "until"}
    until = _day(_("Nhận đến hết ngày"))
    reason = _words(_("Lý do mở lại"))


class ExpectForm(Refusable):
    prefix = "lam-lai"
    reason = _words(_("Lý do yêu cầu thực hiện trở lại"))


class SettingsForm(Refusable):
    """How the plan reads its days and how long late results are taken."""

    before_is_inclusive = forms.TypedChoiceField(
        label=_("“Trước ngày 25” nghĩa là"),
        choices=[("0", _("hết ngày 24")), ("1", _("hết ngày 25, tính cả ngày đó"))],
        coerce=lambda value: value == "1",
        widget=forms.RadioSelect,
    )
    lock_after_days = forms.IntegerField(
        label=_("Khóa nhận kết quả sau hạn bao nhiêu ngày"),
        required=False,
        min_value=0,
        max_value=366,
        help_text=_("Để trống: luôn nhận, tính là trễ hạn. Sau ngày khóa phải được mở lại."),
        error_messages={
            "invalid": _("Hãy nhập một số ngày."),
            "min_value": _("Số ngày không thể âm."),
            "max_value": _("Nhiều nhất 366 ngày."),
        },
    )
