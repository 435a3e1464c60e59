"""`python -m tests.evaluation`: how well documents are read, by split, field and damage."""

from __future__ import annotations

import argparse
import json
import sys
from typing import Any

from .alarms import MOST, PAGE, Alarms
from .loading import load_samples
from .measuring import SPLITS, WHOLE, Tables, measure_alarms, measure_all
from .scores import FIELDS, Score, Scores
from .targets import TARGETS, missed

HELD_OUT = "held-out"
_FALSE_ERRORS = "false errors"


def main(arguments: list[str] | None = None) -> int:
    """Print the figures; 1 when a target is missed on held-out documents as they are."""
    options = _options(arguments)
    splits = [options.split] if options.split else list(SPLITS)
    tables = measure_all(splits, damages=not options.quick)
    alarms = {split: measure_alarms(split) for split in splits}
    judged = HELD_OUT if HELD_OUT in tables else splits[0]
    failed = _missed(tables[judged][WHOLE], alarms[judged])
    if options.json:
        _say(json.dumps(_as_json(tables, alarms, failed), ensure_ascii=False, indent=1))
    else:
        for split, profiles in tables.items():
            _say("\n".join(_table(split, profiles, alarms[split])))
        _say("\n".join(_targets(judged, tables[judged][WHOLE], alarms[judged])))
        if options.details:
            _say("\n".join(_details(tables, alarms)))
    return 1 if failed and judged == HELD_OUT else 0


def _options(arguments: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="script/evaluate", description=__doc__)
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    parser.add_argument("--details", action="store_true", help="tell every difference as well")
    parser.add_argument("--quick", action="store_true", help="leave damaged texts out")
    parser.add_argument(
        "--split", choices=SPLITS, help="one split only; tuning keeps the held-out figures unseen"
    )
    return parser.parse_args(arguments)


def _missed(scores: Scores, alarms: Alarms) -> list[str]:
    names = [f"{target.field} {target.measure}" for target in missed(scores)]
    return names if alarms.met() else [*names, _FALSE_ERRORS]


def _table(split: str, profiles: dict[str, Scores], alarms: Alarms) -> list[str]:
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
    lines.append(
        f"{_FALSE_ERRORS}: {len(alarms.told)} in {alarms.pages:.1f} pages of {PAGE} characters, "
        f"{_share(alarms.per_ten_pages)} per 10 pages"
    )
    damages = [(profile, scores) for profile, scores in profiles.items() if profile != WHOLE]
    if damages:
        lines.append(f"\n{split}: F1 by damage (plain text samples)")
        lines.append(" " * 18 + "".join(f"{name[:11]:>12}" for name in FIELDS))
    for profile, scores in damages:
        row = "".join(f"{_share(scores[name].f1):>12}" for name in FIELDS)
        lines.append(f"{profile:18}{row}")
    return lines


def _targets(split: str, scores: Scores, alarms: Alarms) -> list[str]:
    lines = [f"\nTargets, {split}, {WHOLE}"]
    for target in TARGETS:
        value = _share(target.value(scores))
        lines.append(
            f"{target.field:14}{target.measure:10}{value:>7}  >= {target.least:.2f}  "
            f"{_verdict(target.met(scores))}"
        )
    value = _share(alarms.per_ten_pages)
    lines.append(
        f"{_FALSE_ERRORS:14}{'per 10 p.':10}{value:>7}  <= {MOST:.2f}  {_verdict(alarms.met())}"
    )
    return lines


def _verdict(met: bool) -> str:
    return "met" if met else "MISSED"


def _details(tables: Tables, alarms: dict[str, Alarms]) -> list[str]:
    fields = [
        f"{split} {name}: {said}"
        for split, profiles in tables.items()
        for name in FIELDS
        for said in profiles[WHOLE][name].told
    ]
    false = [
        f"{split} {_FALSE_ERRORS}: {said}" for split, each in alarms.items() for said in each.told
    ]
    return fields + false


def _as_json(tables: Tables, alarms: dict[str, Alarms], failed: list[str]) -> dict[str, Any]:
    figures = {
        split: {
            profile: {name: _figures(score) for name, score in scores.items()}
            for profile, scores in profiles.items()
        }
        for split, profiles in tables.items()
    }
    false = {
        split: {"errors": len(each.told), "pages": each.pages, "per_ten_pages": each.per_ten_pages}
        for split, each in alarms.items()
    }
    return {"splits": figures, "false_errors": false, "missed": failed}


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
