"""Runs every check over a reading and puts the findings in line order (kiểm tra văn bản)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import cast

from lantoa.documents.reading.model import Document, Finding, Severity, SourceFile
from lantoa.documents.reading.noticed import Noticed
from lantoa.documents.reading.options import Options

from . import (
    assignees,
    calendar,
    citations,
    completeness,
    form,
    identity,
    layout,
    layout_rules,
    legal,
    repetition,
    routing,
    spelling,
    structure,
    terms,
    versions,
    wording,
)
from .case import Case
from .echoes import without_echoes

CHECKS: tuple[Callable[[Case], Iterator[Finding]], ...] = (
    identity.own_identity,
    identity.formulas,
    citations.later_citations,
    citations.differing_dates,
    citations.kinds_and_spelling,
    calendar.early_deadlines,
    calendar.little_time,
    calendar.impossible_dates,
    calendar.years_of_other_plans,
    repetition.repeated_items,
    repetition.misplaced_catch_alls,
    repetition.name_variants,
    routing.conflicting_routes,
    routing.restated_duties,
    assignees.repeated_assignees,
    assignees.strangers,
    assignees.unsaid_leads,
    layout.broken_rows,
    layout.page_breaks,
    layout.marks,
    layout.links,
    versions.second_versions,
    versions.higher_level_names,
    versions.higher_addressees,
    form.missing_parts,
    form.placeholders,
    form.closing_marks,
    completeness.first_citations,
    completeness.blanks_in_body,
    structure.skipped_numbers,
    structure.rows_without_lead,
    structure.disagreeing_duties,
    structure.agencies_of_register,
    terms.names_of_bodies,
    terms.names_of_youth_unions,
    layout_rules.pages,
    layout_rules.page_number,
    layout_rules.parts,
    layout_rules.missing,
    layout_rules.tracked_changes,
    legal.documents_out_of_force,
    legal.wrong_years,
    legal.obsolete_terms,
    spelling.slips_in_phrases,
    spelling.lost_syllables,
    spelling.impossible_syllables,
    wording.doubled_words,
    wording.repeated_in_list,
    wording.mixed_tone_marks,
    wording.spaces_around_signs,
    wording.stops_for_commas,
    wording.mixed_dates,
    wording.colons_for_semicolons,
    wording.stray_emphasis,
)


def run_checks(
    source: SourceFile, documents: list[Document], *, options: Options, blocks: Noticed
) -> list[Finding]:
    """Every finding of every check, in line order; a fault told twice of one place is told once."""
    case = Case(source, documents, options, blocks)
    found: dict[tuple[str, int, str, tuple[int, ...]], Finding] = {}
    for check in CHECKS:
        for finding in check(case):
            key = (
                finding.code,
                finding.line,
                finding.quote,
                tuple(place.line for place in finding.related),
            )
            found.setdefault(key, finding)
    told = without_echoes(found.values(), documents)
    weighed = (_weighed(finding, options) for finding in told)
    return sorted(
        (finding for finding in weighed if finding),
        key=lambda finding: (finding.line, finding.column or 0, finding.code),
    )


def _weighed(finding: Finding, options: Options) -> Finding | None:
    """The finding as grave as this office wants its code, or None where it wants none of it."""
    wanted = options.severities.get(finding.code, finding.severity)
    return None if wanted == "off" else replace(finding, severity=cast(Severity, wanted))
