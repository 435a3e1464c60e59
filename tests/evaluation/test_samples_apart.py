"""The samples are sound, and what is held out is held out."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from tests.golden import normal

from .finding_scores import quotes
from .loading import FOLDER, load_samples

ROOT = FOLDER.parents[1]
REAL_PLACES = {"Hà Nội"}
HELD_OUT = load_samples("held-out")
LINED = [sample for sample in load_samples() if sample.text is not None]


def test_at_least_five_samples_are_held_out_and_lie_apart():
    assert len(HELD_OUT) >= 5
    assert {sample.source.parents[1].name for sample in HELD_OUT} == {"held-out"}
    assert all("held-out" not in str(s.source) for s in load_samples("tuning"))


@cache
def _elsewhere():
    """What those who write reading rules see: the code, its tests, the samples to tune on."""
    places = [ROOT / "lantoa", FOLDER / "tuning", ROOT / "tests/golden"]
    files = [
        f for place in places for f in place.rglob("*") if f.suffix in {".py", ".txt", ".toml"}
    ]
    return "\n".join(file.read_text("utf-8") for file in files)


@pytest.mark.parametrize("sample", HELD_OUT, ids=lambda sample: sample.name)
def test_no_sentence_of_a_held_out_sample_stands_in_code_tests_or_other_samples(sample):
    folder = Path(sample.source).parent
    text = sample.text or (folder / "content.txt").read_text("utf-8")
    sentences = {line.strip("*-+ ") for line in text.split("\n") if len(line) >= 60}
    # The law that all plans rest on is cited everywhere in the same words.
    known = {line for line in sentences if line.startswith("Căn cứ") or "\t" in line}

    assert not [line for line in sentences - known if line in _elsewhere()]


@pytest.mark.parametrize("sample", HELD_OUT, ids=lambda sample: sample.name)
def test_no_place_number_or_signer_of_a_held_out_sample_stands_in_code_or_other_samples(sample):
    heads = sample.expected["documents"]
    names = {
        n for head in heads for key in ("place", "signer", "symbol") for n in head.get(key, [])
    }

    assert [name for name in names - REAL_PLACES if name in _elsewhere()] == []


@pytest.mark.parametrize("sample", load_samples(), ids=lambda sample: sample.name)
def test_false_alarms_can_be_told_and_no_quote_is_empty(sample):
    assert sample.faults_known
    assert len(sample.words) > 500
    assert all(
        normal.text(quote) for fault in sample.expected["findings"] for quote in quotes(fault)
    )


def test_held_out_samples_expect_enough_for_every_target_to_mean_something():
    documents = [each for sample in HELD_OUT for each in sample.expected["documents"]]
    duties = [duty for each in documents for duty in each.get("obligations", [])]
    rows = [row for each in documents for row in each["activities"]]
    both = [*duties, *rows]

    assert sum(len(each["sections"]) for each in documents) >= 200
    assert len(duties) >= 150
    assert len(rows) >= 40
    assert sum(len(each["lead"]) for each in both if each["lead"] != "*") >= 150
    assert sum(len(each.get("coordinating", [])) for each in both) >= 60
    assert sum("unstated" not in each["due"]["kind"] for each in both) >= 100
    assert sum(bool(duty.get("target")) for duty in duties) >= 25
    assert sum(len(sample.expected["findings"]) for sample in HELD_OUT) >= 20


@pytest.mark.parametrize("sample", LINED, ids=lambda sample: sample.name)
def test_expected_places_hold_the_words_expected_there(sample):
    lines = [" ".join(line.replace("*", "").split()) for line in sample.text.split("\n")]
    for document in sample.expected["documents"]:
        for duty in document.get("obligations", []):
            first, last = duty["span"]
            assert duty["starts"].rstrip(".;,")[:25] in " ".join(lines[first - 1 : last])
        for section in document["sections"]:
            assert section["label"] in lines[section["line"] - 1]
    for fault in sample.expected["findings"]:
        around = " ".join(lines[number - 1] for number in fault["lines"])
        assert any(quote in around for quote in quotes(fault))
