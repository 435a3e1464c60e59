"""Every golden sample is read as a person read it: one test for each field."""

from __future__ import annotations

import pytest

from . import compare, duties, samples

FIELDS = {
    "documents": compare.documents,
    "recipients": compare.recipients,
    "legal bases": compare.legal_bases,
    "outline": compare.outline,
    "counts": compare.counts,
    "symbols": compare.symbols,
    "duties": duties.duties,
    "leads": duties.leads,
    "other parties": duties.others,
    "dues": duties.dues,
    "bindings": duties.bindings,
    "targets": duties.targets,
    "activities": duties.activities,
    "findings": compare.findings,
    "false alarms": compare.false_alarms,
}


@pytest.mark.parametrize("sample", samples.NAMES)
@pytest.mark.parametrize("field", FIELDS)
def test_sample_is_read_as_a_person_read_it(sample, field):
    told = FIELDS[field](samples.expected(sample), samples.reading(sample))

    assert not told, f"{sample}, {field}: {len(told)} differences\n  " + "\n  ".join(told)
