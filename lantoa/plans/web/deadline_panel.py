"""The part of a duty's page about its deadline (thời hạn): steps, what was asked, what to do."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from django.forms import Form
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from lantoa.plans.selectors import deadlines, occurrences
from lantoa.plans.services.moving import OPEN_STATES
from lantoa.plans.web.forms import deadlines as forms

if TYPE_CHECKING:
    from lantoa.common.access import Actor
    from lantoa.plans.models import Excuse, Extension, Occurrence, Pause
    from lantoa.plans.rules.judging import Judged

TONES = {"granted": "done_on_time", "refused": "returned"}


def context(
    actor: Actor, row: Occurrence, found: Judged, *, chosen: bool, refused: Form | None = None
) -> dict[str, Any]:
    """`refused` is a form of this part that a service turned down; it comes back as typed."""
    extensions, excuses, pauses = deadlines.asked_of(row)
    duty = row.obligation
    live = not chosen and duty.state == "active" and duty.plan.state == "active"
    running = live and row.state in OPEN_STATES and row.excused_at is None
    asks = running and occurrences.may(actor, row, to="ask")
    rules = live and occurrences.may(actor, row, to="rule")
    panel = _Panel(actor, row, refused)
    waiting = [one for one in (*extensions, *excuses) if one.state == "asked"]
    return {
        "may_begin": running
        and row.state == "open"
        and row.begun_on is None
        and occurrences.may(actor, row, to="submit"),
        "requests": [panel.request(one, asks=asks, rules=rules) for one in waiting],
        "asking": panel.asking(asks, {type(one).__name__ for one in waiting}),
        "ruling": panel.ruling(rules, running=running, locked=not found.window.takes_results),
        "answered": [panel.past(one) for one in (*extensions, *excuses) if one.state in TONES][:10],
        "pauses": [panel.pause(one, rules=rules and running) for one in pauses],
    }


class _Panel:
    def __init__(self, actor: Actor, row: Occurrence, refused: Form | None) -> None:
        self.actor, self.row, self.refused = actor, row, refused

    def form(self, kind: type[Form], *, of: Any = None, **initial: Any) -> Form:
        """The form just refused when it is this one, else a fresh one."""
        mark = getattr(self.refused, "of", None)
        if type(self.refused) is kind and mark == (of.pk if of else None):
            return self.refused
        # Several requests may stand on one page, each with a form of its own.
        prefix = f"{kind.prefix}-{of.pk}" if of else kind.prefix
        return kind(prefix=prefix, initial=initial)

    def panel(self, title: str, name: str, form: Form, submit: str, icon: str) -> dict[str, Any]:
        return {
            "title": title,
            "form": form,
            "action": reverse(f"duties:{name}", args=[self.row.pk]),
            "submit": submit,
            "icon": icon,
            "open": form.is_bound,
        }

    def asking(self, may: bool, waiting: set[str]) -> list[dict[str, Any]]:
        if not may:
            return []
        panels = []
        if self.row.due_on is not None and "Extension" not in waiting:
            form = self.form(forms.ExtensionForm)
            panels.append(
                self.panel(_("Xin gia hạn"), "extension-ask", form, _("Gửi đề nghị"), "send")
            )
        if "Excuse" not in waiting:
            form = self.form(forms.ExcuseForm)
            panels.append(
                self.panel(
                    _("Đề nghị không thực hiện"), "excuse-ask", form, _("Gửi đề nghị"), "send"
                )
            )
        return panels

    def ruling(self, may: bool, *, running: bool, locked: bool) -> list[dict[str, Any]]:
        panels: list[dict[str, Any]] = []
        if may and self.row.excused_at is not None:
            form = self.form(forms.ExpectForm)
            panels.append(
                self.panel(
                    _("Yêu cầu thực hiện trở lại"), "expect-again", form, _("Yêu cầu"), "undo-2"
                )
            )
        if may and running and locked:
            form = self.form(forms.ReopenForm)
            panels.append(
                self.panel(_("Mở lại nhận kết quả"), "reopen", form, _("Mở lại"), "repeat")
            )
        if may and running and self.row.due_on is not None:
            form = self.form(forms.PauseForm)
            panels.append(self.panel(_("Tạm dừng tính hạn"), "pause", form, _("Tạm dừng"), "clock"))
        return panels

    def request(self, one: Extension | Excuse, *, asks: bool, rules: bool) -> dict[str, Any]:
        """A request that waits: its words, and the form of who may answer or take it back."""
        extension = hasattr(one, "asked_for")
        name = "extension" if extension else "excuse"
        kind = forms.ExtensionAnswerForm if extension else forms.AnswerForm
        initial = {"until": one.asked_for} if extension else {}
        answers = rules and one.asked_by_id != self.actor.user_id
        return {
            **self._said(one),
            "form": self.form(kind, of=one, **initial) if answers else None,
            "answer": reverse(f"duties:{name}-answer", args=[one.pk]),
            "withdraw": reverse(f"duties:{name}-withdraw", args=[one.pk]) if asks else "",
        }

    def past(self, one: Extension | Excuse) -> dict[str, Any]:
        return {
            **self._said(one),
            "label": one.get_state_display(),
            "tone": TONES[one.state],
            "answer": one.answer,
            "decided": one.decided_at,
        }

    def _said(self, one: Any) -> dict[str, Any]:
        title = _("Đề nghị không thực hiện")
        if hasattr(one, "asked_for"):
            title = _("Xin gia hạn từ %(old)s đến %(new)s") % {
                "old": f"{one.due_before:%d/%m/%Y}",
                "new": f"{one.asked_for:%d/%m/%Y}",
            }
        if getattr(one, "granted_for", None) and one.granted_for != one.asked_for:
            title += " " + _("(được đến %s)") % f"{one.granted_for:%d/%m/%Y}"
        return {
            "title": title,
            "reason": one.reason,
            "who": one.asked_by,
            "when": one.asked_at,
            "illustrative": one.is_illustrative,
        }

    def pause(self, one: Pause, *, rules: bool) -> dict[str, Any]:
        today = timezone.localdate()
        ends = rules and one.until >= today
        on: date = max(today, one.since)
        return {
            "row": one,
            "form": self.form(forms.ResumeForm, of=one, on=on) if ends else None,
            "action": reverse("duties:pause-end", args=[one.pk]),
        }
