"""The signed document behind a public plan (văn bản nguồn): its chapters and a duty's lines."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from lantoa.documents.selectors import documents

if TYPE_CHECKING:
    from lantoa.plans.models import Obligation, Plan


def sections(plan: Plan) -> list[dict[str, Any]]:
    """The top-level sections of the plan's own part of the document, appendices after them."""
    read = plan.document.reading["documents"]
    if plan.document_index >= len(read):
        return []
    found: list[dict[str, Any]] = read[plan.document_index]["sections"]
    return found


def lines_of(duty: Obligation) -> list[tuple[int, str, bool]]:
    """The duty in the document's own words: line number, text, marked; none for added duties."""
    blocks = documents.excerpt(documents.lines(duty.plan.document), duty.spans)
    return [(number, text, False) for block in blocks for number, text in block if text.strip()]
