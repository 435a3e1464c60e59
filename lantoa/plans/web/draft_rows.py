"""How one row of a draft is shown (dòng dự thảo trên màn hình): its source beside what was read."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from django.forms import CheckboxInput
from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from lantoa.common.rules.vietnamese import fold
from lantoa.plans.models import DraftItem
from lantoa.plans.rules import words
from lantoa.plans.rules.due_rule import DueRule
from lantoa.plans.rules.due_words import in_words
from lantoa.plans.services.drawing_up import ACTING
from lantoa.plans.services.parties import CLASS, ONE, UNKNOWN, Resolver

if TYPE_CHECKING:
    from lantoa.documents.models import Finding, LearnedRule
    from lantoa.plans.models import Plan

CONFIDENCE_TONES = {"sure": "success", "fair": "info", "low": "warning"}
BULK_FORM = "chon-dong"


@dataclass(frozen=True, slots=True)
class PartyShown:
    """One named party: the agency recognised, the class with its members, or nobody yet."""

    name: str
    kind: str
    label: str
    members: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class RoleShown:
    label: str
    parties: list[PartyShown]


@dataclass(frozen=True, slots=True)
class SourceShown:
    """Lines of one stretch of the document: (number, text, whether a finding touches it)."""

    lines: list[tuple[int, str, bool]]
    label: str
    url: str


@dataclass(frozen=True, slots=True)
class RowShown:
    item: DraftItem
    nature: str
    sure: str
    sure_label: str
    sure_tone: str
    source: list[SourceShown]
    verbatim: bool
    roles: list[RoleShown]
    nobody: bool
    due: str
    due_quote: str
    facts: list[tuple[str, str]]
    findings: list[Finding]
    pick: SafeString
    hints: list[LearnedRule] = field(default_factory=list)

    @property
    def anchor(self) -> str:
        return f"dong-{self.item.pk}"


class Presenter:
    """Shows the rows of one draft; names, lines and findings are looked up once for all rows."""

    def __init__(
        self,
        *,
        plan: Plan,
        lines: Sequence[str],
        findings: Iterable[Finding],
        hints: Mapping[str, list[LearnedRule]] | None = None,
    ) -> None:
        self._plan, self._lines, self._hints = plan, lines, hints or {}
        self._resolver = Resolver(plan=plan)
        self._findings: dict[int, list[Finding]] = {}
        for found in findings:
            for line in {found.line, *(one["line"] for one in found.related)}:
                self._findings.setdefault(line, []).append(found)
        self._url = reverse("documents:document", args=[plan.document_id])

    def row(self, item: DraftItem) -> RowShown:
        sure = self.confidence(item)
        due = DueRule.from_json(item.due)
        source = [self._source(first, last) for first, last in item.spans]
        said = in_words(due)
        return RowShown(
            item=item,
            nature=item.get_nature_display(),
            sure=sure,
            sure_label=words.CONFIDENCE[sure],
            sure_tone=CONFIDENCE_TONES[sure],
            source=source,
            verbatim=_verbatim(item.text, source),
            roles=self.roles(item.parties),
            nobody=not any(party["role"] in ACTING for party in item.parties),
            due=said,
            due_quote=due.text if due.text and fold(due.text) not in fold(said) else "",
            facts=_facts(item),
            findings=self.findings_of(item),
            pick=_pick(item),
            hints=self._hints.get(item.code, []),
        )

    def confidence(self, item: DraftItem) -> str:
        """How sure the reading is; never quite sure of a row whose agency nobody knows."""
        read = words.confidence(float(item.confidence))
        unknown = read == "sure" and any(
            self._resolver.meaning(party).kind == UNKNOWN for party in item.parties
        )
        return "fair" if unknown else read

    def findings_of(self, item: DraftItem) -> list[Finding]:
        """The findings whose lines the row's source touches, each once."""
        found: dict[int, Finding] = {}
        for first, last in item.spans:
            for line in range(first, last + 1):
                found.update({one.pk: one for one in self._findings.get(line, [])})
        return list(found.values())

    def roles(self, parties: Sequence[Mapping[str, Any]]) -> list[RoleShown]:
        shown = []
        for role, label in words.ROLES.items():
            named = [self._party(party) for party in parties if party["role"] == role]
            if named:
                shown.append(RoleShown(label, named))
        return shown

    def _party(self, party: Mapping[str, Any]) -> PartyShown:
        meaning = self._resolver.meaning(party)
        name = party["name"]
        labels = [one.label for one in meaning.agencies]
        if meaning.kind == ONE:
            return PartyShown(name, ONE, labels[0])
        if meaning.kind == CLASS:
            return PartyShown(name, CLASS, name, labels)
        return PartyShown(name, meaning.kind, name)

    def _source(self, first: int, last: int) -> SourceShown:
        last = min(last, len(self._lines))
        lines = [
            (number, _cells(self._lines[number - 1]), number in self._findings)
            for number in range(max(first, 1), last + 1)
            if self._lines[number - 1].strip()
        ]
        label = _("Dòng %(first)d") if first == last else _("Dòng %(first)d–%(last)d")
        return SourceShown(lines, label % {"first": first, "last": last}, f"{self._url}#d{first}")


def _cells(line: str) -> str:
    return "  |  ".join(part.strip() for part in line.split("\t")) if "\t" in line else line


def _verbatim(text: str, source: list[SourceShown]) -> bool:
    """Whether the row says exactly what its lines say, list marks and white space apart."""
    written = _plain(" ".join(line for block in source for _n, line, _m in block.lines))
    said = _plain(text)
    return bool(said) and said in written and len(written) - len(said) < 8


def _plain(text: str) -> str:
    return " ".join(text.replace("*", "").split())


def _facts(item: DraftItem) -> list[tuple[str, str]]:
    facts = [
        (_("Chỉ tiêu"), words.target(item.target)),
        (_("Hình thức"), "; ".join(item.forms)),
        (_("Đối tượng"), _labels(words.AUDIENCES, item.audiences)),
        (_("Kênh"), _labels(words.CHANNELS, item.channels)),
    ]
    return [(term, said) for term, said in facts if said]


def _labels(table: Mapping[str, str], keys: Sequence[str]) -> str:
    return ", ".join(words.labelled(table, keys))


def _pick(item: DraftItem) -> SafeString:
    """The box that puts a pending row into the bulk form, which stands elsewhere on the page."""
    if item.state != DraftItem.State.PENDING:
        return SafeString("")
    attrs = {
        "form": BULK_FORM,
        "id": f"chon-{item.pk}",
        "aria-label": _("Chọn dòng %(code)s") % {"code": item.code},
    }
    box = CheckboxInput(attrs, check_test=lambda _value: False)
    return box.render("dong", f"{item.pk}:{item.version}")
