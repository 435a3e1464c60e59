"""Whom to remind how many days before or after a deadline (quy tắc nhắc việc), as data."""

from django.db import models


class ReminderRule(models.Model):
    """`days` counts from the due day: -3 is three days before it, 1 the day after.

    With `every` the rule comes back each so many days until the duty is done. A plan without rows
    follows the defaults of `rules.reminding`.
    """

    class Audience(models.TextChoices):
        OFFICER = "officer", "Cán bộ thực hiện"
        HEAD = "head", "Lãnh đạo cơ quan"
        COORDINATOR = "coordinator", "Cơ quan theo dõi"

    plan = models.ForeignKey("plans.Plan", on_delete=models.CASCADE, related_name="reminder_rules")
    days = models.SmallIntegerField("số ngày so với hạn")
    every = models.PositiveSmallIntegerField("nhắc lại sau mỗi (ngày)", null=True, blank=True)
    audience = models.CharField("người nhận", max_length=12, choices=Audience)
    channel = models.CharField("kênh", max_length=20, blank=True)
    active = models.BooleanField("đang dùng", default=True)

    class Meta:
        ordering = ["days", "pk"]
        verbose_name = "quy tắc nhắc việc"
        verbose_name_plural = "quy tắc nhắc việc"
        constraints = [
            models.UniqueConstraint(
                fields=["plan", "days", "audience", "channel"], name="reminder_rule_once"
            ),
            models.CheckConstraint(
                condition=models.Q(days__gte=-90, days__lte=180), name="reminder_rule_days"
            ),
            models.CheckConstraint(
                condition=models.Q(every__isnull=True) | models.Q(every__gte=1, days__gt=0),
                name="reminder_rule_repeats_after",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.days:+d} {self.audience}"
