"""Every value the environment can set, read in one place; `.env.example` lists them all."""

from __future__ import annotations

import os
import secrets
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import parse_qsl, unquote, urlsplit


class SettingMissing(RuntimeError):
    """A value without which the program must not start."""


def text(name: str, default: str = "") -> str:
    return os.environ.get(name, default).strip()


def required(name: str) -> str:
    value = text(name)
    if not value:
        raise SettingMissing(f"Thiếu biến môi trường {name}: chương trình không khởi động.")
    return value


def flag(name: str, *, default: bool = False) -> bool:
    return text(name, "1" if default else "0").lower() in {"1", "true", "yes", "on"}


def number(name: str, default: int) -> int:
    return int(text(name) or default)


def words(name: str, default: str = "") -> list[str]:
    return [word.strip() for word in text(name, default).split(",") if word.strip()]


def data_directory() -> Path:
    """Where the instance keeps everything: database, media, keys (`LANTOA_DATA`)."""
    return Path(text("LANTOA_DATA", "var")).resolve()


def kept_secret(path: Path) -> str:
    """A key made at first use and kept beside the data: sessions survive a restart."""
    try:
        return path.read_text().strip()
    except FileNotFoundError:
        path.parent.mkdir(parents=True, exist_ok=True)
    try:
        with os.fdopen(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "w") as file:
            file.write(secrets.token_urlsafe(50))
    except FileExistsError:
        pass  # another process of the same start was first
    return path.read_text().strip()


def database(default_sqlite: Path) -> dict[str, object]:
    """The DATABASES entry: SQLite in the data directory unless `DATABASE_URL` names another."""
    url = text("DATABASE_URL")
    if not url:
        return sqlite(default_sqlite)
    parts = urlsplit(url)
    if parts.scheme == "sqlite":
        return sqlite(Path(unquote(parts.path)))
    if parts.scheme not in {"postgres", "postgresql"}:
        raise SettingMissing("DATABASE_URL phải bắt đầu bằng postgresql:// hoặc sqlite:///")
    options: dict[str, object] = dict(parse_qsl(parts.query))
    options.setdefault("pool", {"min_size": 1, "max_size": number("LANTOA_DB_POOL", 8)})
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.lstrip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": parts.hostname or "",
        "PORT": str(parts.port or ""),
        "OPTIONS": options,
    }


def sqlite(path: Path) -> dict[str, object]:
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": str(path),
        "OPTIONS": {
            "timeout": 20,
            "transaction_mode": "IMMEDIATE",
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;",
        },
    }


@dataclass(frozen=True, slots=True)
class MailServer:
    """Where mail is handed over; no host: the instance sends none."""

    host: str = ""
    port: int = 25
    user: str = ""
    password: str = ""
    starttls: bool = False
    tls: bool = False


def mail_server() -> MailServer:
    """`LANTOA_SMTP_URL`: smtp://, smtp+starttls:// or smtps://, with user and password."""
    url = text("LANTOA_SMTP_URL")
    if not url:
        return MailServer()
    parts = urlsplit(url)
    ports = {"smtp": 25, "smtp+starttls": 587, "smtps": 465}
    if parts.scheme not in ports or not parts.hostname:
        raise SettingMissing(
            "LANTOA_SMTP_URL phải có dạng smtp://, smtp+starttls:// hoặc smtps://, "
            "rồi tài-khoản:mật-khẩu@máy-chủ:cổng"
        )
    return MailServer(
        host=parts.hostname,
        port=parts.port or ports[parts.scheme],
        user=unquote(parts.username or ""),
        password=unquote(parts.password or ""),
        starttls=parts.scheme == "smtp+starttls",
        tls=parts.scheme == "smtps",
    )
