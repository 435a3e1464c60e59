"""Renders one component of templates/ui/ and works out what its template cannot."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import Any

from django.template import Context, Engine
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language

from lantoa.common.ui import charts, dates, spans, states
from lantoa.common.ui.columns import columns
from lantoa.common.ui.fields import prepare_field

# What a component may still see of the page around it.
KEPT = ("request", "csrf_token", "csp_nonce")
Values = dict[str, Any]


PURE = frozenset({"badge", "icon"})
"""Small, many on a page, and made of nothing but their values: each is rendered once and kept."""


def render(context: Context, name: str, values: Values) -> SafeString:
    """Render `ui/<name>.html` with these values only."""
    if name in PURE:
        return _kept(name, tuple(values.items()), get_language())
    return _render(context, name, values)


@lru_cache(maxsize=2048)
def _kept(name: str, values: tuple[tuple[str, Any], ...], language: str | None) -> SafeString:
    context = Context()
    with context.bind_template(Engine.get_default().get_template(f"ui/{name}.html")):
        return _render(context, name, dict(values))


def _render(context: Context, name: str, values: Values) -> SafeString:
    template = context.template.engine.get_template(f"ui/{name}.html")
    prepare = PREPARE.get(name)
    data = prepare(dict(values)) if prepare else dict(values)
    for key in KEPT:
        if key in context and key not in data:
            data[key] = context[key]
    return mark_safe(template.render(context.new(data)).strip())  # the template has escaped


def _badge(values: Values) -> Values:
    key = values.get("state") or values.get("tone") or "no_information"
    state = states.get(key)
    return {
        **values,
        "tone": values.get("tone") or state.tone,
        "label": values.get("label") or state.label,
        "icon": values.get("icon") or state.icon,
    }


def _toned(values: Values) -> Values:
    """Give `tone` and `icon` from `state` where the caller named one."""
    key = values.get("state")
    if not key:
        return values
    state = states.get(key)
    return {**values, "tone": state.tone, "icon": values.get("icon") or state.icon}


def _alert(values: Values) -> Values:
    return _toned({**values, "state": values.get("state") or "info"})


def _finding(values: Values) -> Values:
    severity = values.get("severity") or "info"
    tone = {"error": "danger"}.get(severity, severity)
    return {**values, "tone": tone, "icon": states.get(tone).icon}


def _message(values: Values) -> Values:
    level = {"error": "danger", "debug": "info"}
    seen = [
        {"state": level.get(m.level_tag, m.level_tag), "text": str(m), "tags": m.tags}
        for m in values.get("messages") or []
    ]
    return {**values, "messages": seen}


def _avatar(values: Values) -> Values:
    words = str(values.get("name", "")).split()
    initials = (words[-2][:1] if len(words) > 1 else "") + (words[-1][:1] if words else "")
    return {**values, "initials": initials.upper()}


PREPARE: dict[str, Callable[[Values], Values]] = {
    "alert": _alert,
    "avatar": _avatar,
    "badge": _badge,
    "columns": columns,
    "due_chip": dates.due_chip,
    "field": prepare_field,
    "finding": _finding,
    "item": _toned,
    "matrix": charts.matrix,
    "messages": _message,
    "month": dates.month,
    "progress_bar": charts.progress,
    "progress_ring": charts.progress,
    "stacked_bar": charts.stacked_bar,
    "stat_tile": _toned,
    "timeline": spans.timeline,
    "trend": charts.trend,
    "year": spans.year,
}
