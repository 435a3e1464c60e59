"""On the page of a source document: the plans made from it (kế hoạch lập từ văn bản này)."""

from __future__ import annotations

from typing import Any

from lantoa.common.ui.slots import Panel, register
from lantoa.plans.selectors import plans


def gather(request: Any, *, document: Any) -> dict[str, Any] | None:
    """The plans of the document that the actor sees, drafts put away left out."""
    found = list(
        plans.visible_to(request.actor).filter(document=document).exclude(state="withdrawn")
    )
    return {"plans": found} if found else None


register("documents.document", Panel("plans/_source_panel.html", gather=gather))
