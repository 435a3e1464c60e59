"""Words of a scan through Tesseract (nhận dạng chữ), one process a page with a time limit."""

from __future__ import annotations

import csv
import functools
import io
import os
import shutil
import subprocess
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from time import monotonic

from . import refusals
from .ocr_slips import one_letter
from .pdf_call import ask
from .progress import Progress, unheard
from .sheets import Sheet, Word
from .slopes import slope_of, straighten

MAX_PAGES = 80
SECONDS_A_PAGE = 60
SECONDS = 300
LANGUAGE = "vie"
_FIGURES = "eng"
_PAGE, _ONE_LINE, _SCATTERED = "3", "7", "11"
_MIN_CONFIDENCE = 25.0
_MIN_OF_WORDS = 5.0


def read_pages(
    path: Path, numbers: Sequence[int], told: Progress = unheard
) -> Iterator[tuple[int, Sheet]]:
    """The pages of a PDF drawn and recognised, with their numbers."""
    require(len(numbers))

    def one(number: int) -> tuple[int, Sheet]:
        target = path.with_name(f"trang-{number}.png")
        drawn = ask(path, "picture", str(number), str(target))
        sheet = read_picture(target, points=1 / drawn["scale"])
        target.unlink(missing_ok=True)
        return number, sheet

    yield from each(one, numbers, told)


def require(pages: int) -> None:
    """Raise at once, before anything is drawn, when the scan cannot be read."""
    if pages > MAX_PAGES:
        raise refusals.too_many_pages(pages, MAX_PAGES)
    if not reads_vietnamese():
        raise refusals.no_tesseract()


def each(
    work: Callable[[int], tuple[int, Sheet]], numbers: Sequence[int], told: Progress = unheard
) -> Iterator[tuple[int, Sheet]]:
    """The pages in order, several at once, within one limit for all."""
    end = monotonic() + SECONDS
    told(0, len(numbers))
    pool = ThreadPoolExecutor(max_workers=max(1, min(4, os.cpu_count() or 1)))
    try:
        for done, waiting in enumerate([pool.submit(work, number) for number in numbers], 1):
            try:
                yield waiting.result(timeout=max(0.1, end - monotonic()))
            except TimeoutError:
                raise refusals.ocr_too_slow() from None
            told(done, len(numbers))
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def reads_vietnamese() -> bool:
    """True when Tesseract and its Vietnamese are on this machine."""
    return LANGUAGE in _languages(shutil.which("tesseract"))


@functools.cache
def _languages(program: str | None) -> frozenset[str]:
    if program is None:
        return frozenset()
    try:
        listed = subprocess.run(
            [program, "--list-langs"], capture_output=True, timeout=10, check=False, text=True
        )
    except (OSError, subprocess.TimeoutExpired):
        return frozenset()
    return frozenset(listed.stdout.split())


def read_picture(picture: Path, *, points: float) -> Sheet:
    """The words of one picture; `points` is the size of one of its dots in points."""
    from .ocr_numbers import fill_numbers
    from .picture_rules import take_rules

    rules = take_rules(picture, points)
    # Cells of a table are found best as scattered text, columns and paragraphs as a page.
    table = sum(not rule.level for rule in rules) >= 3
    sheet = sheet_of(_tesseract(picture, "--psm", _SCATTERED if table else _PAGE), points)
    sheet.rules = rules
    if table:
        fill_numbers(sheet, picture, points, _figures)
    straighten(sheet)
    return sheet


def _figures(picture: Path) -> Sheet:
    """The figures of a strip, with places in dots; English is surer of lone ones."""
    figures = "tessedit_char_whitelist=0123456789"
    known = _languages(shutil.which("tesseract"))
    language = _FIGURES if _FIGURES in known else LANGUAGE
    words = ("--psm", _ONE_LINE, "-c", figures)
    return sheet_of(_tesseract(picture, *words, language=language), 1.0)


def _tesseract(picture: Path, *words: str, language: str = LANGUAGE) -> str:
    """What Tesseract answers, as a table of words with their places."""
    command = ["tesseract", str(picture), "stdout", "-l", language, *words, "tsv"]
    environment = {**os.environ, "OMP_THREAD_LIMIT": "1"}
    try:
        done = subprocess.run(
            command, capture_output=True, timeout=SECONDS_A_PAGE, check=False, env=environment
        )
    except FileNotFoundError:
        raise refusals.no_tesseract() from None
    except subprocess.TimeoutExpired:
        raise refusals.ocr_too_slow() from None
    if done.returncode != 0:
        raise refusals.unread_scan()
    return done.stdout.decode("utf-8", "replace")


def sheet_of(table: str, points: float) -> Sheet:
    """Tesseract's TSV as a page; what it hardly believes itself and specks are left out."""
    sheet = Sheet(0, 0)
    lines: dict[tuple[str, ...], list[Word]] = {}
    for row in csv.DictReader(io.StringIO(table), delimiter="\t", quoting=csv.QUOTE_NONE):
        try:
            left, top = float(row["left"]) * points, float(row["top"]) * points
            wide, high = float(row["width"]) * points, float(row["height"]) * points
            confidence = float(row["conf"])
        except (KeyError, TypeError, ValueError):
            continue
        if row["level"] == "1":
            sheet.width, sheet.height = wide, high
        text = (row["text"] or "").strip()
        if row["level"] != "5" or not text or not _likely(text, confidence, high):
            continue
        word = Word(one_letter(text), left, top, left + wide, top + high)
        sheet.words.append(word)
        lines.setdefault((row["block_num"], row["par_num"], row["line_num"]), []).append(word)
    sheet.slope = slope_of(list(lines.values()))
    _even_heights(sheet.words)
    return sheet


def _even_heights(words: Sequence[Word]) -> None:
    """The box of "sau" is lower than that of "Quý" in one line; layout needs the line's height."""
    heights = sorted(word.size for word in words)
    if not heights:
        return
    usual = heights[int(len(heights) * 0.7)]
    for word in words:
        if 0.3 * usual <= word.size <= 1.25 * usual:
            middle = word.middle
            word.y0, word.y1 = middle - usual / 2, middle + usual / 2


def _likely(text: str, confidence: float, high: float) -> bool:
    """Rules and specks are read as "|", "—" or a stray letter of little confidence."""
    letters = sum(char.isalnum() for char in text)
    if not letters:
        return confidence >= 40 and high < 40 and bool(set(text) - set("|_—[]{}"))
    return high < 80 and confidence >= (_MIN_CONFIDENCE if letters == 1 else _MIN_OF_WORDS)
