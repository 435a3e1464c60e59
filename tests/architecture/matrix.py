"""Who may open what: the expected answer of each workspace address for each kind of visitor.

An address that is missing here fails the suite; so does an answer that changes.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from types import SimpleNamespace
from typing import Any

from django.db import transaction
from django.test import Client
from django.urls import reverse

from lantoa.channels.factories import make_delivery, make_notice
from lantoa.common.factories import make_calendar_day, make_upload
from lantoa.documents.factories import make_document, make_finding, make_intake, make_rule
from lantoa.organisations.factories import make_actor, make_agency
from lantoa.organisations.models import Reorganisation
from lantoa.plans import factories
from lantoa.plans.models import SavedFilter
from lantoa.subplans.factories import make_call, make_row, make_sub_plan

VISITORS = ("anonymous", "other agency", "own reader", "own officer", "coordinator")


@dataclass(frozen=True)
class Address:
    """`answers` follow VISITORS: sign-in, ok, 403 (seen, not allowed) or 404 (unseen).

    `more` names a second row in the address.
    """

    answers: tuple[str, ...]
    row: str = ""
    post: bool = False
    more: str = ""


def _read(row: str = "") -> Address:
    return Address(("sign-in", "ok", "ok", "ok", "ok"), row)


def _draft(row: str, *, post: bool = True) -> Address:
    """A draft is unseen by all who do not oversee plans."""
    return Address(("sign-in", "404", "404", "404", "ok"), row, post)


def _own(row: str, *, post: bool = True) -> Address:
    """Work on evidence: the own agency's officers only."""
    return Address(("sign-in", "404", "403", "ok", "403"), row, post)


_OWN_READ = ("sign-in", "404", "ok", "ok", "ok")
_DECIDE = ("sign-in", "404", "403", "403", "ok")
_READ_ALL = ("sign-in", "ok", "ok", "ok", "ok")
_COORDINATE = ("sign-in", "403", "403", "403", "ok")

