"""Accounts for tests."""

from itertools import count

from lantoa.accounts.models import User

_numbers = count(1)


def make_user(username: str = "", *, full_name: str = "", password: str = "mat-khau-thu") -> User:
    username = username or f"nguoi{next(_numbers)}"
    user = User(username=username, full_name=full_name or username)
    user.set_password(password)
    user.save()
    return user
