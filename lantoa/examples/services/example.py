"""The example instance (bản minh họa): a real plan, its agencies, invented people and results."""

from __future__ import annotations

from pathlib import Path

from django.db import transaction
from django.utils import timezone

from lantoa.accounts.selectors import users
from lantoa.common import audit
from lantoa.common.access import Actor
from lantoa.common.models import AuditEntry
from lantoa.examples.services.accounts import let_edit_the_site
from lantoa.examples.services.activity import load_activity
from lantoa.examples.services.changes import load_changes
from lantoa.examples.services.organisations import NINH_HOA_2023, load_organisations
from lantoa.examples.services.plan import load_plan
from lantoa.examples.services.sub_plans import load_sub_plans
from lantoa.organisations.selectors import people
from lantoa.organisations.selectors.actors import actor_for

LOADED = "examples.loaded"
COORDINATOR = "coordinator"


def load_once(folder: Path = NINH_HOA_2023) -> bool:
    """Fill an instance that nobody has used yet, all of it or nothing; False when it was not empty.

    An instance with accounts of its own never receives the example: it is somebody's real one.
    """
    if AuditEntry.objects.filter(verb=LOADED).exists() or users.any_account():
        return False
    with transaction.atomic():
        load_organisations(folder)
        let_edit_the_site()
        by = _coordinator()
        plan = load_plan(by=by, folder=folder)
        load_changes(plan=plan, by=by, folder=folder)
        load_activity(plan=plan, by=by, folder=folder)
        load_sub_plans(plan=plan, by=by, folder=folder)
        audit.record(LOADED, by=None, about=plan)
    return True


def _coordinator() -> Actor:
    """The demo account that coordinates: it takes the plan in."""
    today = timezone.localdate()
    user, _post = people.demo_posts(today, roles=[COORDINATOR])[0]
    actor = actor_for(user, today)
    assert actor is not None  # the tenure includes today
    return actor
