"""A real Chromium for the long walks, and the data of the migrations put back after them."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command
from django.db import connection, connections
from playwright.sync_api import Browser, sync_playwright

from tests.journeys.visitor import Visitor

NAMES = ("chromium", "chromium-browser", "google-chrome")
FLAGS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
]  # fmt: skip
MISSING = "Thiếu Chromium: hãy cài gói 'chromium' của hệ thống (ví dụ: apt-get install chromium)."


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    path = next((found for name in NAMES if (found := shutil.which(name))), None)
    assert path is not None, MISSING
    # Playwright keeps an event loop in this thread; queries between its steps are ours alone.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield chromium
        chromium.close()
        # Beside a running event loop a thread has database connections of its own.
        connections.close_all()


@pytest.fixture(scope="module", autouse=True)
def _data_of_migrations_comes_back(django_db_setup, django_db_blocker) -> Iterator[None]:
    """A walk through a live server cannot be rolled back: its tables are emptied afterwards, and
    what the migrations had put there is brought back. So there is one walk in a module."""
    with django_db_blocker.unblock():
        kept = connection.creation.serialize_db_to_string()
    yield
    with django_db_blocker.unblock():
        call_command("flush", interactive=False, verbosity=0, inhibit_post_migrate=True)
        connection.creation.deserialize_db_from_string(kept)


@pytest.fixture
def visit(browser: Browser, live_server: Any) -> Iterator[Callable[..., Visitor]]:
    """Open a browser of one's own: `visit(width, height)`; closed before the tables are emptied."""
    opened = []

    def open_one(width: int = 1440, height: int = 900) -> Visitor:
        context = browser.new_context(viewport={"width": width, "height": height}, locale="vi-VN")
        opened.append(context)
        return Visitor(context.new_page(), live_server.url)

    yield open_one
    for context in opened:
        context.close()


@pytest.fixture
def source() -> Path:
    """The signed plan that a coordinator has in hand."""
    return Path(__file__).parents[1] / "samples" / "ninh-hoa-2023" / "source.txt"
