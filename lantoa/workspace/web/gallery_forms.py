"""Forms of the gallery: every kind of field once."""

from typing import Any

from django import forms

from lantoa.common.ui.widgets import (
    DateInput,
    FilesInput,
    MultipleFileField,
    PhotosInput,
    TimeInput,
)

KINDS = [("radio", "Truyền thanh cơ sở"), ("board", "Bảng tin"), ("meeting", "Hội nghị")]


class SampleForm(forms.Form):
    title = forms.CharField(label="Tên hoạt động", help_text="Viết như trong kế hoạch.")
    note = forms.CharField(label="Nội dung", widget=forms.Textarea(attrs={"rows": 3}))
    on = forms.DateField(label="Ngày thực hiện", widget=DateInput)
    at = forms.TimeField(label="Giờ bắt đầu", widget=TimeInput, required=False)
    people = forms.IntegerField(label="Số người dự", min_value=1, required=False)
    kind = forms.ChoiceField(label="Hình thức", choices=[("", "Chọn một"), *KINDS])
    audience = forms.MultipleChoiceField(
        label="Đối tượng", choices=KINDS, widget=forms.CheckboxSelectMultiple, required=False
    )
    way = forms.ChoiceField(label="Cách báo cáo", choices=KINDS, widget=forms.RadioSelect)
    agreed = forms.BooleanField(label="Tôi đã kiểm tra các thông tin trên")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("auto_id", "id_good_%s")
        super().__init__(*args, **kwargs)


class UploadForm(forms.Form):
    photos = MultipleFileField(
        label="Ảnh minh chứng", widget=PhotosInput, help_text="JPG hoặc PNG, mỗi ảnh tối đa 20 MB."
    )
    files = MultipleFileField(
        label="Tệp kèm theo", widget=FilesInput(accept=".pdf,.docx"), required=False
    )
