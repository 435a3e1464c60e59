"""Where a process of its own finds the database that a test uses."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote


def database_address(connection: Any) -> str:
    """The test's database as a `DATABASE_URL`."""
    found = connection.settings_dict
    if connection.vendor == "sqlite":
        return f"sqlite://{found['NAME']}"
    who = f"{quote(found['USER'])}:{quote(found['PASSWORD'])}"
    return f"postgresql://{who}@{found['HOST']}:{found['PORT']}/{found['NAME']}"
