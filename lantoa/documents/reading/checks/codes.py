"""The codes of findings (mã lỗi) and how grave each one is; described in `docs/checks.md`.

A code once published is never given another meaning.
"""

from __future__ import annotations

from lantoa.documents.reading.model import Severity

SEVERITIES: dict[str, Severity] = {
    # identity.py
    "own-number-differs": "error",
    "own-date-differs": "error",
    "attachment-formula-differs": "note",
    # citations.py
    "basis-after-document": "error",
    "citation-after-document": "warning",
    "cited-date-differs": "warning",
    "kind-against-symbol": "error",
    "symbol-spelling": "note",
    "symbol-without-so": "note",
    # calendar.py
    "deadline-before-issue": "error",
    "impossible-date": "error",
    "little-time-left": "warning",
    "past-year": "error",
    "beyond-plan-year": "warning",
    # repetition.py
    "repeated-item": "error",
    "near-repeated-item": "warning",
    "repeated-topic": "warning",
    "catch-all-not-last": "warning",
    "name-variants": "note",
    # routing.py
    "conflicting-route": "error",
    "duty-stated-again": "warning",
    # assignees.py
    "assignee-twice": "warning",
    "assignee-without-duties": "note",
    "lead-not-said": "warning",
    "coordination-word-missing": "note",
    # layout.py
    "broken-row": "warning",
    "paragraph-across-pages": "note",
    "repeated-header": "note",
    "repeated-number": "warning",
    "markup-in-text": "note",
    "stray-text": "note",
    "broken-link": "note",
    # versions.py
    "two-versions": "error",
    "reviewer-mark": "note",
    "higher-level-name": "error",
    "higher-level-addressee": "warning",
    # form.py
    "motto-missing": "warning",
    "signature-block-missing": "warning",
    "placeholder-left": "warning",
    "closing-mark": "note",
    # spelling.py
    "misspelt-phrase": "warning",
    "misspelt-syllable": "warning",
    "syllable-missing": "warning",
    # completeness.py
    "first-citation-incomplete": "warning",
    "first-citation-untitled": "note",
    "blank-in-final": "error",
    "blank-in-draft": "note",
    # structure.py
    "number-skipped": "warning",
    "lead-missing": "warning",
    "lead-differs": "warning",
    "due-differs": "warning",
    "lead-not-in-register": "note",
    "agency-without-duties": "note",
    # terms.py
    "body-name-variants": "note",
    "name-capitals-mixed": "note",
    # layout_rules.py
    "page-size": "warning",
    "page-margins": "warning",
    "font-not-standard": "warning",
    "body-size": "note",
    "page-number-place": "note",
    "part-style": "note",
    "recipient-bold": "warning",
    "part-missing": "note",
    "tracked-changes": "warning",
    # legal.py
    "basis-not-in-force": "error",
    "cited-not-in-force": "warning",
    "cited-not-yet-in-force": "note",
    "year-missing-in-symbol": "warning",
    "year-against-symbol": "warning",
    "cited-date-against-register": "warning",
    "obsolete-term": "warning",
    # wording.py
    "word-doubled": "warning",
    "item-repeated-in-list": "note",
    "tone-marks-mixed": "note",
    "sign-spacing": "note",
    "stop-before-lower-case": "note",
    "date-styles-mixed": "note",
    "colon-for-semicolon": "note",
    "stray-emphasis": "note",
}
