"""All forms of one row at once (sửa dòng): its text, its parties, its due rule, its version."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from lantoa.plans.rules.due_rule import DueRule
from lantoa.plans.services.parties import CLASS, EMPTY, OPEN, Resolver
from lantoa.plans.web.forms.due import DueForm
from lantoa.plans.web.forms.parties import parties_from, party_forms
from lantoa.plans.web.forms.rows import RowForm, Versioned

if TYPE_CHECKING:
    from lantoa.plans.models import DraftItem, Plan


class RowEditor:
    """Bound when `data` is given; `item=None` is the form of a duty that reading missed."""

    def __init__(self, *, plan: Plan, item: DraftItem | None = None, data: Any = None) -> None:
        self._before = item.parties if item else []
        self._resolver = Resolver(plan=plan)
        initial = RowForm.initial_of(item) if item else {"nature": "duty", "binding": "directed"}
        rule = DueRule.from_json(item.due if item else {})
        self.row = RowForm(data, initial=initial)
        self.due = DueForm(data, rule=rule)
        self.parties = party_forms(self._before, data)
        self.version = Versioned(data, initial={"version": item.version if item else 1})
        self.bound = data is not None

    @property
    def forms(self) -> list[Any]:
        return [self.row, self.due, self.version, *self.parties]

    @property
    def errors(self) -> bool:
        return self.bound and any(form.errors for form in self.forms)

    def is_valid(self) -> bool:
        checks = [form.is_valid() for form in (self.row, self.due, self.version, self.parties)]
        return all(checks)

    def values(self) -> dict[str, Any]:
        """What the services take: the fields of the row that a person may change."""
        return {
            **self.row.values(),
            "due": self.due.value(),
            "parties": parties_from(self.parties, self._before, is_class=self._is_class),
        }

    def _is_class(self, name: str) -> bool:
        meaning = self._resolver.meaning({"name": name, "group": False})
        return meaning.kind in {CLASS, EMPTY, OPEN}
