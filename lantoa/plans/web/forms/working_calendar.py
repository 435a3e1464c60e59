"""Forms of the working calendar (lịch làm việc): one more day, or one day less."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from lantoa.common.models import CalendarDay
from lantoa.plans.web.forms.deadlines import Refusable, _day, _words


class AddDayForm(Refusable):
    prefix = "them"
    by_code = {"day-named-already": "day", "day-incomplete": "source", "day-needs-no-row": "day"}
    day = _day(_("Ngày"))
    kind = forms.ChoiceField(label=_("Loại"), choices=list(CalendarDay.Kind.choices))
    name = forms.CharField(
        label=_("Tên ngày, lý do"),
        max_length=200,
        help_text=_("Ví dụ: Quốc khánh; làm bù cho thứ Sáu 02/5."),
        error_messages={"required": _("Hãy ghi tên ngày hoặc lý do.")},
    )
    source = forms.CharField(
        label=_("Theo văn bản nào"),
        max_length=500,
        help_text=_("Số, ký hiệu, ngày và cơ quan ban hành."),
        error_messages={"required": _("Hãy ghi văn bản quy định.")},
    )
    valid_from = _day(_("Có hiệu lực từ"), required=False, help_text=_("Để trống: tính ngay."))


class TakeOutForm(Refusable):
    prefix = "bo"
    by_code = {"day-gone": "day"}
    day = forms.TypedChoiceField(
        label=_("Ngày"),
        coerce=date.fromisoformat,
        error_messages={"required": _("Hãy chọn ngày."), "invalid_choice": _("Ngày không có.")},
    )
    reason = _words(_("Lý do bỏ"))

    def __init__(self, *args: Any, days: list[CalendarDay], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [(row.day.isoformat(), f"{row.day:%d/%m/%Y} – {row.name}") for row in days]
        self.fields["day"].choices = [("", _("Chọn ngày")), *choices]  # type: ignore[attr-defined]
