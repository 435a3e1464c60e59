"""What an agency asks of the coordinator about one duty in one period (đề nghị), and the answer."""

from django.conf import settings
from django.db import models


class Asking(models.Model):
    """The fields that an extension and an excuse share; at most one of each waits at a time."""

    class State(models.TextChoices):
        ASKED = "asked", "Chờ trả lời"
        GRANTED = "granted", "Đồng ý"
        REFUSED = "refused", "Không đồng ý"
        WITHDRAWN = "withdrawn", "Đã rút"

    occurrence = models.ForeignKey(
        "plans.Occurrence", on_delete=models.CASCADE, related_name="%(class)ss"
    )
    reason = models.CharField("lý do", max_length=1000)
    state = models.CharField("trạng thái", max_length=10, choices=State, default=State.ASKED)
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    asked_at = models.DateTimeField("lúc đề nghị")
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    decided_at = models.DateTimeField("lúc trả lời", null=True)
    answer = models.CharField("ý kiến trả lời", max_length=1000, blank=True)
    is_illustrative = models.BooleanField("dữ liệu minh họa", default=False)

    class Meta:
        abstract = True
