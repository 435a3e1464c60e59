"""The figures of the samples to tune on do not fall, and every reading follows the schema."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

import jsonschema
import pytest

from lantoa.documents import reading

from .damage import PROFILES
from .floors import FLOORS
from .loading import load_samples
from .measuring import WHOLE, measure, read_sample

SCHEMA = json.loads((Path(reading.__file__).parent / "document.schema.json").read_text("utf-8"))
VALIDATOR = jsonschema.Draft202012Validator(SCHEMA)


@cache
def _figures(profile):
    return measure(load_samples("tuning"), profile)


@pytest.mark.parametrize(
    ("profile", "field"), [(name, field) for name, least in FLOORS.items() for field in least]
)
def test_figures_of_samples_to_tune_on_do_not_fall(profile, field):
    score = _figures(profile)[field]

    assert (score.f1 or 0) >= FLOORS[profile][field], "\n".join(score.told)


def _places(value):
    """Every span and line that a reading speaks of."""
    if isinstance(value, dict):
        yield from [value["span"]] if "span" in value else value.get("spans", [])
        yield from [[value["line"]] * 2] if isinstance(value.get("line"), int) else []
        value = list(value.values())
    for each in value if isinstance(value, list) else []:
        yield from _places(each)


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

    VALIDATOR.validate(found)
    assert all(1 <= a <= b <= found["file"]["lines"] for a, b in _places(found["documents"]))
    assert all(1 <= a <= b <= found["file"]["lines"] for a, b in _places(found["findings"]))
