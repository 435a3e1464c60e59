"""Reading accounts (tài khoản)."""

from __future__ import annotations

from lantoa.accounts.models import User


def demo_accounts() -> list[tuple[str, str]]:
    """User name and full name of the example instance's accounts."""
    rows = User.objects.filter(is_demo=True, is_active=True).order_by("pk")
    return [(user.username, user.full_name) for user in rows]


def any_account() -> bool:
    """Whether anybody can sign in at all."""
    return User.objects.exists()
