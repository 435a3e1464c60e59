"""Geometry of stacked columns (biểu đồ cột): one column per period, one part per state."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from lantoa.common.ui import states
from lantoa.common.ui.charts import round_up, svg_number

Values = dict[str, Any]
LEFT, RIGHT, TOP, BASE = 44, 632, 12, 172
GAP = 0.34


def columns(values: Values) -> Values:
    """`columns`: [{label, name?, url?, counts: {state: n}}]; states found nowhere are left out."""
    given: Sequence[Mapping[str, Any]] = values.get("columns") or []
    used = [
        key
        for key in values.get("order") or _keys(given)
        if any(column["counts"].get(key) for column in given)
    ]
    top = round_up(max([sum(column["counts"].values()) for column in given] + [1]))
    step = (RIGHT - LEFT) / max(1, len(given))
    drawn = [_column(column, used, top, LEFT + step * at, step) for at, column in enumerate(given)]
    legend = [
        {
            "tone": states.get(key).tone,
            "label": states.get(key).label,
            "count": sum(column["counts"].get(key, 0) for column in given),
        }
        for key in used
    ]
    rails = [
        {"y": svg_number(_y(top * part / 4, top)), "label": round(top * part / 4)}
        for part in range(5)
        if top >= 4 or part in (0, 4)
    ]
    width = svg_number(step * (1 - GAP))
    return {**values, "columns": drawn, "legend": legend, "rails": rails, "width": width}


def _column(
    column: Mapping[str, Any], used: Sequence[str], top: float, left: float, step: float
) -> Values:
    parts, below = [], 0
    for key in used:
        count = column["counts"].get(key, 0)
        if count:
            high, low = _y(below + count, top), _y(below, top)
            tone = states.get(key).tone
            parts.append({"tone": tone, "y": svg_number(high), "height": svg_number(low - high)})
            below += count
    return {
        "label": column["label"],
        "name": column.get("name") or column["label"],
        "url": column.get("url") or "",
        "x": svg_number(left + step * GAP / 2),
        "middle": svg_number(left + step / 2),
        "parts": parts,
        "counts": [column["counts"].get(key, 0) for key in used],
    }


def _keys(given: Sequence[Mapping[str, Any]]) -> list[str]:
    return list(dict.fromkeys(key for column in given for key in column["counts"]))


def _y(value: float, top: float) -> float:
    return TOP + (BASE - TOP) * (1 - value / top)
