"""What a form field's template needs to know of its widget (trường nhập)."""

from __future__ import annotations

from typing import Any

from django.forms import (
    CheckboxInput,
    CheckboxSelectMultiple,
    FileInput,
    RadioSelect,
)
from django.utils.translation import gettext as _

Values = dict[str, Any]


def prepare_field(values: Values) -> Values:
    """Kind of the widget and the widget itself, described by its help and its errors."""
    bound = values["field"]
    widget = bound.field.widget
    kind = "box"
    if isinstance(widget, RadioSelect | CheckboxSelectMultiple):
        kind = "group"
    elif isinstance(widget, CheckboxInput):
        kind = "check"
    elif isinstance(widget, FileInput):
        kind = "file"
    described = [
        f"{bound.auto_id}_{part}"
        for part, there in (("helptext", bound.help_text), ("error", bound.errors))
        if there
    ]
    return {**values, "kind": kind, "described": " ".join(described), **_pick(widget, values)}


def _pick(widget: Any, given: Values) -> Values:
    """What the button of a file field says, unless given: a photo is taken or chosen."""
    photo = "image" in widget.attrs.get("accept", "")
    label = _("Chụp hoặc chọn ảnh") if photo else _("Chọn tệp")
    icon = "camera" if photo else "paperclip"
    return {"pick": given.get("pick") or label, "pick_icon": given.get("pick_icon") or icon}
