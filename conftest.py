"""Fixtures of the whole suite: a page that is held to strict rules."""

from __future__ import annotations

import pytest

from tests.page import Page


@pytest.fixture
def page(client) -> Page:
    """Get and post pages; each HTML answer is checked (see `tests.page`)."""
    return Page(client)
