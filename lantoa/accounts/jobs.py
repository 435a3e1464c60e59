"""Housekeeping of sign-ins (dọn phiên đăng nhập)."""

from datetime import datetime, timedelta

from django.contrib.sessions.models import Session

from lantoa.common.services import periodic


def clear_expired_sessions(now: datetime) -> None:
    Session.objects.filter(expire_date__lt=now).delete()


def register() -> None:
    periodic.register(
        "accounts.clear_expired_sessions", clear_expired_sessions, every=timedelta(days=1)
    )
