"""The samples of each split with what a person read off them, ready to be measured against."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parents[1] / "samples"
Json = dict[str, Any]


@dataclass(frozen=True, eq=False)
class Sample:
    """A source file and its expected reading; `text` is None where the source is no plain text."""

    name: str
    split: str
    source: Path
    text: str | None
    expected: Json

    @property
    def lined(self) -> bool:
        """Whether the expected reading knows line numbers."""
        return self.text is not None

    @property
    def words(self) -> str:
        """The text a person reads, of a Word or HTML source as well."""
        if self.text is not None:
            return self.text
        return (self.source.parent / "content.txt").read_text("utf-8")

    @property
    def faults_known(self) -> bool:
        """Whether every error beside the expected ones is a false alarm."""
        return self.genuine or bool(self.expected.get("clean_otherwise"))

    @property
    def genuine(self) -> bool:
        """A document that an office issued, all of whose faults were looked for by hand."""
        return bool(self.expected.get("genuine"))


def load_samples(split: str | None = None) -> list[Sample]:
    """Every sample, or those of one split; samples of `tests/golden/` are for tuning, too."""
    folders = sorted(path.parent for path in FOLDER.glob("**/expected.json"))
    return [each for each in map(_load, folders) if split in {None, each.split}]


@cache
def _load(folder: Path) -> Sample:
    expected: Json = json.loads((folder / "expected.json").read_text("utf-8"))
    [source] = folder.glob("source.*")
    text = source.read_text("utf-8") if source.suffix == ".txt" else None
    for document in expected["documents"]:
        _add_texts(document, text.split("\n") if text is not None else None)
    return Sample(folder.name, expected.get("split", "tuning"), source, text, expected)


def _add_texts(document: Json, lines: list[str] | None) -> None:
    """`text`, the words of each duty and section as the source has them."""
    for duty in document.get("obligations", []):
        duty["text"] = duty["starts"]
        if lines is not None:
            duty["text"] = " ".join(lines[duty["span"][0] - 1 : duty["span"][1]])
    for section in document["sections"]:
        starts = section.get("heading") or section.get("starts", "")
        if not starts and lines is not None:
            starts = lines[section["line"] - 1].partition(" ")[2]
        section["text"] = _unlabelled(starts, section["label"])


def _unlabelled(text: str, label: str) -> str:
    """The words of a section without its own label: older samples have it, a reading has not."""
    rest = text.removeprefix(label)
    return rest.lstrip(" .):/-") if rest != text and rest[:1] in set(" .):/-") else text
