"""A draft repeats the faults of its main version (bản dự thảo lặp lại lỗi): told once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from lantoa.documents.reading.model import Document, Finding
from lantoa.documents.reading.references import squeeze

# What these tell is the difference between two versions, so it is never an echo.
_OF_VERSIONS = {"two-versions", "reviewer-mark", "higher-level-name"}


def without_echoes(findings: Iterable[Finding], documents: Sequence[Document]) -> list[Finding]:
    """The findings without those of another version whose words the main version has too."""
    found = list(findings)
    drafts = [d for d in documents if d.version_of is not None]
    if not drafts:
        return found
    in_drafts = [range(d.span[0], d.span[1] + 1) for d in drafts]

    def in_draft(finding: Finding) -> bool:
        return any(finding.line in lines for lines in in_drafts)

    told = {_fault(finding) for finding in found if not in_draft(finding)}
    return [
        finding
        for finding in found
        if finding.code in _OF_VERSIONS or not in_draft(finding) or _fault(finding) not in told
    ]


def _fault(finding: Finding) -> tuple[str, str]:
    return finding.code, squeeze(finding.quote).casefold()
