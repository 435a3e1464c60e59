"""A country's plan by bulk inserts, then the heaviest day of reminding, once (ngày nhắc việc)."""

from __future__ import annotations

import json
import resource
import sys
import time
from datetime import date, datetime, timedelta
from typing import Any

DUE_DAY = 25


def measure(*, agencies: int, duties: int) -> dict[str, Any]:
    """Seconds of each part, and how much of each there was."""
    from lantoa.cli.preparing import set_up

    set_up()
    from lantoa.channels.services import deliveries
    from lantoa.plans.services import reminders

    occurrences = _build(agencies, duties)
    now = _three_days_before()
    started = time.perf_counter()
    outcome = reminders.run_for_all(now=now)
    written = time.perf_counter() - started
    started = time.perf_counter()
    deliveries.run(now=now, budget=timedelta(hours=1))
    sent = time.perf_counter() - started
    started = time.perf_counter()
    reminders.run_for_all(now=now)
    again = time.perf_counter() - started
    return {
        "occurrences": occurrences,
        "digests": outcome.written,
        **_counts(),
        "written": written,
        "sent": sent,
        "again": again,
        "memory": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
    }


def _three_days_before() -> datetime:
    """Nine o'clock on the day from which the month's deadline is three days off."""
    from django.utils import timezone

    day = timezone.localdate().replace(day=DUE_DAY) - timedelta(days=3)
    return timezone.make_aware(datetime(day.year, day.month, day.day, 9))


def _build(agencies: int, duties: int) -> int:
    from lantoa.channels.models import SendingPolicy
    from lantoa.organisations.factories import make_agency
    from lantoa.plans import factories

    SendingPolicy.objects.create(pk=1, working_days_only=False)
    authority = make_agency("Ủy ban nhân dân tỉnh Đo", kind="people_committee", level="province")
    plan = factories.make_plan(state="active", authority=authority, year=date.today().year)
    for number in range(duties):
        text = f"Đăng tin, bài về cải cách hành chính, phần việc {number + 1}, lên trang thông tin"
        factories.make_obligation(plan, text=text)
    _people(authority, agencies)
    return _occurrences(plan)


def _people(authority: Any, number: int) -> None:
    """An officer with an account and an address in each agency."""
    from lantoa.accounts.models import User
    from lantoa.organisations.models import Agency, Person, Post, Tenure

    since = date(2000, 1, 1)
    values = {"kind": "commune", "level": "commune", "valid_from": since, "parent": authority}
    made = Agency.objects.bulk_create(
        [Agency(code=f"xa-{n}", name=f"UBND xã Đo {n}", **values) for n in range(number)]
    )
    users = User.objects.bulk_create([User(username=f"can-bo-{n}") for n in range(number)])
    people = Person.objects.bulk_create(
        [
            Person(full_name=f"Cán bộ {n}", email=f"can-bo-{n}@example.vn", user=user)
            for n, user in enumerate(users)
        ]
    )
    posts = Post.objects.bulk_create([Post(agency=one, title="C", role="officer") for one in made])
    Tenure.objects.bulk_create(
        [Tenure(post=post, person=p, since=since) for post, p in zip(posts, people, strict=True)]
    )


def _occurrences(plan: Any) -> int:
    """Twelve months of each duty of each commune; of the months past one in fourteen is open."""
    from django.db import connection
    from django.utils import timezone

    from lantoa.plans.models import Occurrence

    month = timezone.localdate().month
    done = f"m < {month} AND (o.id * 37 + a.id * 13 + m) % 14 > 0"
    due = f"make_date({plan.year}, m, {DUE_DAY})"
    known = {
        "obligation_id": "o.id",
        "agency_id": "a.id",
        "period_key": "'m' || m",
        "period_label": "'Tháng ' || m",
        "starts_on": f"make_date({plan.year}, m, 1)",
        "due_on": due,
        "state": f"CASE WHEN {done} THEN 'accepted' ELSE 'open' END",
        "submitted_at": f"CASE WHEN {done} THEN {due}::timestamptz END",
        "decided_at": f"CASE WHEN {done} THEN {due}::timestamptz END",
        "return_reason": "''",
    }
    columns = {
        str(field.column): known.get(str(field.column), "NULL")
        for field in Occurrence._meta.concrete_fields
        if not field.primary_key
    }
    with connection.cursor() as cursor:
        cursor.execute(
            f"INSERT INTO {Occurrence._meta.db_table} ({', '.join(columns)}) "
            f"SELECT {', '.join(columns.values())} FROM plans_obligation o, "
            "organisations_agency a, generate_series(1, 12) m "
            "WHERE a.kind = 'commune' ORDER BY m, a.id, o.id"
        )
        made = cursor.rowcount
        cursor.execute("VACUUM ANALYZE")
    return int(made)


def _counts() -> dict[str, int]:
    from lantoa.channels.models import Delivery, Notice
    from lantoa.plans.models import Reminder

    mails = Delivery.objects.filter(channel="email", state=Delivery.State.SENT).count()
    return {
        "reminders": Reminder.objects.count(),
        "notices": Notice.objects.count(),
        "mails": mails,
    }


if __name__ == "__main__":
    print(json.dumps(measure(agencies=int(sys.argv[1]), duties=int(sys.argv[2]))))
