"""One row that reading proposed (dòng dự thảo); nothing of it binds before a person confirms."""

from decimal import Decimal

from django.conf import settings
from django.db import models


class Nature(models.TextChoices):
    """What kind of statement a row is; decided from the headings above it."""

    GOAL = "goal", "Mục tiêu"
    REQUIREMENT = "requirement", "Yêu cầu"
    CONTENT = "content", "Nội dung tuyên truyền"
    CHANNEL = "channel", "Hình thức, kênh"
    DUTY = "duty", "Trách nhiệm"
    ACTIVITY = "activity", "Hoạt động trọng điểm"


class Binding(models.TextChoices):
    DIRECTED = "directed", "Giao thực hiện"
    REQUESTED = "requested", "Đề nghị"


class DraftItem(models.Model):
    """`version` grows with each change, so that a second reviewer sees what the first changed."""

    class State(models.TextChoices):
        PENDING = "pending", "Chờ xem"
        ACCEPTED = "accepted", "Đã chấp nhận"
        REJECTED = "rejected", "Không đưa vào"
        MERGED = "merged", "Đã gộp"

    plan = models.ForeignKey("plans.Plan", on_delete=models.CASCADE, related_name="draft_items")
    position = models.PositiveIntegerField()
    nature = models.CharField("loại", max_length=12, choices=Nature)
    code = models.CharField("ký hiệu", max_length=40)
    text = models.TextField("nội dung")
    spans = models.JSONField(default=list)
    forms = models.JSONField(default=list)
    assignment = models.TextField("phân công", blank=True)
    parties = models.JSONField(default=list)
    due = models.JSONField(default=dict)
    binding = models.CharField("tính chất", max_length=10, choices=Binding)
    audiences = models.JSONField(default=list)
    channels = models.JSONField(default=list)
    target = models.JSONField(null=True)
    confidence = models.DecimalField(
        "độ tin cậy", max_digits=3, decimal_places=2, default=Decimal("1.00")
    )
    state = models.CharField(max_length=10, choices=State, default=State.PENDING)
    merged_into = models.ForeignKey("self", on_delete=models.PROTECT, null=True, related_name="+")
    reason = models.CharField("lý do", max_length=500, blank=True)
    version = models.PositiveIntegerField(default=1)
    changed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    changed_at = models.DateTimeField(auto_now=True)

    class Meta:
        ordering = ["plan", "position", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["plan", "code"], name="draft_item_code_once"),
            models.CheckConstraint(
                condition=models.Q(confidence__gte=0, confidence__lte=1),
                name="draft_item_confidence_share",
            ),
            models.CheckConstraint(
                condition=~models.Q(state="merged") | models.Q(merged_into__isnull=False),
                name="draft_item_merged_somewhere",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.code} {self.text[:60]}"