ADDRESSES: dict[str, Address] = {
    "workspace:home": _read(),
    "workspace:gallery": _read(),
    # Without the protocol's header, and by a method that it does not know.
    "uploads:uploads": Address(("sign-in", "412", "403", "412", "412"), post=True),
    "uploads:upload": Address(("sign-in", "404", "403", "405", "404"), "upload"),
    "organisations:agency-list": _read(),
    "organisations:agency": _read("agency"),
    "organisations:reorganisation-list": _read(),
    "organisations:reorganisation": _read("reorganisation"),
    "documents:document": _read("document"),
    "documents:original": _read("document"),
    "documents:compare": _read("document"),
    "documents:learned-list": Address(_COORDINATE),
    "documents:learned-export": Address(_COORDINATE),
    "documents:learned-import": Address(_COORDINATE),
    "documents:learned-activate": Address(_COORDINATE, "rule", post=True),
    "documents:learned-retire": Address(_COORDINATE, "rule", post=True),
    "documents:finding-seen": Address(_COORDINATE, "finding", post=True),
    "plans:plan-list": _read(),
    "plans:plan-upload": Address(_COORDINATE),
    "plans:loading-list": Address(_COORDINATE),
    "plans:loading": Address(_COORDINATE, "intake"),
    "plans:loading-again": Address(_COORDINATE, "failed_intake", post=True),
    "plans:loading-away": Address(_COORDINATE, "failed_intake", post=True),
    "plans:loading-file": Address(_COORDINATE, "intake"),
    "plans:plan": _read("plan"),
    "plans:board": Address(_COORDINATE, "plan"),
    "plans:plan-withdraw": _draft("draft"),
    "plans:plan-reopen": _draft("put_away"),
    "plans:plan-review": _draft("draft", post=False),
    "plans:row-add": _draft("draft", post=False),
    "plans:rows-accept": _draft("draft"),
    "plans:plan-describe": _draft("draft"),
    "plans:plan-confirm": _draft("draft", post=False),
    "plans:row": _draft("item", post=False),
    "plans:row-accept": _draft("item"),
    "plans:row-reject": _draft("item"),
    "plans:row-restore": _draft("item"),
    "plans:row-merge": _draft("item", post=False),
    "plans:row-split": _draft("item", post=False),
    "reminders:follow-up": Address(_COORDINATE, "plan"),
    "reminders:letter": Address(_COORDINATE, "plan"),
    "reminders:rules": Address(_COORDINATE, "plan"),
    "channels:notice-list": _read(),
    "channels:notice": Address(("sign-in", "404", "404", "ok", "404"), "notice"),
    "channels:notices-read": Address(_READ_ALL, post=True),
    "channels:preference": _read(),
    "channels:delivery-list": Address(_COORDINATE),
    "channels:delivery": Address(_COORDINATE, "delivery"),
    "channels:delivery-again": Address(_COORDINATE, "delivery", post=True),
    "channels:delivery-settle": Address(_COORDINATE, "uncertain_delivery", post=True),
    "channels:policy": Address(_COORDINATE),
    "plans:working-calendar": _read(),
    "plans:matrix": Address(_COORDINATE, "plan"),
    "plans:calendar": _read("plan"),
    "plans:timeline": _read("plan"),
    "plans:coverage": Address(_COORDINATE, "plan"),
    "plans:progress": _read("plan"),
    "plans:weights-natures": Address(_COORDINATE, "plan", post=True),
    "plans:weights-duty": Address(_COORDINATE, "plan", post=True),
    "plans:agency-profile": Address(("sign-in", "403", "ok", "ok", "ok"), "plan", more="agency"),
    "plans:my-calendar": _read(),
    "feeds:calendar-file": Address(("404",) * 5),
    "duties:filter-save": Address(_READ_ALL, post=True),
    "duties:filter-remove": Address(("sign-in", "404", "404", "ok", "404"), "filter", post=True),
    "duties:filter-bring-back": Address(
        ("sign-in", "404", "404", "ok", "404"), "filter", post=True
    ),
    "plans:calendar-day-add": Address(_COORDINATE, post=True),
    "plans:calendar-day-out": Address(_COORDINATE, post=True),
    "plans:calendar-day-back": Address(_COORDINATE, "day", post=True),
    "plans:plan-settings": Address(_COORDINATE, "plan"),
    "plans:amendment-list": _read("plan"),
    "plans:emergent-add": Address(_COORDINATE, "plan"),
    "plans:amendment-add": Address(_COORDINATE, "plan"),
    "plans:amendment": _read("amendment"),
    "plans:amendment-file": Address(("sign-in", "404", "404", "404", "404"), "amendment"),
    "plans:amendment-publish": Address(_COORDINATE, "amending", post=True),
    "plans:amendment-drop": Address(_COORDINATE, "amending", post=True),
    "plans:change-move": Address(_COORDINATE, "amending", post=True),
    "plans:change-add": Address(_COORDINATE, "amending", post=True),
    "plans:change-remove": Address(_COORDINATE, "amending", post=True),
    "plans:change-reword": Address(_COORDINATE, "amending", post=True),
    "plans:change-drop": Address(_COORDINATE, "change", post=True),
    "plans:obligation-revoke": Address(("sign-in", "404", "403", "403", "ok"), "obligation"),
    "duties:request-list": Address(_COORDINATE),
    "duties:begin": _own("open"),
    "duties:extension-ask": _own("open"),
    "duties:excuse-ask": _own("open"),
    "duties:extension-withdraw": _own("extension"),
    "duties:excuse-withdraw": _own("excuse"),
    "duties:extension-answer": Address(_DECIDE, "extension", post=True),
    "duties:excuse-answer": Address(_DECIDE, "excuse", post=True),
    "duties:pause": Address(_DECIDE, "open", post=True),
    "duties:pause-end": Address(_DECIDE, "pause", post=True),
    "duties:reopen": Address(_DECIDE, "open", post=True),
    "duties:expect-again": Address(_DECIDE, "open", post=True),
    "handovers:list": Address(_COORDINATE),
    "handovers:new": Address(_COORDINATE),
    "handovers:of-event": Address(_COORDINATE, "reorganisation", post=True),
    "handovers:one": Address(_COORDINATE, "handover"),
    "handovers:rows": Address(_COORDINATE, "handover"),
    "handovers:add-agencies": Address(_COORDINATE, "handover", post=True),
    "handovers:remove-agency": Address(_COORDINATE, "handover", post=True),
    "handovers:choose": Address(_COORDINATE, "handover", post=True),
    "handovers:drop": Address(_COORDINATE, "handover", post=True),
    "handovers:take-up": Address(_COORDINATE, "dropped_handover", post=True),
    "handovers:confirm": Address(_COORDINATE, "handover", post=True),
    "duties:bulk-list": Address(_COORDINATE),
    "duties:bulk-choose": Address(("sign-in", "403", "403", "403", "404"), post=True),
    "duties:bulk": Address(_COORDINATE, "bulk"),
    "duties:bulk-take-out": Address(_COORDINATE, "bulk", post=True),
    "duties:bulk-confirm": Address(_COORDINATE, "bulk", post=True),
    "duties:bulk-undo": Address(_COORDINATE, "bulk", post=True),
    "subplans:list": _read(),
    "subplans:one": Address(_OWN_READ, "sub_plan"),
    "subplans:paper": _own("sub_plan", post=False),
    "subplans:file": Address(("sign-in", "404", "403", "404", "403"), "sub_plan"),
    "subplans:read": _own("sub_plan"),
    "subplans:copy-duties": _own("sub_plan"),
    "subplans:copy-last-year": _own("sub_plan"),
    "subplans:send": _own("sub_plan"),
    "subplans:recall": _own("sub_sent"),
    "subplans:row-add": _own("sub_plan"),
    "subplans:rows-keep": _own("sub_plan"),
    "subplans:row": _own("sub_row", post=False),
    "subplans:row-keep": _own("sub_row"),
    "subplans:row-remove": _own("sub_row"),
    "subplans:row-bring-back": _own("sub_row"),
    "subplans:version": Address(_OWN_READ, "sub_version"),
    "subplans:version-file": Address(("sign-in", "404", "404", "404", "404"), "sub_version"),
    "subplans:take-up": Address(_DECIDE, "sub_sent", post=True),
    "subplans:accept": Address(_DECIDE, "sub_sent", post=True),
    "subplans:send-back": Address(_DECIDE, "sub_sent", post=True),
    "subplans:reconsider": Address(_DECIDE, "sub_accepted", post=True),
    "subplans:open-plan": Address(_DECIDE, "sub_accepted", post=True),
    "subplans:exempt": Address(_DECIDE, "sub_plan", post=True),
    "subplans:expect": Address(_DECIDE, "sub_plan", post=True),
    "subplans:queue": Address(_COORDINATE, "plan"),
    "subplans:settle": Address(_COORDINATE, "plan"),
    "subplans:consolidated": Address(_COORDINATE, "plan"),
    "subplans:levels": Address(_COORDINATE, "plan"),
    "duties:sheets": Address(("sign-in", "ok", "403", "ok", "ok")),
    "duties:sheet-file": Address(("sign-in", "404", "403", "404", "404")),
    "duties:sheet": Address(("sign-in", "404", "403", "404", "ok"), "sheet"),
    "duties:sheet-apply": Address(("sign-in", "404", "403", "404", "ok"), "sheet", post=True),
    "duties:my-agency": _read(),
    "duties:duty-list": _read(),
    "duties:duty": Address(_OWN_READ, "open"),
    "duties:obligation": Address(_OWN_READ, "obligation"),
    "duties:evidence-attach": _own("open"),
    "duties:evidence-state": _own("open", post=False),
    "duties:evidence-serve": _own("evidence", post=False),
    "duties:evidence-submit": _own("open"),
    "duties:evidence-recall": _own("sent"),
    "duties:evidence-accept": Address(_DECIDE, "sent", post=True),
    "duties:evidence-reconsider": Address(_DECIDE, "decided", post=True),
    "duties:evidence-send-back": Address(_DECIDE, "sent", post=True),
    "duties:evidence-file": Address(_OWN_READ, "evidence"),
    "duties:evidence-withdraw": _own("evidence"),
    "duties:evidence-bring-back": _own("withdrawn"),
}


