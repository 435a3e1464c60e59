"""The same document in another form is read alike."""

from __future__ import annotations

import pytest

from lantoa.documents.reading.reader import read_bytes, read_text

from . import compare, duties, forms, samples
from .test_samples import FIELDS

# What must survive when lines are broken anew; faults are told on other lines then.
BODY = {
    "documents": compare.documents,
    "outline": compare.outline,
    "counts": compare.counts,
    "duties": duties.duties,
    "leads": duties.leads,
    "dues": duties.dues,
    "targets": duties.targets,
    "activities": duties.activities,
}


def _source(sample):
    return (samples.FOLDER / sample / "source.txt").read_text("utf-8")


def _told(fields, expected, reading):
    return [
        f"{field}: {said}" for field, tell in fields.items() for said in tell(expected, reading)
    ]


@pytest.mark.parametrize("sample", samples.NAMES)
@pytest.mark.parametrize("form", forms.SAME_LINES)
def test_other_form_with_the_same_lines_is_read_alike(sample, form):
    data = forms.SAME_LINES[form](_source(sample))

    told = _told(FIELDS, samples.expected(sample), read_bytes(data, name="a.txt").as_dict())

    assert not told, f"{sample}, {form}: {len(told)} differences\n  " + "\n  ".join(told)


@pytest.mark.parametrize("sample", samples.NAMES)
def test_document_without_blank_lines_is_read_alike(sample):
    text, places = forms.without_blank_lines(_source(sample))

    told = _told(BODY, forms.moved(samples.expected(sample), places), read_text(text).as_dict())

    assert not told, f"{sample}: {len(told)} differences\n  " + "\n  ".join(told)


@pytest.mark.parametrize("sample", samples.NAMES)
@pytest.mark.parametrize("width", [70, 90, 110])
def test_document_with_lines_broken_at_a_width_is_read_alike(sample, width):
    text, places = forms.broken_at(_source(sample), width)

    told = _told(BODY, forms.moved(samples.expected(sample), places), read_text(text).as_dict())

    assert not told, f"{sample}, {width}: {len(told)} differences\n  " + "\n  ".join(told)
