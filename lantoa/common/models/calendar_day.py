"""One day of a year's working calendar that differs from the week (ngày nghỉ, ngày làm bù)."""

from django.conf import settings
from django.db import models


class CalendarDay(models.Model):
    """A year with rows here is read from them alone, any other from the file that is shipped.

    Rows are withdrawn, never deleted. A day counts from `valid_from` on, when its notice takes
    effect; without it, always.
    """

    class Kind(models.TextChoices):
        HOLIDAY = "holiday", "Nghỉ lễ, Tết"
        SUBSTITUTE = "substitute", "Nghỉ bù"
        EXCHANGED = "exchanged", "Nghỉ hoán đổi"
        WORKED = "worked", "Làm bù"

    day = models.DateField("ngày")
    kind = models.CharField("loại", max_length=10, choices=Kind)
    name = models.CharField("tên ngày, lý do", max_length=200)
    source = models.CharField("văn bản", max_length=500)
    valid_from = models.DateField("có hiệu lực từ", null=True, blank=True)
    added_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    added_at = models.DateTimeField(auto_now_add=True)
    withdrawn_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["day", "pk"]
        verbose_name = "ngày trong lịch làm việc"
        verbose_name_plural = "ngày trong lịch làm việc"
        constraints = [
            models.UniqueConstraint(
                fields=["day"],
                condition=models.Q(withdrawn_at__isnull=True),
                name="calendar_day_once",
            ),
            models.CheckConstraint(
                condition=~models.Q(name="") & ~models.Q(source=""), name="calendar_day_is_named"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.day:%d/%m/%Y} {self.name}"
