"""Forms of evidence (minh chứng): photos, files, caption and day in one; the reason of a return."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lantoa.common import files
from lantoa.common.errors import DomainError
from lantoa.common.selectors import uploads
from lantoa.common.ui.widgets import DateInput, FilesInput, MultipleFileField, PhotosInput
from lantoa.common.web.uploads_field import UploadsField
from lantoa.plans.errors import CaptionMissing, DateInFuture, ReasonMissing

if TYPE_CHECKING:
    from lantoa.common.access import Actor
    from lantoa.common.models import Upload

ACCEPT = "image/*,.heic,.pdf,.doc,.docx,.xls,.xlsx,.pptx"
MOST_FILES = 20
_FIELDS = {
    "caption-missing": "caption",
    "date-in-future": "happened_on",
    "evidence-twice": "attachments",
    "upload-used": "uploads",
    "upload-unfinished": "uploads",
    "upload-gone": "uploads",
}


class EvidenceForm(forms.Form):
    """`clean_files` holds what may be kept, once every file passed."""

    photos = MultipleFileField(
        label=gettext_lazy("Chụp ngay"), widget=PhotosInput(camera=True), required=False
    )
    attachments = MultipleFileField(
        label=gettext_lazy("Có sẵn trong máy"), widget=FilesInput(accept=ACCEPT), required=False
    )
    uploads = UploadsField()
    caption = forms.CharField(
        label=gettext_lazy("Chú thích"),
        help_text=gettext_lazy("Đã làm gì, ở đâu. Có thể sửa câu gợi ý sẵn."),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"required": CaptionMissing.message},
    )
    happened_on = forms.DateField(
        label=gettext_lazy("Ngày thực hiện"),
        widget=DateInput,
        error_messages={
            "required": gettext_lazy("Hãy ghi ngày thực hiện."),
            "invalid": gettext_lazy("Hãy ghi ngày theo dạng ngày/tháng/năm."),
        },
    )

    def __init__(self, *args: Any, by: Actor | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if by is not None and self.is_bound:
            self.fields["uploads"].take(by, self["uploads"].data)  # type: ignore[attr-defined]

    def clean_happened_on(self) -> Any:
        day = self.cleaned_data["happened_on"]
        if day > timezone.localdate():
            raise forms.ValidationError(DateInFuture.message)
        return day

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        sent = [(name, one) for name in ("photos", "attachments") for one in data.get(name) or []]
        ahead = data.get("uploads") or []
        kept = [self._checked(name, one) for name, one in sent[:MOST_FILES]]
        kept += [self._checked_ahead(one) for one in ahead[:MOST_FILES]]
        data["clean_files"] = [one for one in kept if one is not None]
        data["tokens"] = [one.token for one in ahead]
        faulty = {"photos", "attachments", "uploads"} & self.errors.keys()
        if not sent and not ahead and not faulty:
            self.add_error("photos", _("Hãy chụp hoặc chọn ít nhất một ảnh, tệp."))
        if len(sent) + len(ahead) > MOST_FILES:
            self.add_error("attachments", _("Mỗi lần gửi tối đa %d tệp.") % MOST_FILES)
        if sent and self.errors:
            # Browsers empty file fields when a page comes back.
            self.add_error("attachments", _("Hãy chọn lại ảnh, tệp: trình duyệt không giữ được."))
        return data

    def refuse(self, error: DomainError) -> None:
        """Say a service's refusal at the field it speaks of."""
        self.add_error(_FIELDS.get(error.code), error.text)

    def _checked_ahead(self, sent: Upload) -> files.CleanFile | None:
        limit = settings.LANTOA_MAX_UPLOAD_BYTES
        try:
            return files.clean(name=sent.name, data=uploads.content(sent), limit=limit)
        except DomainError as error:
            self.add_error("uploads", error.text)
            return None

    def _checked(self, field: str, sent: Any) -> files.CleanFile | None:
        limit = settings.LANTOA_MAX_UPLOAD_BYTES
        try:
            if sent.size > limit:
                raise files.FileTooLarge(name=sent.name, limit=limit // (1024 * 1024))
            return files.clean(name=sent.name, data=sent.read(), limit=limit)
        except DomainError as error:
            self.add_error(field, error.text)
            return None


class ReconsiderForm(forms.Form):
    """Taking back an acceptance says why; taking back a return need not."""

    reason = forms.CharField(
        label=gettext_lazy("Lý do xem xét lại"),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={
            "required": gettext_lazy("Hãy ghi rõ lý do đưa việc đã chấp nhận về chờ duyệt.")
        },
    )

    def __init__(self, *args: Any, accepted: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["reason"].required = accepted


class ReturnForm(forms.Form):
    reason = forms.CharField(
        label=gettext_lazy("Cần bổ sung, sửa gì"),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": ReasonMissing.message},
    )
