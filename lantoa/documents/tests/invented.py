"""An invented package without faults: a decision, its plan and its appendix."""

from __future__ import annotations

from pathlib import Path

PACKAGE = (Path(__file__).parent / "invented_package.txt").read_text(encoding="utf-8")
