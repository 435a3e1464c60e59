"""Demands, sub-plans and their rows for tests."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.core.files.base import ContentFile
from django.utils import timezone

from lantoa.plans.factories import make_plan
from lantoa.subplans.models import SubPlan, SubPlanCall, SubPlanRow, SubPlanVersion

WHOLE = {
    "task": "Gửi tin, bài về cải cách hành chính",
    "forms": "Tin, bài",
    "time": "Hằng tháng",
    "lead": "Văn phòng",
    "money": 1_000_000,
}


def make_call(plan: Any = None, **values: Any) -> SubPlanCall:
    return SubPlanCall.objects.create(plan=plan or make_plan(state="active"), **values)


def make_sub_plan(call: SubPlanCall | None = None, *, agency: Any, **values: Any) -> SubPlan:
    """Awaited; a state past drafting brings the moments and the version that it must have."""
    state = values.get("state", "awaited")
    if state in {"sent", "appraising", "returned", "accepted"}:
        values.setdefault("sent_at", timezone.now())
        values.setdefault("version", 1)
    if state in {"returned", "accepted"}:
        values.setdefault("decided_at", timezone.now())
    if state == "exempt":
        values.setdefault("exempt_reason", "Không có biên chế")
    made = SubPlan.objects.create(call=call or make_call(), agency=agency, **values)
    if made.version:
        make_version(made)
    return made


def make_row(sub_plan: SubPlan, *answers: Any, **values: Any) -> SubPlanRow:
    """A row with all five parts that answers these duties."""
    values = {**WHOLE, "position": (sub_plan.rows.count() + 1) * 10, **values}
    row = SubPlanRow.objects.create(sub_plan=sub_plan, **values)
    row.answers.set(answers)
    return row


def make_version(sub_plan: SubPlan, **values: Any) -> SubPlanVersion:
    verdicts = {"returned": "returned", "accepted": "accepted"}
    verdict = verdicts.get(sub_plan.state, "pending")
    decided = {"decided_at": timezone.now()} if verdict != "pending" else {}
    content = {"rows": [], "general": {}, "title": "", "symbol": "", "file": ""}
    return SubPlanVersion.objects.create(
        **{
            "sub_plan": sub_plan, "number": sub_plan.version, "content": content,
            "sent_at": timezone.now(), "verdict": verdict, **decided, **values,
        }
    )  # fmt: skip


def put_paper(sub_plan: SubPlan, **values: Any) -> SubPlan:
    """Number, day, signer and the file of the issued document."""
    values = {
        "symbol": "12/KH-UBND", "issued_on": date(2023, 3, 10), "signer": "Trần Văn An",
        "file_name": "ke-hoach.pdf", "media_type": "application/pdf", "sha256": "a" * 64, **values,
    }  # fmt: skip
    for name, value in values.items():
        setattr(sub_plan, name, value)
    sub_plan.file.save("ke-hoach.pdf", ContentFile(b"%PDF-1.4 ke hoach"), save=False)
    sub_plan.save()
    return sub_plan
