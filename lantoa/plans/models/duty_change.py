"""One duty that an amendment adds, removes, moves or words anew (nội dung điều chỉnh)."""

from django.db import models


class DutyChange(models.Model):
    """`before` and `after` hold text, agencies and due rule as the public page shows them."""

    class Kind(models.TextChoices):
        ADDED = "added", "Bổ sung"
        REMOVED = "removed", "Thu hồi"
        MOVED = "moved", "Dời hạn"
        REWORDED = "reworded", "Sửa nội dung"

    amendment = models.ForeignKey(
        "plans.Amendment", on_delete=models.CASCADE, related_name="changes"
    )
    kind = models.CharField("loại", max_length=10, choices=Kind)
    obligation = models.ForeignKey(
        "plans.Obligation", on_delete=models.CASCADE, null=True, related_name="changes"
    )
    reason = models.CharField("lý do", max_length=1000, blank=True)
    before = models.JSONField(default=dict)
    after = models.JSONField(default=dict)

    class Meta:
        ordering = ["pk"]
        verbose_name = "nội dung điều chỉnh"
        verbose_name_plural = "nội dung điều chỉnh"
        constraints = [
            models.CheckConstraint(
                condition=models.Q(kind="added") | models.Q(obligation__isnull=False),
                name="duty_change_names_duty",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.obligation_id or ''}"
