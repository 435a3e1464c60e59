"""Opening the periods of a duty (mở kỳ thực hiện): a row for each agency that acts, set by set.

One statement copies a period to every agency: a country's year has millions of rows, and making
an object of each would take minutes and more memory than a web process may have.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.db import connection, transaction

from lantoa.plans.models import Occurrence
from lantoa.plans.models.tallying import Counts, keys_of, values_of, write

if TYPE_CHECKING:
    from lantoa.plans.models import Obligation
    from lantoa.plans.rules.schedule import ExpectedPeriod

PART = 20_000
AT_ONCE = 500
"""Agencies in one statement: below the number of parameters that SQLite takes."""


@dataclass(frozen=True, slots=True)
class Opening:
    """A saved duty, the agencies that must do it, and its periods."""

    obligation: Obligation
    agencies: tuple[int, ...]
    periods: Sequence[ExpectedPeriod]

    @property
    def count(self) -> int:
        return len(self.agencies) * len(self.periods)


@transaction.atomic
def open_periods(openings: Iterable[Opening]) -> int:
    """Write the rows and their counts; returns how many rows. The caller has checked the right."""
    of_agencies: dict[tuple[int, ...], Counts] = defaultdict(Counter)
    of_duties: Counts = Counter()
    made = 0
    for opening in openings:
        for period in opening.periods:
            row = _row(opening.obligation, period)
            _copy(row, opening.agencies)
            for key in keys_of(values_of(row)):
                if key[3] is None:
                    of_agencies[opening.agencies][key] += 1
                else:
                    of_duties[key] += len(opening.agencies)
        made += opening.count
    write(of_duties, folded=True)
    _count(of_agencies)
    return made


def _row(obligation: Obligation, period: ExpectedPeriod) -> Occurrence:
    return Occurrence(
        obligation=obligation,
        period_key=period.key,
        period_label=period.label,
        starts_on=period.starts_on,
        due_on=period.due_on,
    )


def _copy(row: Occurrence, agencies: Sequence[int]) -> None:
    """Insert the row once for each agency: all columns alike but that one."""
    meta = Occurrence._meta
    fields = [field for field in meta.concrete_fields if not field.primary_key]
    quote: Any = connection.ops.quote_name
    names = ", ".join(quote(field.column) for field in fields)
    agency = quote(meta.get_field("agency").column)  # type: ignore[attr-defined]
    register = quote(meta.get_field("agency").related_model._meta.db_table)  # type: ignore
    values, chosen = [], []
    for field in fields:
        if quote(field.column) == agency:
            chosen.append(quote("id"))
            continue
        # PostgreSQL cannot guess the type of a bare parameter; SQLite would misread a date's type.
        typed = connection.vendor == "postgresql"
        chosen.append(f"CAST(%s AS {field.db_type(connection)})" if typed else "%s")
        values.append(field.get_db_prep_save(field.pre_save(row, add=True), connection))
    with connection.cursor() as cursor:
        for at in range(0, len(agencies), AT_ONCE):
            some = agencies[at : at + AT_ONCE]
            marks = ", ".join(["%s"] * len(some))
            # Our own names and placeholders only; every value is a parameter.
            sql = (
                f"INSERT INTO {quote(meta.db_table)} ({names}) "
                f"SELECT {', '.join(chosen)} FROM {register} WHERE {quote('id')} IN ({marks})"
            )
            cursor.execute(sql, [*values, *some])


def _count(groups: dict[tuple[int, ...], Counts]) -> None:
    """Agencies with the same duties have the same counts; written a few hundred at a time."""
    of: dict[int, list[Counts]] = defaultdict(list)
    for agencies, counts in groups.items():
        for agency in agencies:
            of[agency].append(counts)
    together: Counts = Counter()
    for agency, parts in of.items():
        for counts in parts:
            for (plan, axis, _none, duty, *rest), n in counts.items():
                together[(plan, axis, agency, duty, *rest)] += n  # type: ignore[index]
        if len(together) > PART:
            write(together, folded=True)
            together.clear()
    write(together, folded=True)
