"""The check before a write: the actor's post holds the permission, or the system itself acts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lantoa.common import access

if TYPE_CHECKING:
    from lantoa.common.access import Actor


def require(by: Actor | None, permission: str) -> None:
    """Refuse unless permitted; `by=None` is the system loading data, never a web request."""
    if by is not None:
        access.require(by, permission)
