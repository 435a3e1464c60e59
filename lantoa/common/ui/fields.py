"""What a form field's template needs to know of its widget (trường nhập)."""

from __future__ import annotations

from typing import Any

from django.forms import (
    CheckboxInput,
    CheckboxSelectMultiple,
    FileInput,
    RadioSelect,
)

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
    return {**values, "kind": kind, "described": " ".join(described)}
