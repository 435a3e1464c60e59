"""Plans, draft rows, duties, periods and evidence for tests."""

from __future__ import annotations

import hashlib
from datetime import date, datetime, timedelta
from itertools import count
from typing import Any

from django.core.files.base import ContentFile
from django.utils import timezone

from lantoa.documents.factories import make_document
from lantoa.organisations.factories import make_agency
from lantoa.plans.models import (
    Amendment,
    Assignment,
    BulkAction,
    BulkItem,
    DraftItem,
    DutyChange,
    Evidence,
    Excuse,
    Extension,
    Handover,
    HandoverLine,
    Obligation,
    Occurrence,
    Pause,
    Plan,
    SheetImport,
)

_numbers = count(1)
UNSTATED = {"kind": "unstated", "text": ""}


def make_plan(*, state: str = "draft", **values: Any) -> Plan:
    """A plan of one authority whose own division coordinates it."""
    number = next(_numbers)
    if "authority" not in values:
        values["authority"] = make_agency(
            f"Ủy ban nhân dân thị xã Thử {number}", kind="people_committee"
        )
    if "coordinator" not in values:
        values["coordinator"] = make_agency(parent=values["authority"])
    if "document" not in values:
        values["document"] = make_document(owner=values["authority"])
    if state in {"active", "closed"}:
        values.setdefault("confirmed_at", timezone.now())
        values.setdefault("counted_at", timezone.now())
    values.setdefault("title", f"Kế hoạch tuyên truyền cải cách hành chính số {number}")
    values.setdefault("slug", f"ke-hoach-{number}")
    values.setdefault("issued_on", date(2023, 2, 14))
    values.setdefault("year", 2023)
    return Plan.objects.create(state=state, **values)


def make_draft_item(plan: Plan | None = None, *, lead: Any = None, **values: Any) -> DraftItem:
    """A pending row; `lead` names the agency that leads it."""
    plan = plan or make_plan()
    number = next(_numbers)
    if lead is not None:
        values.setdefault("parties", [{"name": str(lead), "role": "lead", "group": False}])
    values.setdefault("position", number * 10)
    values.setdefault("code", f"IV.{number}")
    values.setdefault("nature", "duty")
    values.setdefault("binding", "directed")
    values.setdefault("text", f"Tuyên truyền nội dung {number}")
    values.setdefault("due", dict(UNSTATED))
    values.setdefault("spans", [[3, 3]])
    return DraftItem.objects.create(plan=plan, **values)


def make_obligation(plan: Plan | None = None, *, lead: Any = None, **values: Any) -> Obligation:
    """A binding duty; `lead` (an agency) is assigned to it."""
    plan = plan or make_plan(state="active")
    number = next(_numbers)
    values.setdefault("position", number * 10)
    values.setdefault("code", f"IV.{number}")
    values.setdefault("nature", "duty")
    values.setdefault("binding", "directed")
    values.setdefault("text", f"Gửi tin, bài về cải cách hành chính {number}")
    values.setdefault("due_kind", "unstated")
    values.setdefault("spans", [[3, 3]])
    obligation = Obligation.objects.create(plan=plan, **values)
    if lead is not None:
        since = plan.issued_on or date(plan.year, 1, 1)
        Assignment.objects.create(obligation=obligation, agency=lead, role="lead", since=since)
    return obligation


def make_occurrence(
    obligation: Obligation | None = None, *, agency: Any = None, **values: Any
) -> Occurrence:
    """One period of a duty; a state past "open" brings the moment it was sent."""
    agency = agency or make_agency()
    obligation = obligation or make_obligation(lead=agency)
    values.setdefault("period_key", f"k{next(_numbers)}")
    values.setdefault("period_label", "Tháng 3/2023")
    values.setdefault("starts_on", date(2023, 3, 1))
    values.setdefault("due_on", date(2023, 3, 24))
    if values.get("state", "open") != "open":
        values.setdefault("submitted_at", _noon(values["due_on"] or date(2023, 3, 24)))
    if values.get("state") == "returned":
        values.setdefault("return_reason", "Ảnh chưa rõ")
    return Occurrence.objects.create(obligation=obligation, agency=agency, **values)


