"""`python -m tests.evaluation` prints figures and says by its exit whether the targets are met."""

from __future__ import annotations

import json

import pytest

from . import __main__ as command
from .alarms import PAGE, Alarms
from .measuring import PLAIN, WHOLE
from .scores import empty


@pytest.fixture(params=[(99, 0), (5, 1)], ids=["met", "missed"])
def measured(request, monkeypatch):
    right, code = request.param
    scores = empty()
    for score in scores.values():
        score.right, score.missing = right, 1 if code else 0
    asked = []

    def measure_all(splits, *, damages):
        asked.extend(splits)
        profiles = {WHOLE: scores, PLAIN: scores} if damages else {WHOLE: scores}
        return dict.fromkeys(splits, profiles)

    def measure_alarms(split):
        asked.append(split)
        return Alarms(characters=10 * PAGE, told=[])

    monkeypatch.setattr(command, "measure_all", measure_all)
    monkeypatch.setattr(command, "measure_alarms", measure_alarms)
    monkeypatch.setattr(command, "load_samples", lambda split: asked.append(split) or [])
    return code, asked


def test_exit_tells_whether_targets_on_held_out_samples_are_met(measured, capsys):
    code, _ = measured

    assert command.main([]) == code
    assert ("MISSED" in capsys.readouterr().out) == bool(code)


def test_json_holds_the_same_figures(measured, capsys):
    code, _ = measured

    assert command.main(["--json"]) == code
    told = json.loads(capsys.readouterr().out)
    assert bool(told["missed"]) == bool(code)
    assert set(told["splits"]["held-out"][WHOLE]["lead"]) >= {"precision", "recall", "f1"}


def test_tuning_alone_neither_reads_nor_judges_held_out_samples(measured, capsys):
    _, asked = measured

    assert command.main(["--split", "tuning", "--details"]) == 0
    assert set(asked) == {"tuning"}
    assert "held-out" not in capsys.readouterr().out


def test_held_out_alone_is_judged_as_the_whole_is(measured):
    code, asked = measured

    assert command.main(["--split", "held-out", "--quick"]) == code
    assert set(asked) == {"held-out"}


def test_quick_run_leaves_damaged_texts_out(measured, capsys):
    command.main(["--quick"])

    assert "by damage" not in capsys.readouterr().out


@pytest.mark.parametrize(("errors", "characters", "code"), [(2, PAGE, 1), (0, 0, 1), (0, PAGE, 0)])
def test_false_errors_are_a_target_and_no_page_read_meets_none(
    measured, monkeypatch, errors, characters, code
):
    alarms = Alarms(characters=characters, told=["x"] * errors)
    monkeypatch.setattr(command, "measure_alarms", lambda split: alarms)

    assert command.main([]) == max(code, measured[0])
