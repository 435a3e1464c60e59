"""Accepted results of a public plan, for tests."""

from __future__ import annotations

import io
from typing import Any

from PIL import Image

from lantoa.organisations.factories import make_agency
from lantoa.plans.factories import make_evidence, make_obligation, make_occurrence
from lantoa.plans.models import Evidence, Plan


def jpeg(size: tuple[int, int] = (1200, 800)) -> bytes:
    """A real photo, as small in bytes as one can be."""
    out = io.BytesIO()
    Image.new("RGB", size, "#0d5c5a").save(out, "JPEG")
    return out.getvalue()


def make_result(
    plan: Plan,
    *,
    agency: Any = None,
    state: str = "accepted",
    caption: str = "Hội nghị tại nhà văn hóa",
    **values: Any,
) -> Evidence:
    """One duty of one commune with a photo; `values` go to the duty."""
    agency = agency or make_agency("UBND xã Thử Nghiệm", kind="commune")
    row = make_occurrence(make_obligation(plan, lead=agency, **values), agency=agency, state=state)
    return make_evidence(
        row, data=jpeg(), kind="photo", name="anh.jpg", media_type="image/jpeg", caption=caption
    )
