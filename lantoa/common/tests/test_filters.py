"""Filters: what the address asks for, and nothing it may not ask for."""

from datetime import date
from types import SimpleNamespace

import pytest
from django.contrib.auth import get_user_model
from django.http import QueryDict

from lantoa.common.ui.filters import Filter, Filters

ROWS = [
    SimpleNamespace(name="a", agency=1, due=date(2024, 3, 1)),
    SimpleNamespace(name="b", agency=2, due=date(2024, 5, 1)),
    SimpleNamespace(name="c", agency=3, due=date(2024, 7, 1)),
]
AGENCIES = [(1, "Phòng Nội vụ"), (2, "Phòng Tài chính"), (3, "Văn phòng")]


def _before(rows, day):
    return [row for row in rows if row.due < day]


def _filters(query):
    return Filters(
        Filter(name="co-quan", label="Cơ quan", choices=AGENCIES, lookup="agency"),
        Filter(name="nhieu", label="Nhiều", kind="many", choices=lambda: AGENCIES, lookup="agency"),
        Filter(name="truoc", label="Hạn trước", kind="date", apply=_before),
        params=QueryDict(query),
    )


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ("", "abc"),
        ("co-quan=2", "b"),
        ("co-quan=9", "abc"),
        ("nhieu=1&nhieu=3", "ac"),
        ("truoc=2024-06-01", "ab"),
        ("truoc=2024-02-31", "abc"),
        ("truoc=mai", "abc"),
        ("co-quan=2&truoc=2024-04-01", ""),
    ],
)
def test_rows_are_narrowed_by_valid_values_only(query, names):
    assert "".join(row.name for row in _filters(query).apply(ROWS)) == names


def test_each_active_filter_can_be_taken_off_alone():
    chips = _filters("co-quan=2&truoc=2024-06-01&sap=name&trang=3").active
    assert [(chip.label, chip.text) for chip in chips] == [
        ("Cơ quan", "Phòng Tài chính"),
        ("Hạn trước", "01/06/2024"),
    ]
    assert chips[0].url == "?truoc=2024-06-01&sap=name"


def test_the_form_carries_the_sorting_but_not_the_page():
    assert _filters("co-quan=2&sap=name&trang=3&xuat=csv").kept == [("sap", "name")]


@pytest.mark.django_db
def test_a_queryset_is_filtered_in_the_database(django_assert_num_queries):
    user = get_user_model()
    user.objects.create(username="an", is_active=True)
    user.objects.create(username="ba", is_active=False)
    one = Filter(name="ten", label="Tên", kind="text", lookup="username__icontains")
    with django_assert_num_queries(1):
        rows = Filters(one, params={"ten": "AN"}).apply(user.objects.all())
        assert [row.username for row in rows] == ["an"]
