"""One row per write: who, in which post, did what, to which row; together with the write."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import pytest
from django.contrib.auth import get_user_model
from django.db import transaction

from lantoa.common import audit
from lantoa.common.access import Actor
from lantoa.common.models import AuditEntry

pytestmark = pytest.mark.django_db


@dataclass
class Named:
    """A post or an agency, of which the record only takes the name."""

    name: str
    pk: int = 1

    def __str__(self) -> str:
        return self.name


@pytest.fixture
def row() -> AuditEntry:
    """Any row with a number may be spoken of; this app's own will do."""
    return audit.record("test.made", by=None, about=AuditEntry(pk=999))


@pytest.fixture
def actor() -> Actor:
    user = get_user_model().objects.create(username="an", full_name="Nguyễn Văn An")
    return Actor(user, Named("Công chức, Phòng Nội vụ"), Named("Phòng Nội vụ"), "officer")


def test_a_row_copies_the_names_that_were_true_then(row, actor):
    entry = audit.record("test.done", by=actor, about=row, data={"on": date(2023, 3, 1), "n": 2})
    actor.user.full_name = "Nguyễn Văn Bình"
    actor.user.save()
    entry.refresh_from_db()
    assert (entry.user, entry.user_name) == (actor.user, "Nguyễn Văn An")
    assert (entry.agency_name, entry.post_name) == ("Phòng Nội vụ", "Công chức, Phòng Nội vụ")
    assert (entry.about_type, entry.about_id) == ("common.auditentry", row.pk)
    assert entry.about_name == str(row)
    assert entry.data == {"on": "2023-03-01", "n": 2}


def test_the_system_acts_without_a_person(row):
    entry = audit.record("test.done", by=None, about=row)
    assert (entry.user, entry.user_name, entry.post_name) == (None, "Hệ thống", "")


def test_history_is_of_one_row_newest_first(row):
    for verb in ("test.first", "test.second"):
        audit.record(verb, by=None, about=row)
    audit.record("test.other", by=None, about=AuditEntry(pk=row.pk + 100))
    assert [entry.verb for entry in audit.history(row)] == ["test.second", "test.first"]


def test_many_rows_are_recorded_in_one_statement(actor, django_assert_num_queries):
    rows = [AuditEntry(pk=number) for number in (7, 8, 9)]
    with django_assert_num_queries(1):
        audit.record_many("test.done", by=actor, about=[(row, {"n": row.pk}) for row in rows])
    assert [entry.data["n"] for row in rows for entry in audit.history(row)] == [7, 8, 9]


def test_a_write_that_is_undone_leaves_no_trace(row):
    with transaction.atomic():
        audit.record("test.done", by=None, about=row)
        transaction.set_rollback(True)
    assert not AuditEntry.objects.filter(verb="test.done").exists()


def test_long_names_are_cut_rather_than_refused(row, actor):
    long = Actor(actor.user, Named("Ủy ban " * 60), Named("Ủy ban " * 60), "officer")
    entry = audit.record("test.done", by=long, about=row)
    assert len(entry.post_name) == len(entry.agency_name) == 300
