"""Who acts, in which post, and what that post may do (phân quyền).

In government a person acts in a post; the record must still say which post after a merger.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from lantoa.common.errors import NotAllowed

if TYPE_CHECKING:
    from lantoa.accounts.models import User
    from lantoa.organisations.models import Agency, Post

_GRANTS: dict[str, frozenset[str]] = {}


@dataclass(frozen=True, slots=True)
class Actor:
    """A signed-in person in the post held today; `role` is the post's role."""

    user: User
    post: Post
    agency: Agency
    role: str

    @property
    def user_id(self) -> int:
        return int(self.user.pk)

    @property
    def agency_id(self) -> int:
        return int(self.agency.pk)


def grant(permission: str, *roles: str) -> None:
    """Declare once, in an app's `permissions.py`, which roles hold a permission."""
    if permission in _GRANTS and _GRANTS[permission] != frozenset(roles):
        raise ValueError(f"{permission} is declared twice")
    _GRANTS[permission] = frozenset(roles)


def permissions() -> dict[str, frozenset[str]]:
    return dict(_GRANTS)


def can(actor: Actor | None, permission: str) -> bool:
    """Whether the role of the actor's post holds the permission; an unknown one is a bug."""
    return actor is not None and actor.role in _GRANTS[permission]


def require(actor: Actor | None, permission: str) -> None:
    """Refuse with `NotAllowed` unless the actor's post holds the permission."""
    if not can(actor, permission):
        raise NotAllowed(permission=permission)
