"""Geometry of the pictures the server draws: shares, rings, trends, the matrix (biểu đồ)."""

from __future__ import annotations

from typing import Any

from lantoa.common.ui import states

Values = dict[str, Any]


def progress(values: Values) -> Values:
    """Percent from `percent`, or from `value` of `total`; nothing to count is 0, never an error."""
    total = values.get("total") or 0
    percent = values.get("percent")
    if percent is None:
        percent = 100 * (values.get("value") or 0) / total if total else 0
    # Rounded down: unfinished work never reads as 100 %.
    percent = int(min(100, max(0, percent)))
    state = values.get("state")
    return {**values, "percent": percent, "tone": states.get(state).tone if state else ""}


def stacked_bar(values: Values) -> Values:
    """Each part's offset and width in percent, its label from its state unless it brings one."""
    parts = [dict(part) for part in values.get("parts") or []]
    total = sum(part["count"] for part in parts)
    at = 0.0
    for part in parts:
        state = states.get(part["state"])
        part["tone"] = state.tone
        part["label"] = part.get("label") or state.label
        part["share"] = 100 * part["count"] / total if total else 0
        part["percent"] = round(part["share"])
        part["x"], part["width"] = svg_number(at), svg_number(part["share"])
        at += part["share"]
    return {**values, "parts": parts, "total": total}


WIDTH, HEIGHT, LEFT, RIGHT, TOP, BOTTOM = 640, 240, 44, 16, 16, 32


def trend(values: Values) -> Values:
    """Lines over shared points; a missing value (None) breaks the line instead of lying at zero."""
    labels = list(values.get("labels") or [])
    series = [dict(one) for one in values.get("series") or []]
    known = [v for one in series for v in one["values"] if v is not None]
    top = round_up(max([*known, 1]))
    step = (WIDTH - LEFT - RIGHT) / max(1, len(labels) - 1)
    xs = [LEFT + step * i for i in range(len(labels))]
    for one in series:
        dots = [
            {"x": svg_number(x), "y": svg_number(_y(v, top)), "value": v, "label": label}
            for x, v, label in zip(xs, one["values"], labels, strict=True)
            if v is not None
        ]
        one["dots"] = dots
        one["path"] = _path(xs, one["values"], top)
        one["tone"] = states.get(one.get("state") or "accent").tone
        one["last"] = dots[-1] if dots else None
    every = max(1, -(-len(labels) // 8))
    points = list(zip(xs, labels, strict=True))[::every]
    ticks = [{"x": svg_number(x), "label": label} for x, label in points]
    marks = [top * quarter / 4 for quarter in range(5)]
    rails = [{"y": svg_number(_y(mark, top)), "label": _plain(mark)} for mark in marks]
    rows = [
        {"label": label, "values": [one["values"][i] for one in series]}
        for i, label in enumerate(labels)
    ]
    return {**values, "series": series, "ticks": ticks, "rails": rails, "rows": rows}


def matrix(values: Values) -> Values:
    """Cells by (row key, column key): a state, and optionally a label and an address."""
    cells = values.get("cells") or {}
    columns = list(values.get("columns") or [])
    rows = []
    for row in values.get("rows") or []:
        filled = [_cell(cells.get((row["key"], column["key"]))) for column in columns]
        rows.append({**row, "cells": filled})
    used = {cell["state"] for row in rows for cell in row["cells"] if cell}
    legend = [
        {"state": key, "tone": states.get(key).tone, "label": states.get(key).label}
        for key in states.ordered(used)
    ]
    return {**values, "columns": columns, "rows": rows, "legend": legend}


def _cell(cell: dict[str, Any] | None) -> dict[str, Any] | None:
    if cell is None:
        return None
    state = states.get(cell["state"])
    label = cell.get("label") or state.label
    return {**cell, "tone": state.tone, "icon": state.icon, "label": label}


def _y(value: float, top: float) -> float:
    return TOP + (HEIGHT - TOP - BOTTOM) * (1 - value / top)


def _path(xs: list[float], values: list[float | None], top: float) -> str:
    out, pen_down = [], False
    for x, value in zip(xs, values, strict=True):
        if value is None:
            pen_down = False
            continue
        out.append(f"{'L' if pen_down else 'M'}{svg_number(x)} {svg_number(_y(value, top))}")
        pen_down = True
    return "".join(out)


def round_up(value: float) -> float:
    """The next 1, 2, 4 or 10 times a power of ten, so the four rails carry plain numbers."""
    power = 1
    while power * 10 < value:
        power *= 10
    return next(step * power for step in (1, 2, 4, 6, 8, 10) if step * power >= value)


def _plain(number: float) -> str:
    return f"{number:.1f}".replace(".", ",").removesuffix(",0")


def svg_number(number: float) -> str:
    """A number for an SVG attribute: a point, never the locale's comma."""
    return f"{number:.2f}".rstrip("0").rstrip(".")
