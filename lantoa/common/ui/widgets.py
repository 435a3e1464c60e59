"""Form widgets in the shape phones handle best (ô nhập ngày, giờ, ảnh, tệp)."""

from __future__ import annotations

from typing import Any

from django import forms


class DateInput(forms.DateInput):
    """The device's own date picker; the value travels as ISO, people see their own format."""

    input_type = "date"

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__(attrs, format="%Y-%m-%d")


class TimeInput(forms.TimeInput):
    input_type = "time"

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__(attrs, format="%H:%M")


class DateTimeInput(forms.DateTimeInput):
    input_type = "datetime-local"

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__(attrs, format="%Y-%m-%dT%H:%M")


class FileInput(forms.FileInput):
    """`accept` limits what the picker offers; the server still checks what arrives."""

    def __init__(self, *, accept: str = "", attrs: dict[str, Any] | None = None) -> None:
        super().__init__({**({"accept": accept} if accept else {}), **(attrs or {})})


class FilesInput(FileInput):
    """Several files in one field; read them with `request.FILES.getlist(name)`."""

    allow_multiple_selected = True


class PhotoInput(FileInput):
    """Opens the camera on a phone (`camera=True`) or the gallery and the camera."""

    def __init__(self, *, camera: bool = False, attrs: dict[str, Any] | None = None) -> None:
        capture = {"capture": "environment"} if camera else {}
        super().__init__(accept="image/*", attrs={**capture, **(attrs or {})})


class PhotosInput(PhotoInput):
    allow_multiple_selected = True


class MultipleFileField(forms.FileField):
    """A file field whose cleaned value is a list; every file passes the field's own checks."""

    widget = FilesInput

    def clean(self, data: Any, initial: Any = None) -> list[Any]:
        files = data if isinstance(data, list | tuple) else [data]
        if self.required and not [one for one in files if one]:
            raise forms.ValidationError(self.error_messages["required"], code="required")
        return [super(MultipleFileField, self).clean(one, initial) for one in files if one]
