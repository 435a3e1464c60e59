"""`/healthz` says which part fails, and fails with it."""

from datetime import timedelta

import pytest
from django.utils import timezone

from lantoa.common.services import periodic

pytestmark = pytest.mark.django_db


def test_all_is_well_while_a_worker_is_seen(client):
    periodic.beat(timezone.now())
    answer = client.get("/healthz")
    assert answer.status_code == 200
    assert answer.json()["status"] == "ok"
    assert answer.json()["checks"] == {"database": "ok", "queue": "ok", "storage": "ok"}
    assert answer.json()["version"]


@pytest.mark.parametrize("minutes", [None, 4])
def test_a_silent_worker_is_named_and_answers_503(client, minutes):
    if minutes is not None:
        periodic.beat(timezone.now() - timedelta(minutes=minutes))
    answer = client.get("/healthz")
    assert answer.status_code == 503
    assert answer.json()["status"] == "error"
    assert answer.json()["checks"]["queue"] == "error: WorkerSilent"
    assert answer.json()["checks"]["database"] == "ok"
