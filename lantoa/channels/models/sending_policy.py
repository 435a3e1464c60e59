"""When this instance sends anything at all, and how often (quy định gửi tin); one row."""

from django.db import models


class SendingPolicy(models.Model):
    """Without the row the defaults hold."""

    opens = models.PositiveSmallIntegerField("gửi từ (giờ)", default=7)
    closes = models.PositiveSmallIntegerField("đến trước (giờ)", default=21)
    working_days_only = models.BooleanField("chỉ gửi vào ngày làm việc", default=True)
    most_per_day = models.PositiveSmallIntegerField(
        "mỗi người nhận nhiều nhất (lần đôn đốc một ngày)", default=2
    )

    class Meta:
        verbose_name = "quy định gửi tin"
        verbose_name_plural = "quy định gửi tin"
        constraints = [
            models.CheckConstraint(condition=models.Q(pk=1), name="sending_policy_one_row"),
            models.CheckConstraint(
                condition=models.Q(closes__gt=models.F("opens"), closes__lte=24),
                name="sending_policy_hours_in_order",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.opens}–{self.closes}"
