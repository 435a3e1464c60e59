"""`python -m tests.evaluation` prints figures and says by its exit whether the targets are met."""

from __future__ import annotations

import json

import pytest

from . import __main__ as command
from .measuring import PLAIN, WHOLE
from .scores import empty


@pytest.fixture(params=[(99, 0), (5, 1)], ids=["met", "missed"])
def measured(request, monkeypatch):
    right, code = request.param
    scores = empty()
    for score in scores.values():
        score.right, score.missing = right, 1 if code else 0
    tables = {split: {WHOLE: scores, PLAIN: scores} for split in ("tuning", "held-out")}
    monkeypatch.setattr(command, "measure_all", lambda: tables)
    return code


def test_exit_tells_whether_targets_on_held_out_samples_are_met(measured, capsys):
    assert command.main([]) == measured
    assert ("MISSED" in capsys.readouterr().out) == bool(measured)


def test_json_holds_the_same_figures(measured, capsys):
    assert command.main(["--json"]) == measured
    told = json.loads(capsys.readouterr().out)
    assert bool(told["missed"]) == bool(measured)
    assert set(told["splits"]["held-out"][WHOLE]["lead"]) >= {"precision", "recall", "f1"}
