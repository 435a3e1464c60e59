"""One duty in one digest (lượt nhắc): what the duty's page shows of reminding."""

from django.db import models


class Reminder(models.Model):
    """`days` is how far the day stood from the deadline: -3 before, 8 after."""

    digest = models.ForeignKey("plans.Digest", on_delete=models.CASCADE, related_name="reminders")
    occurrence = models.ForeignKey(
        "plans.Occurrence", on_delete=models.CASCADE, related_name="reminders"
    )
    days = models.SmallIntegerField()

    class Meta:
        verbose_name = "lượt nhắc"
        verbose_name_plural = "lượt nhắc"
        constraints = [
            models.UniqueConstraint(fields=["occurrence", "digest"], name="reminder_once"),
        ]

    def __str__(self) -> str:
        return f"{self.occurrence_id} {self.days:+d}"
