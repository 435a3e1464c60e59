"""Menu and slots: who sees which entry, and panels from above."""

from types import SimpleNamespace

import pytest
from django.template import Context, Template

from lantoa.common import access
from lantoa.common.ui import menu, slots

access.grant("tests.menu", "officer")


@pytest.fixture
def entry():
    item = menu.MenuItem("Chỉ cán bộ", "healthz", permission="tests.menu", order=1)
    menu.register(item)
    yield item
    menu.unregister(item)


def _request(role, path="/"):
    return SimpleNamespace(actor=SimpleNamespace(role=role), path=path)


@pytest.mark.parametrize(("role", "seen"), [("officer", True), ("judge", False)])
def test_an_entry_shows_only_to_those_who_may_open_it(entry, role, seen):
    shown = [one.item for one in menu.entries(_request(role))]
    assert (entry in shown) is seen


def test_the_entry_of_the_page_at_hand_is_current(entry):
    current = [one.item for one in menu.entries(_request("officer", "/healthz")) if one.current]
    assert current == [entry]


def test_registering_the_same_address_twice_is_once(entry):
    menu.register(entry)
    assert menu.registered().count(entry) == 1


def test_the_phone_bar_holds_four_entries_at_most(entry):
    assert len(menu.on_phone(_request("officer"))) <= 4
    assert all(one.item.phone for one in menu.on_phone(_request("officer")))


def test_panels_come_in_order_and_may_stay_away():
    def panel(order, title):
        return slots.Panel(
            "ui/empty_state.html", lambda request, seen: {"title": title} if seen else None, order
        )

    late, early = panel(20, "sau"), panel(10, "trước")
    slots.register("tests.place", late)
    slots.register("tests.place", early)
    draw = Template('{% load ui %}{% slot "tests.place" seen=seen %}')
    html = draw.render(Context({"seen": True}))
    assert html.index("trước") < html.index("sau")
    assert draw.render(Context({"seen": False})) == ""
    assert Template('{% load ui %}{% slot "tests.none" %}').render(Context()) == ""
