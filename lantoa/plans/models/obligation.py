"""A binding duty of a confirmed plan (nhiệm vụ) with its due rule and its place in the source."""

from django.db import models

from lantoa.plans.models.draft_item import Binding, Nature
from lantoa.plans.models.tallying import CountedDuty


class Obligation(CountedDuty):
    class State(models.TextChoices):
        ACTIVE = "active", "Đang hiệu lực"
        WITHDRAWN = "withdrawn", "Đã rút"

    class DueKind(models.TextChoices):
        BY_DATE = "by_date", "Trước một ngày"
        WITHIN_PERIOD = "within_period", "Trong một kỳ"
        WEEKLY = "weekly", "Hằng tuần"
        MONTHLY = "monthly", "Hằng tháng"
        QUARTERLY = "quarterly", "Hằng quý"
        YEARLY = "yearly", "Hằng năm"
        STANDING = "standing", "Thường xuyên"
        EXTERNAL = "external", "Theo kế hoạch khác"
        TRIGGERED = "triggered", "Khi phát sinh"
        UNSTATED = "unstated", "Không nêu thời hạn"

    plan = models.ForeignKey("plans.Plan", on_delete=models.CASCADE, related_name="obligations")
    position = models.PositiveIntegerField()
    nature = models.CharField("loại", max_length=12, choices=Nature)
    code = models.CharField("ký hiệu", max_length=40)
    text = models.TextField("nội dung")
    spans = models.JSONField(default=list)
    forms = models.JSONField(default=list)
    assignment_text = models.TextField("phân công", blank=True)
    binding = models.CharField("tính chất", max_length=10, choices=Binding)
    audiences = models.JSONField(default=list)
    channels = models.JSONField(default=list)
    due_kind = models.CharField("thời hạn", max_length=16, choices=DueKind)
    due_text = models.CharField(max_length=300, blank=True)
    due_start = models.DateField(null=True)
    due_by = models.DateField(null=True)
    due_day_of_month = models.PositiveSmallIntegerField(null=True)
    due_rrule = models.CharField(max_length=200, blank=True)
    external_symbol = models.CharField(max_length=60, blank=True)
    target_value = models.FloatField("chỉ tiêu", null=True)
    target_unit = models.CharField(max_length=40, blank=True)
    target_of = models.CharField(max_length=300, blank=True)
    note = models.CharField("ghi chú", max_length=2000, blank=True, default="")
    state = models.CharField(max_length=10, choices=State, default=State.ACTIVE)
    added_by = models.ForeignKey(
        "plans.Amendment", on_delete=models.PROTECT, null=True, related_name="added"
    )
    revoked_by = models.ForeignKey(
        "plans.Amendment", on_delete=models.PROTECT, null=True, related_name="revoked"
    )
    revoked_on = models.DateField("thu hồi từ ngày", null=True)

    class Meta:
        ordering = ["plan", "position"]
        verbose_name = "nhiệm vụ"
        verbose_name_plural = "nhiệm vụ"
        constraints = [
            models.UniqueConstraint(fields=["plan", "code"], name="obligation_code_once"),
            models.CheckConstraint(
                condition=models.Q(due_day_of_month__isnull=True)
                | models.Q(due_day_of_month__gte=1, due_day_of_month__lte=31),
                name="obligation_day_of_month",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.code} {self.text[:80]}"
