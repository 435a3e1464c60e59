"""How long each main screen takes on the data of this instance (time in the program alone)."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from lantoa.cli.benches.timing import measure

if TYPE_CHECKING:
    from django.test import Client


def run(*, runs: int) -> list[str]:
    """Percentiles per screen for a coordinator, an officer and a citizen of the current plan."""
    from lantoa.cli.preparing import set_up

    set_up()
    from django.conf import settings

    settings.ALLOWED_HOSTS = ["*"]
    return [str(measure(f"{who}: {name}", visit, runs=runs)) for who, name, visit in _visits()] or [
        "Chưa có kế hoạch nào để đo."
    ]


def _visits() -> list[tuple[str, str, Callable[[], object]]]:
    from django.test import Client
    from django.urls import reverse

    from lantoa.plans.selectors import plans

    plan = plans.public().first()
    if plan is None:
        return []
    visits: list[tuple[str, str, Callable[[], object]]] = []
    citizen = Client()
    for name, url in (
        ("trang chủ", reverse("portal:home")),
        ("tiến độ công khai", reverse("portal:plan", args=[plan.slug])),
    ):
        visits.append(("người dân", name, _getter(citizen, url)))
    for who, client in _officials():
        visits += [
            (who, name, _getter(client, url))
            for name, url in (
                ("bảng theo dõi", reverse("plans:board", args=[plan.pk])),
                ("việc của đơn vị", reverse("duties:my-agency")),
                ("danh sách việc", reverse("duties:duty-list")),
            )
            if client.get(url).status_code == 200
        ]
    return visits


def _officials() -> list[tuple[str, Client]]:
    from django.test import Client
    from django.utils import timezone

    from lantoa.organisations.selectors import people

    found = []
    for role, who in (("coordinator", "đầu mối"), ("officer", "cán bộ")):
        user = people.user_with_role(role, on=timezone.localdate())
        if user is None:
            continue
        client = Client()
        client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
        found.append((who, client))
    return found


def _getter(client: Client, url: str) -> Callable[[], object]:
    def get() -> None:
        response = client.get(url)
        if response.status_code != 200:
            raise RuntimeError(f"{url}: {response.status_code}")

    return get
