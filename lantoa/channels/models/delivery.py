"""One message to one recipient by one channel (lượt gửi): the durable row of the queue.

Waiting rows are claimed with a lease. "Sending" is written before the outside world is touched,
"sent" after; a row found "sending" with its lease run out is in doubt (docs/decisions).
"""

from django.db import models


class Delivery(models.Model):
    class State(models.TextChoices):
        WAITING = "waiting", "Chờ gửi"
        SENDING = "sending", "Đang gửi"
        SENT = "sent", "Đã gửi"
        FAILED = "failed", "Không gửi được"
        UNCERTAIN = "uncertain", "Chưa rõ đã tới"

    key = models.CharField(max_length=200, unique=True)
    source = models.CharField(max_length=160, db_index=True)
    channel = models.CharField("kênh", max_length=20)
    person = models.ForeignKey(
        "organisations.Person", on_delete=models.PROTECT, null=True, related_name="+"
    )
    recipient = models.CharField("người nhận", max_length=300)
    address = models.CharField("địa chỉ", max_length=254, blank=True)
    message = models.JSONField("nội dung")
    state = models.CharField("trạng thái", max_length=10, choices=State, default=State.WAITING)
    attempts = models.PositiveSmallIntegerField("số lần thử", default=0)
    next_try_at = models.DateTimeField("gửi từ lúc")
    lease = models.CharField(max_length=32, blank=True)
    leased_until = models.DateTimeField(null=True)
    error = models.TextField("lỗi", blank=True)
    external_id = models.CharField(max_length=200, blank=True)
    created_at = models.DateTimeField("lập lúc", auto_now_add=True)
    sent_at = models.DateTimeField("gửi lúc", null=True)

    class Meta:
        ordering = ["-pk"]
        verbose_name = "lượt gửi"
        verbose_name_plural = "lượt gửi"
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(state="sent") | models.Q(sent_at__isnull=False),
                name="delivery_sent_has_time",
            ),
        ]
        indexes = [
            models.Index(
                fields=["next_try_at"],
                condition=models.Q(state__in=("waiting", "sending")),
                name="delivery_to_do",
            ),
            models.Index(fields=["state", "-id"], name="delivery_state"),
            models.Index(fields=["person", "created_at"], name="delivery_person"),
        ]

    def __str__(self) -> str:
        return f"{self.channel}: {self.recipient}"
