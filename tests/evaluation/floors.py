"""What the reading reached once on samples to tune on; it may rise, never fall (F1)."""

from __future__ import annotations

_BODY = {"section": 0.99, "obligation": 0.99, "lead": 0.92, "due": 0.92, "activity": 0.89}
FLOORS = {
    "undamaged": {
        "head": 0.98,
        "section": 0.99,
        "obligation": 0.99,
        "lead": 0.92,
        "coordinating": 0.92,
        "due": 0.93,
        "target": 0.76,
        "activity": 0.96,
        "finding": 0.95,
    },
    "broken pages": _BODY,
    "hard wraps": _BODY,
    "no blank lines": _BODY,
    "bold markers": _BODY,
    "copied from mail": _BODY,
    "flattened tables": {"section": 0.99, "obligation": 0.92, "lead": 0.92},
    "OCR 0.5%": {"section": 0.99, "obligation": 0.98, "lead": 0.91, "due": 0.91},
    "OCR 2%": {"section": 0.98, "obligation": 0.98, "lead": 0.87, "due": 0.85},
}