def make_evidence(
    occurrence: Occurrence | None = None, *, data: bytes = b"", **values: Any
) -> Evidence:
    """A kept file of evidence with a caption and a day."""
    occurrence = occurrence or make_occurrence()
    data = data or f"minh chứng {next(_numbers)}".encode()
    values.setdefault("kind", "file")
    values.setdefault("name", "bien-ban.pdf")
    values.setdefault("media_type", "application/pdf")
    values.setdefault("caption", "Hội nghị phổ biến tại hội trường")
    values.setdefault("happened_on", date(2023, 3, 20))
    values.setdefault("original_sha256", hashlib.sha256(data).hexdigest())
    values.setdefault("sameness", values["original_sha256"])
    evidence = Evidence(occurrence=occurrence, size=len(data), **values)
    evidence.file.save(values["name"], ContentFile(data), save=False)
    evidence.save(force_insert=True)
    return evidence


def _noon(day: date) -> datetime:
    return timezone.make_aware(datetime(day.year, day.month, day.day, 12))


def make_extension(row: Occurrence, **values: Any) -> Extension:
    """A request for ten more days that waits for an answer."""
    assert row.due_on is not None
    values.setdefault("due_before", row.due_on)
    values.setdefault("asked_for", row.due_on + timedelta(days=10))
    values.setdefault("reason", "Chờ tài liệu")
    values.setdefault("asked_at", timezone.now())
    return Extension.objects.create(occurrence=row, **values)


def make_excuse(row: Occurrence, **values: Any) -> Excuse:
    """A request not to do the duty that waits for an answer."""
    values.setdefault("reason", "Thiên tai")
    values.setdefault("asked_at", timezone.now())
    return Excuse.objects.create(occurrence=row, **values)


def make_pause(row: Occurrence, **values: Any) -> Pause:
    """Three days from the due day on."""
    assert row.due_on is not None
    values.setdefault("since", row.due_on)
    values.setdefault("until", row.due_on + timedelta(days=2))
    values.setdefault("reason", "Bão lũ")
    values.setdefault("added_at", timezone.now())
    return Pause.objects.create(occurrence=row, **values)


def make_amendment(plan: Plan, *, version: int | None = None, **values: Any) -> Amendment:
    """A draft, or with a version a published amendment; it changes nothing by itself."""
    if version is not None:
        values |= {"version": version, "state": "published", "published_at": timezone.now()}
    values.setdefault("kind", "amending")
    values.setdefault("symbol", f"{next(_numbers)}/QĐ-UBND")
    values.setdefault("issued_on", date(2023, 3, 10))
    values.setdefault("about", "Điều chỉnh kế hoạch")
    return Amendment.objects.create(plan=plan, **values)


def make_change(amendment: Amendment, obligation: Obligation, **values: Any) -> DutyChange:
    """A removal that is only drawn up."""
    values.setdefault("kind", "removed")
    values.setdefault("reason", "Trùng việc")
    values.setdefault("before", {"text": obligation.text, "due": "", "due_on": None})
    return DutyChange.objects.create(amendment=amendment, obligation=obligation, **values)


def make_handover(*, old: Any = None, heir: Any = None, **values: Any) -> Handover:
    """A prepared merger of `old` into `heir`; without `old` it has no line yet."""
    values.setdefault("name", f"Sắp xếp thử {next(_numbers)}")
    values.setdefault("kind", "merge")
    values.setdefault("effective_on", date(2024, 7, 1))
    values.setdefault("legal_basis", "12/NQ-HĐND")
    made = Handover.objects.create(**values)
    if old is not None:
        HandoverLine.objects.create(handover=made, position=1, predecessor=old, successor=heir)
    return made


def make_bulk_action(made_by: Any, *rows: Occurrence, **values: Any) -> BulkAction:
    """An action on these rows that is being prepared and not shown yet."""
    values.setdefault("kind", "accept")
    made = BulkAction.objects.create(made_by=made_by, **values)
    BulkItem.objects.bulk_create([BulkItem(action=made, occurrence=row) for row in rows])
    return made


def make_sheet(made_by: Any, **values: Any) -> SheetImport:
    """A table of duties that came back and differed in nothing."""
    values = {"kind": "duties", "file_name": "nhiem-vu.xlsx", "sha256": "0" * 64, **values}
    return SheetImport.objects.create(made_by=made_by, rows=0, **values)
