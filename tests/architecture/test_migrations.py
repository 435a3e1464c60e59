"""Every migration of ours can be taken back, so that an upgrade that went wrong can be undone."""

from __future__ import annotations

from django.db.migrations.loader import MigrationLoader


def test_every_step_of_our_migrations_can_be_taken_back():
    loader = MigrationLoader(None, ignore_no_migrations=True)
    ours = {
        key: migration
        for key, migration in loader.disk_migrations.items()
        if type(migration).__module__.startswith("lantoa.")
    }
    stuck = [
        f"{app}.{name}: {operation.describe()}"
        for (app, name), migration in ours.items()
        for operation in migration.operations
        if not operation.reversible
    ]
    assert len(ours) > 10 and not stuck
