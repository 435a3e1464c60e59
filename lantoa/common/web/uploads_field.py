"""A form's field for files sent ahead (tệp đã tải lên): tokens in, whole uploads out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext_lazy

from lantoa.common.errors_uploads import UploadGone, UploadUnfinished, UploadUsed
from lantoa.common.selectors import uploads

if TYPE_CHECKING:
    from lantoa.common.access import Actor
    from lantoa.common.models import Upload


class UploadsField(forms.Field):
    """Shown as ticked boxes when a form comes back, so that no file has to be sent again."""

    widget = forms.CheckboxSelectMultiple

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("label", gettext_lazy("Tệp đã tải lên"))
        super().__init__(required=False, **kwargs)
        self.rows: list[Upload] = []

    def take(self, actor: Actor, tokens: Any) -> None:
        """Look the tokens up for the person who sends the form."""
        self.rows = uploads.chosen(actor, list(tokens or []))
        self.widget.choices = [
            (row.token, f"{row.name} ({filesizeformat(row.size)})") for row in self.waiting
        ]

    @property
    def waiting(self) -> list[Upload]:
        """What a form that comes back still offers."""
        return [row for row in self.rows if row.used_at is None]

    def clean(self, value: Any) -> list[Upload]:
        wrong = [self._fault(row) for row in self.rows]
        found = [said for said in wrong if said]
        if len(self.rows) < len(set(value or [])):
            found.append(UploadGone.message)
        if found:
            raise forms.ValidationError(found)
        return self.rows

    def _fault(self, row: Upload) -> str:
        if row.used_at is not None:
            return UploadUsed(name=row.name).text
        return "" if row.is_whole else UploadUnfinished(name=row.name).text
