"""An accepted sub-plan as a plan of its own (lập kế hoạch cấp dưới), for the agencies beneath."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Any

from django.db import transaction

from lantoa.common import access, audit
from lantoa.documents.services import intake
from lantoa.organisations.selectors import agencies
from lantoa.plans.rules import plan_structure
from lantoa.plans.services import drafts
from lantoa.subplans.errors import AlreadyOpened, NobodyBeneath, NotAccepted
from lantoa.subplans.models import SubPlan, SubPlanRow
from lantoa.subplans.services.contents import kept_rows

if TYPE_CHECKING:
    from lantoa.common.access import Actor
    from lantoa.documents.models import SignedDocument
    from lantoa.plans.models import Plan

HEADS = (
    "TT", "Nhiệm vụ, hoạt động", "Hình thức", "Phân công và cách thức thực hiện",
    "Thời gian thực hiện",
)  # fmt: skip


@transaction.atomic
def open_plan(*, sub_plan: SubPlan, by: Actor) -> Plan:
    """Open a draft plan from the accepted rows; it binds once it is confirmed row by row.

    The rows are set out as a table and read like any document, so that parties and deadlines
    become what they would be had the agency's plan been loaded; the words stay the rows' own.
    """
    access.require(by, "subplans.open")
    locked = SubPlan.objects.select_for_update(of=("self",)).get(pk=sub_plan.pk)
    if locked.own_plan_id is not None:
        raise AlreadyOpened()
    if locked.state != SubPlan.State.ACCEPTED:
        raise NotAccepted()
    on = locked.issued_on or locked.call.plan.issued_on
    assert on is not None  # both are asked for before
    if not agencies.scope_of(locked.agency, on=on):
        raise NobodyBeneath(agency=locked.agency.label)
    rows = kept_rows(locked)
    document = _set_out(locked, rows, by)
    heading = drafts.Heading(
        str(locked), locked.symbol, locked.issued_on, locked.agency, locked.call.plan.year
    )
    plan = drafts.open_with_rows(
        document=document, heading=heading, rows=_draft_rows(document, rows, locked), by=by
    )
    SubPlanRow.objects.bulk_update(rows, ["code"], batch_size=200)
    locked.own_plan = plan
    locked.save(update_fields=["own_plan", "changed_at"])
    audit.record("subplans.opened_as_plan", by=by, about=locked, data={"plan": plan.pk})
    return plan


def _set_out(sub_plan: SubPlan, rows: list[SubPlanRow], by: Actor) -> SignedDocument:
    """The rows as a page with one table, kept like a document of the agency."""
    name = f"noi-dung-ke-hoach-{sub_plan.pk}.html"
    data = _page(sub_plan, rows).encode()
    return intake.take_in(name=name, data=data, owner=sub_plan.agency, by=by, right="subplans.open")


def _page(sub_plan: SubPlan, rows: list[SubPlanRow]) -> str:
    issued = sub_plan.issued_on
    day = f"ngày {issued.day:02d} tháng {issued.month:02d} năm {issued.year}" if issued else ""
    head = [sub_plan.agency.name.upper(), f"Số: {sub_plan.symbol}", day, "KẾ HOẠCH", str(sub_plan)]
    lines = "".join(f"<p>{escape(text)}</p>" for text in head if text)
    table = _line("th", HEADS) + "".join(
        _line("td", (str(number), row.task, row.forms, _parties(sub_plan, row), row.time))
        for number, row in enumerate(rows, start=1)
    )
    return f"<html><body>{lines}<table>{table}</table></body></html>"


def _line(tag: str, cells: tuple[str, ...]) -> str:
    said = (escape(cell).replace("\n", "<br>") for cell in cells)
    return "<tr>" + "".join(f"<{tag}>{cell}</{tag}>" for cell in said) + "</tr>"


def _parties(sub_plan: SubPlan, row: SubPlanRow) -> str:
    """Who leads and who helps; a row that names nobody is the agency's own."""
    said = [f"- {row.lead or sub_plan.agency.name} chủ trì"]
    return "\n".join([*said, *([f"- {row.coordinating} phối hợp"] if row.coordinating else [])])


def _draft_rows(
    document: SignedDocument, rows: list[SubPlanRow], sub_plan: SubPlan
) -> list[dict[str, Any]]:
    """For each row what the reading understood of it; what it missed is the agency's own work."""
    read: list[dict[str, Any]] = document.reading["documents"]
    index = plan_structure.main_document(read)
    proposed = plan_structure.proposed_rows(read, index) if index is not None else ()
    known = {one["code"]: one for one in proposed if one["nature"] == "activity"}
    drafted = []
    for number, row in enumerate(rows, start=1):
        row.code = f"PL.{number}"
        own = {"name": sub_plan.agency.name, "role": "lead", "group": False}
        blank = {
            "spans": [], "assignment": _parties(sub_plan, row), "parties": [own],
            "due": {"kind": "unstated", "text": row.time}, "binding": "directed",
            "audiences": [], "channels": [], "target": None, "confidence": 1.0,
        }  # fmt: skip
        said = {
            "position": number * 10, "code": row.code, "nature": "activity", "text": row.task,
            "forms": [line for line in row.forms.splitlines() if line.strip()],
        }  # fmt: skip
        drafted.append({**blank, **known.get(row.code, {}), **said})
    return drafted
