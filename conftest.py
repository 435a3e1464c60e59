"""Fixtures of the whole suite: a page that is held to strict rules."""

from __future__ import annotations

import pytest
from hypothesis import settings

from tests.page import Page

# The suite tries the same examples each time; `script/fuzz` is the place for chance.
settings.register_profile("repeatable", derandomize=True)
settings.load_profile("repeatable")


@pytest.fixture
def page(client) -> Page:
    """Get and post pages; each HTML answer is checked (see `tests.page`)."""
    return Page(client)
