"""Membership in the site's editing groups (nhóm biên tập); officials' rights come from posts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib.auth.models import Group
from django.db import transaction

from lantoa.common import audit

if TYPE_CHECKING:
    from lantoa.accounts.models import User
    from lantoa.common.access import Actor


@transaction.atomic
def join(*, user: User, name: str, by: Actor | None) -> bool:
    """Put an account into a group; False when it was in it, or when there is no such group."""
    group = Group.objects.filter(name=name).first()
    if group is None or user.groups.filter(pk=group.pk).exists():
        return False
    user.groups.add(group)
    audit.record("accounts.joined_group", by=by, about=user, data={"group": name})
    return True
