"""Tables: order, pages, totals, and what they cost."""

from types import SimpleNamespace

import pytest
from django.contrib.auth import get_user_model
from django.http import QueryDict

from lantoa.common.ui.tables import Column, Table

PLACES = ["Ô Môn", "An Bình", "Ấp Bắc", "Đông Sơn", "Dĩ An", "Ăn Hải"]


def _table(rows, query="", **options):
    columns = [
        Column(key="name", label="Tên", main=True, sort=True, url=lambda row: f"/{row.name}"),
        Column(key="money", label="Tiền", kind="number", sort=True, total=True),
    ]
    return Table(columns=columns, rows_from=rows, params=QueryDict(query), caption="B", **options)


def _rows(*names):
    return [SimpleNamespace(pk=at, name=name, money=at * 1000) for at, name in enumerate(names)]


def _names(table):
    return [row.title for row in table.rows]


def test_lists_sort_in_vietnamese_order():
    expected = ["An Bình", "Ăn Hải", "Ấp Bắc", "Dĩ An", "Đông Sơn", "Ô Môn"]
    assert _names(_table(_rows(*PLACES), "sap=name")) == expected
    assert _names(_table(_rows(*PLACES), "sap=-name")) == expected[::-1]


def test_rows_without_a_value_come_last_in_both_directions():
    rows = _rows("a", "b", "c")
    rows[0].money = None
    assert _names(_table(rows, "sap=money"))[-1] == "a"
    assert _names(_table(rows, "sap=-money"))[-1] == "a"


@pytest.mark.parametrize("query", ["sap=khong-co", "trang=abc", "trang=999", "sap=--name"])
def test_nonsense_in_the_address_is_ignored(query):
    assert len(_table(_rows(*PLACES), query).rows) == 6


def test_sorting_keeps_filters_and_starts_again_at_the_first_page():
    head = _table(_rows(*PLACES), "co-quan=1&trang=2&sap=name", per_page=2).heads[0]
    assert head.sorted == "ascending"
    assert head.url == "?co-quan=1&sap=-name"


def test_pager_links_keep_the_order():
    pager = _table(_rows(*PLACES), "sap=name&trang=2", per_page=2).pager
    assert (pager.previous, pager.next) == ("?sap=name", "?sap=name&trang=3")
    assert (pager.first, pager.last, pager.total) == (3, 4, 6)
    assert [page.number for page in pager.pages() if not page.url] == [2]


def test_totals_add_up_the_page_under_the_main_column():
    table = _table(_rows("a", "b", "c"))
    assert [cell.text for cell in table.totals] == ["Cộng", "3.000"]


def test_an_absent_value_is_a_dash_not_a_zero():
    rows = _rows("a")
    rows[0].money = None
    cell = _table(rows).rows[0].cells[1]
    assert cell.text == "–" and "is-empty" in cell.css


def test_two_tables_of_one_page_do_not_mix_their_parameters():
    table = _table(_rows(*PLACES), "sap=name&b-sap=-name", prefix="b-")
    assert _names(table)[0] == "Ô Môn"


@pytest.mark.django_db
def test_a_table_over_a_queryset_costs_two_queries(django_assert_num_queries):
    user = get_user_model()
    for at in range(30):
        user.objects.create(username=f"nguoi{at:02}")
    columns = [Column(key="username", label="Tên", main=True, sort="username")]
    with django_assert_num_queries(2):
        table = Table(
            columns=columns, rows_from=user.objects.all(), params={"sap": "-username"}, caption="B"
        )
        assert table.heads and table.pager.more
        assert table.rows[0].title == "nguoi29"
