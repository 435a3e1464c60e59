"""A person's private address of their deadlines for a calendar program (lịch cá nhân)."""

from django.conf import settings
from django.db import models


class CalendarFeed(models.Model):
    """The address carries a signed serial; raising the serial ends every earlier address."""

    user = models.OneToOneField(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="calendar_feed"
    )
    serial = models.PositiveIntegerField(default=1)
    renewed_at = models.DateTimeField(auto_now=True)

    class Meta:
        verbose_name = "lịch cá nhân"
        verbose_name_plural = "lịch cá nhân"

    def __str__(self) -> str:
        return f"{self.user_id} #{self.serial}"
