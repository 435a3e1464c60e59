"""Row-level safety: every workspace address, from the URLconf, for every kind of visitor."""

from __future__ import annotations

import pytest
from django.urls import URLPattern, URLResolver, get_resolver

from tests.architecture.matrix import ADDRESSES, VISITORS, Scene


def workspace_names() -> set[str]:
    """Every named address below /lam-viec/."""
    found: set[str] = set()

    def walk(patterns, prefix: str, namespace: str) -> None:
        for entry in patterns:
            route = prefix + str(entry.pattern)
            if isinstance(entry, URLResolver):
                walk(entry.url_patterns, route, entry.namespace or namespace)
            elif isinstance(entry, URLPattern) and route.startswith("lam-viec/"):
                found.add(f"{namespace}:{entry.name}")

    walk(get_resolver().url_patterns, "", "")
    return found


def test_every_workspace_address_stands_in_the_matrix():
    assert workspace_names() == set(ADDRESSES)


@pytest.fixture
def scene(db) -> Scene:
    return Scene()


@pytest.mark.parametrize("name", sorted(ADDRESSES))
def test_each_visitor_gets_the_expected_answer(name, scene, client):
    """Unseen is 404, seen but not allowed is 403, nobody signed in goes to sign-in."""
    expected = ADDRESSES[name]
    got = {visitor: scene.visit(client, name, visitor) for visitor in VISITORS}
    assert got == dict(zip(VISITORS, expected.answers, strict=True))
