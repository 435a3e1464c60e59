"""Named places where apps higher up hang panels (ô ghép); the page below asks no names."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.template.loader import render_to_string
from django.utils.safestring import SafeString, mark_safe

Gather = Callable[..., dict[str, Any] | None]


@dataclass(frozen=True, slots=True)
class Panel:
    """`gather(request, **values)` returns the template's context, or None to stay away."""

    template: str
    gather: Gather
    order: int = 100


_PANELS: dict[str, list[Panel]] = {}


def register(place: str, panel: Panel) -> None:
    """Hang a panel on a place; call it in the upper app's `ready()`. Twice is once."""
    panels = _PANELS.setdefault(place, [])
    if panel not in panels:
        panels.append(panel)
        panels.sort(key=lambda one: one.order)


def render(request: Any, place: str, values: dict[str, Any]) -> SafeString:
    """All panels of a place in order; a place without panels is empty."""
    parts = []
    for panel in _PANELS.get(place, []):
        context = panel.gather(request, **values)
        if context is not None:
            parts.append(render_to_string(panel.template, context, request=request))
    return mark_safe("".join(parts))  # rendered by templates that escape


def unregister(place: str, panel: Panel) -> None:
    """Take a panel down again (tests)."""
    _PANELS[place].remove(panel)
