"""The figures of the samples to tune on do not fall, and every reading follows the schema."""

from __future__ import annotations

import json
from functools import cache

import pytest

from .damage import PROFILES
from .floors import FLOORS
from .loading import load_samples
from .measuring import WHOLE, measure, read_sample
from .oracle import places, validator


@cache
def _figures(profile):
    return measure(load_samples("tuning"), profile)


@pytest.mark.parametrize(
    ("profile", "field"), [(name, field) for name, least in FLOORS.items() for field in least]
)
def test_figures_of_samples_to_tune_on_do_not_fall(profile, field):
    score = _figures(profile)[field]

    assert (score.f1 or 0) >= FLOORS[profile][field], "\n".join(score.told)


CASES = [
    (sample, profile)
    for sample in load_samples()
    for profile in (WHOLE, *PROFILES)
    if profile == WHOLE or sample.text is not None
]


@pytest.mark.parametrize(
    ("sample", "profile"), CASES, ids=[f"{sample.name}, {profile}" for sample, profile in CASES]
)
def test_reading_follows_the_schema_and_stays_inside_the_text(sample, profile):
    found = json.loads(json.dumps(read_sample(sample, profile)))
    if "schema_version" not in found:
        assert found == {"documents": [], "findings": []}  # refused
        return

    validator().validate(found)
    lines = found["file"]["lines"]
    assert all(1 <= a <= b <= lines for a, b in places([found["documents"], found["findings"]]))