class Scene:
    """One authority, two agencies, a binding plan and a draft, with a row for every address."""

    def __init__(self) -> None:
        authority = make_agency("Ủy ban nhân dân thị xã Cảnh", kind="people_committee")
        own, other = make_agency(parent=authority), make_agency(parent=authority)
        coordinating = make_agency(parent=authority)
        self.users: dict[str, Any] = {
            "other agency": make_actor(other).user,
            "own reader": make_actor(own, role="reader").user,
            "own officer": make_actor(own).user,
            "coordinator": make_actor(coordinating, role="coordinator").user,
        }
        document = make_document(owner=authority)
        values = {"authority": authority, "coordinator": coordinating, "document": document}
        plan = factories.make_plan(state="active", **values)
        draft = factories.make_plan(state="draft", **values)
        obligation = factories.make_obligation(plan, lead=own)
        self.rows: dict[str, Any] = {
            "agency": own,
            "reorganisation": _reorganisation(),
            "document": document,
            "finding": make_finding(document),
            "rule": make_rule(authority),
            "intake": make_intake(),
            "failed_intake": make_intake(state="failed"),
            "plan": plan,
            "draft": draft,
            "put_away": factories.make_plan(state="withdrawn", **values),
            "item": factories.make_draft_item(draft, lead=own),
            "obligation": obligation,
            "open": factories.make_occurrence(obligation, agency=own),
            "sent": factories.make_occurrence(obligation, agency=own, state="submitted"),
        }
        self._actions(other, own)
        self.rows |= _messages(self.users["own officer"].person)
        self.rows |= _changes(self.rows["open"]) | _sub_plans(plan, own, values)
        self.rows["filter"] = _filter(self.users["own officer"])
        self.rows["decided"] = factories.make_occurrence(obligation, agency=own, state="accepted")
        self.rows["evidence"] = factories.make_evidence(self.rows["open"])
        self.rows["withdrawn"] = factories.make_evidence(
            self.rows["open"], withdrawn_at=plan.confirmed_at
        )

    def _actions(self, old: Any, heir: Any) -> None:
        made_by = self.users["coordinator"]
        self.rows["sheet"] = factories.make_sheet(made_by)
        self.rows["bulk"] = factories.make_bulk_action(made_by, self.rows["sent"])
        self.rows["handover"] = factories.make_handover(old=old, heir=heir)
        self.rows["upload"] = _upload(self.users["own officer"])
        self.rows["dropped_handover"] = factories.make_handover(state="dropped")

    def visit(self, client: Client, name: str, visitor: str) -> str:
        """Open the address as the visitor, undo what it did, and name the answer."""
        address = ADDRESSES[name]
        args = [self.rows[row].pk for row in (address.row, address.more) if row]
        with transaction.atomic():
            client.logout()
            if visitor != "anonymous":
                client.force_login(self.users[visitor], backend=_BACKEND)
            send: Callable[..., Any] = client.post if address.post else client.get
            answer = _word(send(reverse(name, args=args)))
            transaction.set_rollback(True)
        return answer


