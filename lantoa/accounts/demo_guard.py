"""Demo accounts share one published password: a production instance must not run with them."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core import checks
from django.db import DatabaseError


@checks.register(checks.Tags.database)
def refuse_demo_accounts(**kwargs: Any) -> list[checks.CheckMessage]:
    """`accounts.E001` where demo accounts meet settings that do not allow them."""
    if settings.LANTOA_DEMO or not demo_accounts_exist():
        return []
    return [
        checks.Error(
            "Cơ sở dữ liệu có tài khoản minh họa dùng chung mật khẩu đã công bố.",
            hint="Khởi động với thư mục dữ liệu mới và lantoa serve --empty.",
            id="accounts.E001",
        )
    ]


class DemoAccountsInProduction(RuntimeError):
    """A public instance that still holds accounts with a published password."""


def stop_unless_allowed() -> None:
    """Refuse to start where the check fails: a web server runs no system checks by itself."""
    for error in refuse_demo_accounts():
        raise DemoAccountsInProduction(f"{error.msg} {error.hint} ({error.id})")


def demo_accounts_exist() -> bool:
    from lantoa.accounts.models import User

    try:
        return User.objects.filter(is_demo=True, is_active=True).exists()
    except DatabaseError:  # before the first migration there is nothing to refuse
        return False
