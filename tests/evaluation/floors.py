"""What the reading reached once on samples to tune on; it may rise, never fall (F1)."""

from __future__ import annotations

FLOORS = {
    "undamaged": {
        "head": 0.99,
        "section": 0.99,
        "obligation": 0.99,
        "lead": 0.96,
        "coordinating": 0.99,
        "due": 0.94,
        "target": 0.86,
        "activity": 0.94,
        "finding": 0.99,
    },
    "broken pages": {"section": 0.99, "obligation": 0.99, "lead": 0.96, "activity": 0.93},
    "hard wraps": {"section": 0.99, "obligation": 0.99, "lead": 0.96, "activity": 0.93},
    "no blank lines": {"section": 0.99, "obligation": 0.99, "lead": 0.96, "activity": 0.93},
    "bold markers": {"section": 0.99, "obligation": 0.99, "lead": 0.96, "activity": 0.93},
    "copied from mail": {"section": 0.99, "obligation": 0.99, "lead": 0.96, "activity": 0.93},
    "flattened tables": {"section": 0.99, "obligation": 0.90, "lead": 0.96},
    "OCR 0.5%": {"section": 0.99, "obligation": 0.96, "lead": 0.94, "due": 0.93},
    "OCR 2%": {"section": 0.98, "obligation": 0.96, "lead": 0.89, "due": 0.86},
}
