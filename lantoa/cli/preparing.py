"""What an instance needs before it can serve: tables, the portal's first page, example data."""

from __future__ import annotations

import os

import django


def set_up() -> None:
    """Load Django with the instance's settings; the local ones unless the environment says."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "lantoa.config.settings.dev")
    django.setup()


def prepare(*, with_example: bool) -> None:
    """Bring the database up to date and, on first use, fill it with the example instance."""
    set_up()
    from django.conf import settings
    from django.core.management import call_command

    settings.STATIC_ROOT.mkdir(parents=True, exist_ok=True)
    if _migrations_wanted():
        call_command("migrate", interactive=False, verbosity=0)
    if with_example and settings.LANTOA_DEMO:
        from lantoa.examples.services import example

        example.load_once()


def _migrations_wanted() -> bool:
    from django.db import connection
    from django.db.migrations.executor import MigrationExecutor

    executor = MigrationExecutor(connection)
    return bool(executor.migration_plan(executor.loader.graph.leaf_nodes()))
