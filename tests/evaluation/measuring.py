"""Reads every sample whole and under every damage profile, and adds up the counts."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import Any

from lantoa.documents.reading.errors import UnreadableFile
from lantoa.documents.reading.reader import read_bytes, read_file

from .alarms import Alarms, count_alarms
from .damage import PROFILES, damaged
from .loading import Sample, load_samples
from .scores import Scores, total
from .scoring import score_reading

WHOLE = "undamaged"
PLAIN = "undamaged (text)"
SPLITS = ("tuning", "held-out")
Json = dict[str, Any]
Tables = dict[str, dict[str, Scores]]
_UNREAD: Json = {"documents": [], "findings": []}


@cache
def read_sample(sample: Sample, profile: str = WHOLE) -> Json:
    """The reading of the sample, damaged or not; a refused file has read nothing."""
    try:
        if profile == WHOLE:
            return read_file(sample.source).as_dict()
        if sample.text is None:
            raise ValueError(f"{sample.name} is no plain text")
        data = damaged(sample.text, profile).encode("utf-8")
        return read_bytes(data, name=sample.source.name).as_dict()
    except UnreadableFile:
        return _UNREAD


def measure(samples: Iterable[Sample], profile: str = WHOLE) -> Scores:
    """The counts over these samples; Word and HTML files are only read undamaged."""
    damage = "" if profile == WHOLE else profile
    return total(
        score_reading(sample, read_sample(sample, profile), damage=damage)
        for sample in samples
        if profile == WHOLE or sample.text is not None
    )


def measure_all(splits: Iterable[str] = SPLITS, *, damages: bool = True) -> Tables:
    """Counts by split and profile, of undamaged texts only when asked so."""
    tables: Tables = {}
    for split in splits:
        samples = load_samples(split)
        tables[split] = {WHOLE: measure(samples)}
        if damages:
            plain = [sample for sample in samples if sample.text is not None]
            tables[split][PLAIN] = measure(plain)
            tables[split] |= {name: measure(samples, name) for name in PROFILES}
    return tables


def measure_alarms(split: str) -> Alarms:
    """False errors in undamaged samples of one split and in genuine documents of any."""
    samples = [each for each in load_samples() if each.split == split or each.genuine]
    return count_alarms((sample, read_sample(sample)) for sample in samples)
