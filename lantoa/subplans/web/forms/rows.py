"""The form of one row of a sub-plan (dòng kế hoạch), also saved while typing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.core.exceptions import ValidationError
from django.forms import (
    CharField,
    CheckboxSelectMultiple,
    Form,
    MultipleChoiceField,
    Textarea,
    TextInput,
)
from django.utils.translation import gettext_lazy as _

from lantoa.plans.rules.titles import short
from lantoa.subplans.rules import money
from lantoa.subplans.selectors.covering import MUST

if TYPE_CHECKING:
    from lantoa.plans.models import Obligation
    from lantoa.subplans.models import SubPlanRow


class Demanded(CharField):
    """A part that the plan must have before it is sent; until then it is kept as empty as it is."""

    def validate(self, value: Any) -> None:
        pass


def _area(label: Any, rows: int, **values: Any) -> Demanded:
    return Demanded(label=label, widget=Textarea(attrs={"rows": rows}), **values)


class SubPlanRowForm(Form):
    """A row is kept as unfinished as it is; the check says what it lacks."""

    use_required_attribute = False

    task = _area(_("Nhiệm vụ, hoạt động"), 3)
    forms = _area(_("Hình thức"), 2, help_text=_("Ví dụ: hội nghị; tin, bài; tờ rơi; loa."))
    time = Demanded(
        label=_("Thời gian"),
        max_length=300,
        help_text=_("Ví dụ: trước ngày 25 hằng tháng; quý II; thường xuyên."),
    )
    lead = Demanded(label=_("Chủ trì"), max_length=500)
    coordinating = CharField(label=_("Phối hợp"), required=False, max_length=500)
    money = Demanded(
        label=_("Kinh phí dự kiến (đồng)"),
        max_length=40,
        widget=TextInput(attrs={"inputmode": "text", "autocomplete": "off"}),
        help_text=_("Ví dụ: 1.500.000 hoặc 1,5 triệu. Không cần kinh phí thì ghi 0."),
    )
    money_note = CharField(
        label=_("Nguồn, ghi chú kinh phí"),
        required=False,
        max_length=300,
        help_text=_("Ví dụ: nguồn chi thường xuyên; lồng ghép trong kế hoạch khác."),
    )
    answers = MultipleChoiceField(
        label=_("Trách nhiệm, hoạt động trọng điểm mà dòng này trả lời"),
        required=False,
        widget=CheckboxSelectMultiple,
    )
    guides = MultipleChoiceField(
        label=_("Mục tiêu, nội dung, kênh mà dòng này thực hiện"),
        required=False,
        widget=CheckboxSelectMultiple,
    )

    def __init__(
        self, *args: Any, duties: list[Obligation], row: SubPlanRow | None = None, **kwargs: Any
    ) -> None:
        if row is not None:
            kwargs["initial"] = self._initial(row)
        super().__init__(*args, **kwargs)
        must = [duty for duty in duties if duty.nature in MUST]
        guides = [duty for duty in duties if duty.nature not in MUST]
        for name, found in (("answers", must), ("guides", guides)):
            choices = [(str(one.pk), f"{one.code} – {short(one.text, 120)}") for one in found]
            self.fields[name].choices = choices  # type: ignore[attr-defined]

    def clean_money(self) -> int | None:
        typed = self.cleaned_data["money"].strip()
        if not typed:
            return None
        amount = money.read(typed)
        if amount is None:
            raise ValidationError(
                _("Chưa đọc được số tiền. Hãy ghi như 1.500.000 hoặc 1,5 triệu."), code="invalid"
            )
        return amount

    def values(self) -> dict[str, Any]:
        """The fields that are valid; while typing, the others wait."""
        data = self.cleaned_data
        return {key: data[key] for key in data if key not in {"answers", "guides"}}

    def chosen(self) -> list[int] | None:
        """The duties ticked, or None when a choice is not known any more."""
        data = self.cleaned_data
        if "answers" not in data or "guides" not in data:
            return None
        return [int(pk) for pk in (*data["answers"], *data["guides"])]

    @staticmethod
    def _initial(row: SubPlanRow) -> dict[str, Any]:
        names = ("task", "forms", "time", "lead", "coordinating", "money_note")
        ticked = [str(duty.pk) for duty in row.answers.all()]
        return {
            **{name: getattr(row, name) for name in names},
            "money": money.written(row.money),
            "answers": ticked,
            "guides": ticked,
        }
