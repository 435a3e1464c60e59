"""The form of the confirmation (xác nhận): it carries the newest change the person has seen."""

from __future__ import annotations

from django import forms


class SeenForm(forms.Form):
    seen = forms.IntegerField(widget=forms.HiddenInput, min_value=0)
