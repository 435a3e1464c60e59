"""The parties of a row as lines (cơ quan tham gia): a role and a name; an empty name goes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from lantoa.plans.rules import words

AGENCY_LIST = "ten-co-quan"
EXTRA = 2


class PartyForm(forms.Form):
    role = forms.ChoiceField(label=_("Vai trò"), choices=list(words.ROLES.items()))
    name = forms.CharField(
        label=_("Tên cơ quan hoặc nhóm cơ quan"),
        required=False,
        max_length=400,
        widget=forms.TextInput(attrs={"list": AGENCY_LIST, "autocomplete": "off"}),
    )


PartyFormSet = forms.formset_factory(PartyForm, extra=EXTRA, max_num=60, absolute_max=120)


def party_forms(
    parties: Sequence[Mapping[str, Any]], data: Any = None, *, prefix: str = "co-quan"
) -> Any:
    """The lines of a row's parties with two empty ones after them."""
    initial = [{"role": party["role"], "name": party["name"]} for party in parties]
    return PartyFormSet(data, initial=initial, prefix=prefix)


def parties_from(
    formset: Any, before: Sequence[Mapping[str, Any]], *, is_class: Any
) -> list[dict[str, Any]]:
    """The parties as the draft keeps them, in the order typed, each once.

    A name left as it was keeps its nature; of a new one `is_class(name)` tells whether it names
    a class of agencies.
    """
    known = {party["name"]: bool(party.get("group")) for party in before}
    found: dict[tuple[str, str], dict[str, Any]] = {}
    for form in formset:
        name = " ".join((form.cleaned_data.get("name") or "").split())
        if not name:
            continue
        role = form.cleaned_data["role"]
        group = known[name] if name in known else is_class(name)
        found[(role, name)] = {"name": name, "role": role, "group": group}
    return list(found.values())
