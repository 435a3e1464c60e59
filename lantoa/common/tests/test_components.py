"""What components work out before their templates draw."""

from datetime import date

import pytest
from django.forms import CharField, Form
from django.template import Context, Template
from django.test import RequestFactory

from lantoa.common.ui import charts, dates, states


def _draw(source, **context):
    return Template("{% load ui %}" + source).render(Context(context))


@pytest.mark.parametrize(
    ("due", "state", "words"),
    [
        (date(2024, 3, 20), "due_soon", "hết hôm nay"),
        (date(2024, 3, 23), "not_due", "còn 3 ngày"),
        (date(2024, 3, 15), "overdue", "quá 5 ngày"),
        (date(2024, 3, 15), "submitted", ""),
        (date(2024, 3, 15), "done_on_time", ""),
        (None, "standing", ""),
    ],
)
def test_due_chip_says_how_long_is_left(due, state, words):
    values = dates.due_chip({"due": due, "state": state, "today": date(2024, 3, 20)})
    assert values["left"] == words


def test_shares_of_nothing_are_zero_and_shares_of_all_fill_the_bar():
    assert charts.progress({"value": 0, "total": 0})["percent"] == 0
    assert charts.progress({"value": 7, "total": 5})["percent"] == 100
    parts = charts.stacked_bar(
        {"parts": [{"state": "overdue", "count": 1}, {"state": "done_late", "count": 3}]}
    )["parts"]
    assert [(part["x"], part["width"]) for part in parts] == [("0", "25"), ("25", "75")]


def test_unfinished_work_never_rounds_up_to_a_hundred_percent():
    assert charts.progress({"value": 999, "total": 1000})["percent"] == 99


def test_a_missing_value_breaks_the_line():
    drawn = charts.trend({"labels": "abc", "series": [{"label": "x", "values": [1, None, 3]}]})
    assert drawn["series"][0]["path"].count("M") == 2
    assert len(drawn["series"][0]["dots"]) == 2


def test_no_number_in_a_drawing_carries_a_decimal_comma():
    html = _draw(
        '{% ui "stacked_bar" title="t" parts=parts %}',
        parts=[{"state": "overdue", "count": 1}, {"state": "standing", "count": 2}],
    )
    assert 'width="33.33%"' in html


def test_components_escape_what_they_are_given():
    assert "&lt;b&gt;" in _draw('{% ui "badge" state="overdue" label=label %}', label="<b>")
    assert "<b>" not in _draw('{% ui "history" entries=rows %}', rows=[{"what": "<b>"}]).replace(
        "<b>&lt;b&gt;", ""
    )


def test_an_unregistered_state_is_a_bug_and_a_registered_one_is_drawn():
    with pytest.raises(KeyError):
        _draw('{% ui "badge" state="khong-co" %}')
    with pytest.raises(ValueError, match="tone"):
        states.register("x", label="X", tone="khong-co", icon="x")
    states.register("test_state", label="Bản nháp", tone="no_information", icon="file-pen")
    assert "Bản nháp" in _draw('{% ui "badge" state="test_state" %}')


def test_a_wrapped_component_keeps_markup_and_the_csrf_token():
    request = RequestFactory().get("/")
    html = _draw(
        '{% wrap "form" form=form submit="Lưu" %}<p>trong</p>{% endwrap %}',
        form=Form(),
        request=request,
        csrf_token="abc",
    )
    assert "<p>trong</p>" in html
    assert 'name="csrfmiddlewaretoken" value="abc"' in html


def test_a_field_is_described_by_its_help_and_its_error():
    class Sample(Form):
        name = CharField(label="Tên", help_text="Viết đủ")

    html = _draw("{% field form.name %}", form=Sample({"name": ""}))
    assert 'aria-describedby="id_name_helptext id_name_error"' in html
    assert 'id="id_name_helptext"' in html and 'id="id_name_error"' in html
    assert 'aria-invalid="true"' in html


@pytest.mark.parametrize(
    ("value", "text"),
    [(1234567.5, "1.234.567,5"), (1000, "1.000"), (2.0, "2"), (0, "0"), (None, "–")],
)
def test_numbers_read_as_vietnamese_offices_write_them(value, text):
    assert _draw("{{ value|number }}", value=value) == text
