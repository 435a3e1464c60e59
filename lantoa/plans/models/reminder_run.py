"""The hour of a day for which the digests have been written (đợt nhắc việc)."""

from django.db import models


class ReminderRun(models.Model):
    """Written when the hour is done; a run that died leaves no row and is done again."""

    on = models.DateField("ngày")
    hour = models.PositiveSmallIntegerField("giờ")
    digests = models.PositiveIntegerField("số bản nhắc", default=0)
    finished_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = "đợt nhắc việc"
        verbose_name_plural = "đợt nhắc việc"
        constraints = [models.UniqueConstraint(fields=["on", "hour"], name="reminder_run_once")]

    def __str__(self) -> str:
        return f"{self.on:%d/%m/%Y} {self.hour}h"
