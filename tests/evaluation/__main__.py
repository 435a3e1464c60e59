"""`python -m tests.evaluation`: how well documents are read, by split, field and damage."""

from __future__ import annotations

import argparse
import json
import sys
from typing import Any

from .loading import load_samples
from .measuring import WHOLE, measure_all
from .scores import FIELDS, Score, Scores
from .targets import TARGETS, missed

Tables = dict[str, dict[str, Scores]]


def main(arguments: list[str] | None = None) -> int:
    """Print the figures; 1 when a target is missed on held-out documents as they are."""
    parser = argparse.ArgumentParser(prog="script/evaluate", description=__doc__)
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    parser.add_argument("--details", action="store_true", help="tell every difference as well")
    options = parser.parse_args(arguments)
    tables = measure_all()
    failed = missed(tables["held-out"][WHOLE])
    if options.json:
        _say(json.dumps(_as_json(tables), ensure_ascii=False, indent=1))
    else:
        for split, profiles in tables.items():
            _say("\n".join(_table(split, profiles)))
        _say("\n".join(_targets(tables["held-out"][WHOLE])))
        if options.details:
            _say("\n".join(_details(tables)))
    return 1 if failed else 0


def _table(split: str, profiles: dict[str, Scores]) -> list[str]:
    """Precision, recall and F1 with counts for the text as it is, then F1 under each damage.

    The second table knows plain text samples only: Word files are never damaged.
    """
    count = len(load_samples(split))
    lines = [f"\n{split}: {count} samples, {WHOLE}"]
    lines.append(
        f"{'':14}{'precision':>10}{'recall':>9}{'F1':>8}{'right':>8}{'wrong':>7}{'missing':>9}"
    )
    for name in FIELDS:
        score = profiles[WHOLE][name]
        shares = f"{_share(score.precision):>10}{_share(score.recall):>9}{_share(score.f1):>8}"
        lines.append(f"{name:14}{shares}{score.right:>8}{score.wrong:>7}{score.missing:>9}")
    lines.append(f"\n{split}: F1 by damage (plain text samples)")
    lines.append(" " * 18 + "".join(f"{name[:11]:>12}" for name in FIELDS))
    for profile, scores in profiles.items():
        if profile == WHOLE:
            continue
        row = "".join(f"{_share(scores[name].f1):>12}" for name in FIELDS)
        lines.append(f"{profile:18}{row}")
    return lines


def _targets(scores: Scores) -> list[str]:
    lines = [f"\nTargets, held-out, {WHOLE}"]
    for target in TARGETS:
        verdict = "met" if target.met(scores) else "MISSED"
        value = _share(target.value(scores))
        lines.append(
            f"{target.field:14}{target.measure:10}{value:>7}  >= {target.least:.2f}  {verdict}"
        )
    return lines


def _details(tables: Tables) -> list[str]:
    return [
        f"{split} {name}: {said}"
        for split, profiles in tables.items()
        for name in FIELDS
        for said in profiles[WHOLE][name].told
    ]


def _as_json(tables: Tables) -> dict[str, Any]:
    figures = {
        split: {
            profile: {name: _figures(score) for name, score in scores.items()}
            for profile, scores in profiles.items()
        }
        for split, profiles in tables.items()
    }
    failed = missed(tables["held-out"][WHOLE])
    return {"splits": figures, "missed": [f"{t.field} {t.measure}" for t in failed]}


def _figures(score: Score) -> dict[str, float | int | None]:
    shares = {"precision": score.precision, "recall": score.recall, "f1": score.f1}
    counts = {"right": score.right, "wrong": score.wrong, "missing": score.missing}
    return {**shares, **counts}


def _share(value: float | None) -> str:
    return "-" if value is None else f"{value:.3f}"


def _say(text: str) -> None:
    sys.stdout.write(f"{text}\n")


if __name__ == "__main__":
    raise SystemExit(main())
