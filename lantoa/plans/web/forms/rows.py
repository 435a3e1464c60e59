"""Forms of one draft row (sửa, tách, gộp, không đưa vào); each carries the row's version."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext_lazy as _

from lantoa.plans.models import DraftItem
from lantoa.plans.models.draft_item import Binding, Nature
from lantoa.plans.rules import words
from lantoa.plans.selectors import draft_items

if TYPE_CHECKING:
    from lantoa.plans.models import Plan


class Versioned(forms.Form):
    version = forms.IntegerField(widget=forms.HiddenInput, min_value=1)


class RejectForm(Versioned):
    reason = forms.CharField(
        label=_("Lý do không đưa vào kế hoạch"),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("Ví dụ: chỉ là lời dẫn, trùng với dòng khác, không giao việc cho ai."),
        error_messages={"required": _("Hãy ghi rõ lý do.")},
    )


class SplitForm(Versioned):
    parts = forms.CharField(
        label=_("Các phần, mỗi phần một đoạn"),
        widget=forms.Textarea(attrs={"rows": 10}),
        help_text=_(
            "Xuống dòng ở chỗ cần tách. Mỗi đoạn thành một nhiệm vụ, giữ cơ quan và thời hạn."
        ),
        error_messages={"required": _("Hãy nhập ít nhất hai phần, mỗi phần một dòng.")},
    )

    def clean_parts(self) -> list[str]:
        return [line for line in self.cleaned_data["parts"].splitlines() if line.strip()]


class MergeForm(Versioned):
    into = forms.ModelChoiceField(
        label=_("Gộp vào dòng"),
        queryset=None,
        empty_label=_("Chọn dòng giữ lại"),
        help_text=_("Dòng giữ lại nhận thêm phần nguyên văn của dòng này; nội dung không đổi."),
        error_messages={"required": _("Hãy chọn dòng giữ lại.")},
    )

    def __init__(self, *args: Any, item: DraftItem, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["into"]
        field.queryset = draft_items.living_beside(item)
        field.label_from_instance = lambda row: f"{row.code}: {row.text[:90]}"


class RowForm(forms.Form):
    """What a row says apart from its parties and its due rule."""

    text = forms.CharField(
        label=_("Nội dung"),
        widget=forms.Textarea(attrs={"rows": 6}),
        error_messages={"required": _("Nội dung của dòng không được để trống.")},
    )
    nature = forms.ChoiceField(label=_("Loại"), choices=Nature.choices)
    binding = forms.ChoiceField(
        label=_("Tính chất"),
        choices=Binding.choices,
        help_text=_("“Đề nghị” dùng cho cơ quan ngoài quyền chỉ đạo; không bao giờ tính quá hạn."),
    )
    target_value = forms.FloatField(
        label=_("Chỉ tiêu, con số"),
        required=False,
        localize=True,
        error_messages={"invalid": _("Hãy nhập một con số, ví dụ 100 hoặc 2,5.")},
    )
    target_unit = forms.CharField(
        label=_("Đơn vị tính"), required=False, max_length=40, help_text=_("Ví dụ: %, tin, lượt.")
    )
    target_of = forms.CharField(
        label=_("Tính trên"),
        required=False,
        max_length=300,
        help_text=_("Ví dụ: cán bộ, công chức, viên chức."),
    )
    means = forms.CharField(
        label=_("Hình thức ghi trong bảng, mỗi dòng một hình thức"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    audiences = forms.MultipleChoiceField(
        label=_("Đối tượng"),
        required=False,
        choices=list(words.AUDIENCES.items()),
        widget=forms.CheckboxSelectMultiple,
    )
    channels = forms.MultipleChoiceField(
        label=_("Kênh"),
        required=False,
        choices=list(words.CHANNELS.items()),
        widget=forms.CheckboxSelectMultiple,
    )

    @staticmethod
    def initial_of(item: DraftItem) -> dict[str, Any]:
        target: Mapping[str, Any] = item.target or {}
        return {
            "text": item.text,
            "nature": item.nature,
            "binding": item.binding,
            "target_value": target.get("value"),
            "target_unit": target.get("unit", ""),
            "target_of": target.get("of") or "",
            "means": "\n".join(item.forms),
            "audiences": item.audiences,
            "channels": item.channels,
        }

    def values(self) -> dict[str, Any]:
        """The cleaned fields as the draft keeps them."""
        data = self.cleaned_data
        return {
            "text": data["text"].strip(),
            "nature": data["nature"],
            "binding": data["binding"],
            "target": self._target(),
            "forms": [line.strip() for line in data["means"].splitlines() if line.strip()],
            "audiences": data["audiences"],
            "channels": data["channels"],
        }

    def _target(self) -> dict[str, Any] | None:
        data = self.cleaned_data
        if data["target_value"] is None:
            return None
        return {
            "value": data["target_value"],
            "unit": data["target_unit"],
            "of": data["target_of"] or None,
        }


class BulkForm(forms.Form):
    """The rows to accept together, each as `pk:version`."""

    sure = forms.MultipleChoiceField(required=False, widget=forms.MultipleHiddenInput)

    def __init__(self, *args: Any, plan: Plan, sure: list[DraftItem], **kwargs: Any) -> None:
        self.count = len(sure)
        initial = {"sure": [f"{row.pk}:{row.version}" for row in sure]}
        super().__init__(*args, initial=initial, auto_id=False, **kwargs)


def read_picks(values: list[str]) -> dict[int, int]:
    """`pk:version` pairs as {pk: version}; anything else is left out."""
    picks = {}
    for value in values:
        pk, _colon, version = value.partition(":")
        if pk.isdecimal() and version.isdecimal():
            picks[int(pk)] = int(version)
    return picks
