"""Making sign-in accounts (tài khoản)."""

from __future__ import annotations

from django.db import transaction

from lantoa.accounts.models import User
from lantoa.common import audit
from lantoa.common.access import Actor


@transaction.atomic
def create(
    *,
    username: str,
    full_name: str,
    password: str,
    by: Actor | None,
    is_demo: bool = False,
    is_staff: bool = False,
) -> User:
    """Create an account; an existing one of the same name is returned unchanged."""
    user, created = User.objects.get_or_create(
        username=username,
        defaults={"full_name": full_name, "is_demo": is_demo, "is_staff": is_staff},
    )
    if created:
        user.set_password(password)
        user.save(update_fields=["password"])
        audit.record("accounts.created", by=by, about=user)
    return user
