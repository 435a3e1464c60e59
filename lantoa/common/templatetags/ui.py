"""Template tags of the components: `ui`, `wrap`, `icon`, `field`, `slot` and number filters."""

from __future__ import annotations

from typing import Any

from django import template
from django.template import Context
from django.utils import formats
from django.utils.safestring import SafeString

from lantoa.common.ui import components, menu, slots

register = template.Library()


@register.simple_tag(takes_context=True)
def ui(context: Context, component: str, **values: Any) -> SafeString:
    """`{% ui "badge" state="overdue" %}`: a component that holds no markup of the caller's."""
    return components.render(context, component, values)


@register.simple_block_tag(takes_context=True)
def wrap(context: Context, content: str, component: str, **values: Any) -> SafeString:
    """`{% wrap "card" title="…" %}…{% endwrap %}`: a component around the caller's markup."""
    return components.render(context, component, {**values, "content": content})


@register.simple_tag(takes_context=True)
def icon(context: Context, name: str, label: str = "") -> SafeString:
    """An icon of the sprite; silent for screen readers unless it has a label."""
    return components.render(context, "icon", {"name": name, "label": label})


@register.simple_tag(takes_context=True)
def field(context: Context, field: Any, **values: Any) -> SafeString:
    """A bound form field with label, help and errors."""
    return components.render(context, "field", {**values, "field": field})


@register.simple_tag(takes_context=True)
def slot(context: Context, name: str, **values: Any) -> SafeString:
    """Panels that upper apps hung on this named place, in their order."""
    return slots.render(context.get("request"), name, values)


@register.simple_tag(takes_context=True)
def menu_items(context: Context, front: str = "workspace") -> list[menu.Entry]:
    """Menu entries this actor may open."""
    return menu.entries(context.get("request"), front)


@register.filter
def number(value: Any, places: int | None = None) -> str:
    """1234567.5 as 1.234.567,5; an absent number as a dash, which is not the same as zero."""
    if value is None or value == "":
        return "–"
    if places is None and isinstance(value, float) and value.is_integer():
        value = int(value)
    return formats.number_format(value, decimal_pos=places, force_grouping=True)


@register.filter
def get(mapping: Any, key: Any) -> Any:
    """A value of a dictionary by a key that is itself a variable."""
    return mapping.get(key) if mapping else None
