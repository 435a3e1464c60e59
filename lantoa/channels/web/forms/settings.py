"""Forms of the person's preference and of the instance's policy (tùy chọn, quy định gửi)."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lantoa.channels.models import Preference, SendingPolicy
from lantoa.channels.rules.quiet import SendingHours
from lantoa.common.ui.widgets import DateInput


class PreferenceForm(forms.Form):
    by_email = forms.BooleanField(label=gettext_lazy("Nhận cả qua thư điện tử"), required=False)
    digest_hour = forms.TypedChoiceField(label=gettext_lazy("Giờ nhận bản nhắc việc"), coerce=int)
    paused_until = forms.DateField(
        label=gettext_lazy("Tạm dừng nhắc đến hết ngày"),
        widget=DateInput(),
        required=False,
        help_text=gettext_lazy("Dùng khi đi công tác hoặc nghỉ phép. Để trống nếu không tạm dừng."),
    )

    def __init__(self, data: Any, *, found: Preference | None, hours: SendingHours) -> None:
        found = found or Preference()
        initial = {
            "by_email": found.by_email,
            "digest_hour": min(max(found.digest_hour, hours.opens), hours.closes - 1),
            "paused_until": found.paused_until,
        }
        super().__init__(data, initial=initial)
        self.fields["digest_hour"].choices = [
            (hour, _("%d giờ") % hour) for hour in range(hours.opens, hours.closes)
        ]

    def clean_paused_until(self) -> Any:
        day = self.cleaned_data["paused_until"]
        if day and day < timezone.localdate():
            raise forms.ValidationError(_("Ngày này đã qua; hãy chọn từ hôm nay trở đi."))
        return day


class PolicyForm(forms.Form):
    opens = forms.IntegerField(label=gettext_lazy("Gửi từ (giờ)"), min_value=0, max_value=23)
    closes = forms.IntegerField(label=gettext_lazy("Đến trước (giờ)"), min_value=1, max_value=24)
    working_days_only = forms.BooleanField(
        label=gettext_lazy("Chỉ gửi vào ngày làm việc"), required=False
    )
    most_per_day = forms.IntegerField(
        label=gettext_lazy("Đôn đốc một người nhiều nhất mấy lần một ngày"),
        min_value=1,
        max_value=20,
        help_text=gettext_lazy("Không tính bản nhắc việc tự động, mỗi ngày chỉ có một bản."),
    )

    def __init__(self, data: Any, *, found: SendingPolicy) -> None:
        super().__init__(data, initial={name: getattr(found, name) for name in self.base_fields})

    def clean(self) -> dict[str, Any]:
        values = super().clean() or {}
        opens, closes = values.get("opens"), values.get("closes")
        if opens is not None and closes is not None and opens >= closes:
            self.add_error("closes", _("Giờ kết thúc phải sau giờ bắt đầu."))
        return values
