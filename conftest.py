"""Fixtures of the whole suite: a page that is held to strict rules, media thrown away."""

from __future__ import annotations

import pytest

from tests.page import Page


@pytest.fixture(autouse=True)
def _media(settings, tmp_path):
    """Files that a test stores go to the test's own folder."""
    settings.MEDIA_ROOT = tmp_path / "media"
    settings.STORAGES = {
        **settings.STORAGES,
        "private": {
            "BACKEND": "django.core.files.storage.FileSystemStorage",
            "OPTIONS": {"location": str(tmp_path / "private"), "base_url": None},
        },
    }


@pytest.fixture
def page(client) -> Page:
    """Get and post pages; each HTML answer is checked (see `tests.page`)."""
    return Page(client)
