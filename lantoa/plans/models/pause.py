"""Days on which the clock of a duty stands still (tạm dừng tính hạn): from, until, reason."""

from django.conf import settings
from django.db import models


class Pause(models.Model):
    """`until` is the last day of the pause; ending early moves it, taking back withdraws it."""

    occurrence = models.ForeignKey(
        "plans.Occurrence", on_delete=models.CASCADE, related_name="pauses"
    )
    since = models.DateField("từ ngày")
    until = models.DateField("đến hết ngày")
    reason = models.CharField("lý do", max_length=1000)
    added_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    added_at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["since", "pk"]
        verbose_name = "tạm dừng"
        verbose_name_plural = "tạm dừng"
        constraints = [
            models.CheckConstraint(
                condition=models.Q(until__gte=models.F("since")), name="pause_days_in_order"
            ),
            models.CheckConstraint(condition=~models.Q(reason=""), name="pause_has_reason"),
        ]

    def __str__(self) -> str:
        return f"{self.since:%d/%m/%Y} – {self.until:%d/%m/%Y}"
