"""What the reading reached once on samples to tune on; it may rise, never fall (F1)."""

from __future__ import annotations

_BODY = {"section": 0.99, "obligation": 0.99, "lead": 0.98, "due": 0.99, "activity": 1.00}
FLOORS = {
    "undamaged": {
        "head": 0.98,
        "section": 0.99,
        "obligation": 0.99,
        "lead": 0.97,
        "coordinating": 0.95,
        "due": 0.99,
        "target": 0.78,
        "activity": 1.00,
        "finding": 0.98,
    },
    "broken pages": _BODY,
    "hard wraps": _BODY,
    "no blank lines": _BODY,
    "bold markers": _BODY,
    "copied from mail": _BODY,
    "flattened tables": {"section": 0.99, "obligation": 1.00, "lead": 0.98},
    "OCR 0.5%": {"section": 0.99, "obligation": 0.99, "lead": 0.96, "due": 0.98},
    "OCR 2%": {"section": 0.98, "obligation": 0.99, "lead": 0.91, "due": 0.93},
}
