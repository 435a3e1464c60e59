"""What an instance needs before it can serve: tables, the portal's first page, example data.

A stamp beside the data says what was prepared, so that a later start need not load the program
only to find nothing to do.
"""

from __future__ import annotations

import hashlib
import json
import os
from importlib.metadata import version
from pathlib import Path
from typing import Any

_PACKAGE = Path(__file__).resolve().parents[1]
_DECIDING = ("django", "wagtail", "lantoa")


def set_up() -> None:
    """Load Django with the instance's settings; the local ones unless the environment says."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "lantoa.config.settings.dev")
    import django

    django.setup()


def prepare(*, with_example: bool) -> list[list[str]]:
    """Bring the data up to date, filling them with the example on first use.

    Returns the demo accounts of the instance as [user name, full name].
    """
    stamp = _data() / "prepared.json"
    wanted = {"digest": _digest(), "example": with_example}
    known = _read(stamp)
    if known and {name: known.get(name) for name in wanted} == wanted and _database_is_here():
        return list(known["accounts"])
    accounts = _prepare(with_example)
    stamp.write_text(json.dumps({**wanted, "accounts": accounts}, ensure_ascii=False))
    return accounts


def _prepare(with_example: bool) -> list[list[str]]:
    set_up()
    from django.conf import settings
    from django.core.management import call_command

    from lantoa.accounts.selectors import demo_accounts

    settings.STATIC_ROOT.mkdir(parents=True, exist_ok=True)
    if _migrations_wanted():
        call_command("migrate", interactive=False, verbosity=0)
    if with_example and settings.LANTOA_DEMO:
        from lantoa.examples.services import example

        example.load_once()
    return [[username, name] for username, name in demo_accounts()]


def _migrations_wanted() -> bool:
    from django.db import connection
    from django.db.migrations.executor import MigrationExecutor

    executor = MigrationExecutor(connection)
    return bool(executor.migration_plan(executor.loader.graph.leaf_nodes()))


def _digest() -> str:
    """What decides whether anything is to be prepared: versions and our own migrations."""
    parts = [f"{name} {version(name)}" for name in _DECIDING]
    parts += sorted(str(path.relative_to(_PACKAGE)) for path in _PACKAGE.glob("*/migrations/*.py"))
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()


def _database_is_here() -> bool:
    """Only the SQLite file in the data directory is trusted to be what the stamp speaks of."""
    return not os.environ.get("DATABASE_URL") and (_data() / "lantoa.sqlite3").exists()


def _data() -> Path:
    """The settings' data directory, known without loading them (see `config.env`)."""
    return Path(os.environ.get("LANTOA_DATA", "").strip() or "var").resolve()


def _read(stamp: Path) -> dict[str, Any] | None:
    try:
        content = json.loads(stamp.read_text())
    except (OSError, ValueError):
        return None
    return content if isinstance(content, dict) else None