_BACKEND = "django.contrib.auth.backends.ModelBackend"


def _sub_plans(plan: Any, own: Any, values: dict[str, Any]) -> dict[str, Any]:
    """An agency's own plans in their states, each under a plan of its own."""
    drafting = make_sub_plan(make_call(plan), agency=own)
    made = {
        state: make_sub_plan(
            make_call(factories.make_plan(state="active", **values)), agency=own, state=state
        )
        for state in ("sent", "accepted")
    }
    return {
        "sub_plan": drafting,
        "sub_row": make_row(drafting),
        "sub_sent": made["sent"],
        "sub_accepted": made["accepted"],
        "sub_version": made["sent"].versions.get(),
    }


def _messages(person: Any) -> dict[str, Any]:
    return {
        "notice": make_notice(person),
        "delivery": make_delivery(person, state="failed"),
        "uncertain_delivery": make_delivery(person, state="uncertain"),
    }


def _upload(user: Any) -> SimpleNamespace:
    """Its address names it by its token."""
    return SimpleNamespace(pk=make_upload(user, b"%PDF-").token)


def _filter(user: Any) -> SavedFilter:
    return SavedFilter.objects.create(user=user, name="Của tôi", query="han=co")


def _word(response: Any) -> str:
    if response.streaming:  # a file is only closed once it is read
        b"".join(response.streaming_content)
    if response.status_code == 302:
        return "sign-in" if response["Location"].startswith("/dang-nhap/") else "ok"
    # 422 and a page with the form again: let in, but what was sent was incomplete.
    return "ok" if response.status_code in {200, 422} else str(response.status_code)


def _changes(row: Any) -> dict[str, Any]:
    """What was asked about a duty, what stops its clock, and what amends its plan."""
    plan = row.obligation.plan
    amending = factories.make_amendment(plan)
    return {
        "day": make_calendar_day(),
        "extension": factories.make_extension(row),
        "excuse": factories.make_excuse(row),
        "pause": factories.make_pause(row),
        "amending": amending,
        "amendment": factories.make_amendment(plan, version=2),
        "change": factories.make_change(amending, row.obligation),
    }


def _reorganisation() -> Reorganisation:
    return Reorganisation.objects.create(
        code="sap-xep-thu",
        name="Sắp xếp thử",
        kind="merge",
        effective_on="2024-11-01",
        legal_basis="01/NQ-HĐND",
    )
