"""Words become lines (dòng in), and lines parts that wide gaps set apart (đoạn trong dòng)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from .sheets import Word

# A gap of this many times the letters' height is no space between words.
WIDE = 1.35
_LOOK_BACK = 6
_ALIKE = 1.4


@dataclass(slots=True)
class PrintedLine:
    """Words that stand on one line, from left to right."""

    words: list[Word]

    @property
    def x0(self) -> float:
        return self.words[0].x0

    @property
    def x1(self) -> float:
        return max(word.x1 for word in self.words)

    @property
    def y0(self) -> float:
        return min(word.y0 for word in self.words)

    @property
    def y1(self) -> float:
        return max(word.y1 for word in self.words)

    @property
    def size(self) -> float:
        return median(word.size for word in self.words)

    @property
    def text(self) -> str:
        """The words; a gap that sets parts apart stays visible as several spaces."""
        return "    ".join(" ".join(word.text for word in part.words) for part in self.parts())

    def parts(self, wide: float = WIDE) -> list[PrintedLine]:
        """The runs of words between wide gaps."""
        if self._is_stretched():
            return [self]
        limit = max(wide * self.size, 6.0)
        runs: list[list[Word]] = []
        for word in self.words:
            if runs and word.x0 - runs[-1][-1].x1 <= limit:
                runs[-1].append(word)
            else:
                runs.append([word])
        return [PrintedLine(run) for run in runs]

    def _is_stretched(self) -> bool:
        """All gaps alike: a justified line of few words, as before a long address."""
        gaps = [after.x0 - before.x1 for before, after in pairwise(self.words)]
        return len(gaps) >= 2 and min(gaps) > 0 and max(gaps) < _ALIKE * min(gaps)


def lines_of(words: Iterable[Word]) -> list[PrintedLine]:
    """The lines of these words from top to bottom; a raised mark belongs to the line it touches."""
    rows: list[list[Word]] = []
    spans: list[tuple[float, float]] = []
    for word in sorted(words, key=lambda w: (w.middle, w.x0)):
        at = _row_for(word, spans)
        if at is None:
            rows.append([word])
            spans.append((word.y0, word.y1))
        else:
            rows[at].append(word)
            # The tallest word decides what touches the line; a mark must not move it.
            if word.size > spans[at][1] - spans[at][0]:
                spans[at] = (word.y0, word.y1)
    made = [PrintedLine(sorted(row, key=lambda w: w.x0)) for row in rows]
    return sorted(made, key=lambda line: (line.y0 + line.y1) / 2)


def _row_for(word: Word, spans: Sequence[tuple[float, float]]) -> int | None:
    best, found = 0.5, None
    for at in range(len(spans) - 1, max(-1, len(spans) - 1 - _LOOK_BACK), -1):
        y0, y1 = spans[at]
        shared = min(y1, word.y1) - max(y0, word.y0)
        share = shared / max(0.1, min(y1 - y0, word.size))
        if share > best:
            best, found = share, at
    return found


def joined(texts: Sequence[str]) -> list[str]:
    """The lines of a cell; one cut behind a hyphen ("QĐ-" and "UBND") is one with the next."""
    lines: list[str] = []
    for text in texts:
        if lines and cut_behind_hyphen(lines[-1]):
            lines[-1] += text
        else:
            lines.append(text)
    return lines


def cut_behind_hyphen(text: str) -> bool:
    """True for "số 49/QĐ-" and "2021-": the hyphen belongs to what stands before it."""
    return text[-1:] in "-–/" and text[-2:-1].isalnum()


def leading(lines: Sequence[PrintedLine]) -> float:
    """The usual distance from one line to the next (khoảng cách dòng); 0 when there is one line."""
    steps = sorted(
        after.words[0].middle - before.words[0].middle for before, after in pairwise(lines)
    )
    steps = [step for step in steps if step > 2]
    return steps[len(steps) // 3] if steps else 0.0
