"""A deadline that was moved (dời hạn): the old day, the new one, why, and by what."""

from django.conf import settings
from django.db import models


class DueMove(models.Model):
    """Never changed: the public calendar shows what moved and why from these rows."""

    class Kind(models.TextChoices):
        EXTENDED = "extended", "Gia hạn"
        PAUSED = "paused", "Tạm dừng tính hạn"
        RESUMED = "resumed", "Hết tạm dừng"
        AMENDED = "amended", "Điều chỉnh kế hoạch"
        UNDONE = "undone", "Hoàn tác gia hạn"

    occurrence = models.ForeignKey(
        "plans.Occurrence", on_delete=models.CASCADE, related_name="moves"
    )
    kind = models.CharField("loại", max_length=10, choices=Kind)
    old_due_on = models.DateField("hạn cũ")
    new_due_on = models.DateField("hạn mới")
    reason = models.CharField("lý do", max_length=1000)
    amendment = models.ForeignKey(
        "plans.Amendment", on_delete=models.PROTECT, null=True, related_name="moves"
    )
    at = models.DateTimeField()
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    is_illustrative = models.BooleanField("dữ liệu minh họa", default=False)

    class Meta:
        ordering = ["at", "pk"]
        verbose_name = "lần dời hạn"
        verbose_name_plural = "lần dời hạn"
        constraints = [
            models.CheckConstraint(condition=~models.Q(reason=""), name="due_move_has_reason"),
        ]

    def __str__(self) -> str:
        return f"{self.old_due_on:%d/%m/%Y} → {self.new_due_on:%d/%m/%Y}"
