"""The one message a recipient gets on a day (bản nhắc việc), or by one act of urging (đôn đốc).

Its key is unique, so however often the run is repeated there is one; its deliveries carry the key.
"""

from django.conf import settings
from django.db import models


class Digest(models.Model):
    class Kind(models.TextChoices):
        DAILY = "daily", "Nhắc việc hằng ngày"
        FOLLOW_UP = "follow_up", "Đôn đốc"

    key = models.CharField(max_length=120, unique=True)
    kind = models.CharField("loại", max_length=10, choices=Kind)
    on = models.DateField("ngày")
    person = models.ForeignKey(
        "organisations.Person", on_delete=models.PROTECT, null=True, related_name="+"
    )
    agency = models.ForeignKey(
        "organisations.Agency", on_delete=models.PROTECT, null=True, related_name="+"
    )
    recipient = models.CharField("người nhận", max_length=300)
    run = models.CharField(max_length=32)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["-pk"]
        verbose_name = "bản nhắc việc"
        verbose_name_plural = "bản nhắc việc"
        constraints = [
            models.CheckConstraint(
                condition=models.Q(person__isnull=False) | models.Q(agency__isnull=False),
                name="digest_has_recipient",
            ),
        ]
        indexes = [models.Index(fields=["on", "kind"], name="digest_day")]

    def __str__(self) -> str:
        return f"{self.on:%d/%m/%Y} {self.recipient}"
