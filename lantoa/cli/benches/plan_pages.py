"""How long boards and matrices take on the data of this database, and how much memory with them.

A process of its own: its peak is that of a web process which has served all of these pages.
"""

from __future__ import annotations

import json
import resource
import sys
import time
from collections.abc import Callable, Iterator
from typing import Any

Address = Callable[[int], str]


def measure(plan: int, coordinator: int, officer: int, runs: int) -> dict[str, Any]:
    """Seconds of every run of every page, sorted, and the peak memory in bytes."""
    from lantoa.cli.preparing import set_up

    set_up()
    from django.conf import settings
    from django.test import Client

    settings.ALLOWED_HOSTS = ["*"]
    clients = {"đầu mối": Client(), "cán bộ": Client(), "người dân": Client()}
    for who, user in (("đầu mối", coordinator), ("cán bộ", officer)):
        clients[who].force_login(_user(user), backend=_BACKEND)
    pages = [
        (f"{who}: {name}", _times(clients[who], address, runs))
        for who, name, address in _pages(plan, officer)
    ]
    scale = 1 if sys.platform == "darwin" else 1024
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * scale
    return {"pages": pages, "peak": peak}


_BACKEND = "django.contrib.auth.backends.ModelBackend"


def _user(pk: int) -> Any:
    from django.contrib.auth import get_user_model

    return get_user_model().objects.get(pk=pk)


def _times(client: Any, address: Address, runs: int) -> list[float]:
    """Each run asks for another part of the page where it has parts."""
    for number in range(2):
        client.get(address(number))
    seconds = []
    for number in range(runs):
        url = address(number)
        started = time.perf_counter()
        response = client.get(url)
        seconds.append(time.perf_counter() - started)
        if response.status_code != 200:
            raise RuntimeError(f"{url}: {response.status_code}")
    return sorted(seconds)


def _pages(plan: int, officer: int) -> Iterator[tuple[str, str, Address]]:
    from django.urls import reverse

    from lantoa.plans.selectors import plans

    def at(name: str, query: str = "", *args: Any) -> Address:
        url = reverse(name, args=args or [plan])
        return lambda number: url + query.format(n=number + 1, page=number % 40 + 1)

    slug = plans.public().get(pk=plan).slug
    yield "đầu mối", "bảng theo dõi", at("plans:board")
    yield "đầu mối", "bảng theo dõi, cả việc không hạn", at("plans:board", "?pham-vi=tat-ca")
    yield "đầu mối", "bảng theo dõi, xếp theo tên", at("plans:board", "?sap=ten&trang={page}")
    yield "người dân", "tiến độ công khai", lambda n: reverse("portal:plan", args=[slug])
    yield "cán bộ", "việc của đơn vị", lambda n: reverse("duties:my-agency")


if __name__ == "__main__":
    print(json.dumps(measure(*(int(word) for word in sys.argv[1:5]))))
