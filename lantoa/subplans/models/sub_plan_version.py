"""A sub-plan as it was sent (bản đã gửi), and what was decided on it; never changed afterwards."""

from django.conf import settings
from django.db import models

from lantoa.subplans.models.sub_plan import private_storage


class SubPlanVersion(models.Model):
    """`content` is everything that was sent; `reasons` are by part, for a return."""

    class Verdict(models.TextChoices):
        PENDING = "pending", "Chờ thẩm định"
        RETURNED = "returned", "Trả lại"
        ACCEPTED = "accepted", "Chấp nhận"
        RECALLED = "recalled", "Đơn vị lấy lại"

    sub_plan = models.ForeignKey(
        "subplans.SubPlan", on_delete=models.CASCADE, related_name="versions"
    )
    number = models.PositiveIntegerField("lần")
    content = models.JSONField()
    file = models.FileField(storage=private_storage, blank=True, max_length=200)
    sent_at = models.DateTimeField("lúc gửi")
    sent_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    verdict = models.CharField("kết quả", max_length=10, choices=Verdict, default=Verdict.PENDING)
    reasons = models.JSONField("lý do theo phần", default=dict)
    decided_at = models.DateTimeField("lúc quyết định", null=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )

    class Meta:
        ordering = ["sub_plan", "-number"]
        verbose_name = "bản đã gửi"
        verbose_name_plural = "bản đã gửi"
        constraints = [
            models.UniqueConstraint(fields=["sub_plan", "number"], name="sub_plan_version_once"),
            models.CheckConstraint(
                condition=~models.Q(verdict__in=["returned", "accepted"])
                | models.Q(decided_at__isnull=False),
                name="sub_plan_version_decided_has_time",
            ),
        ]

    def __str__(self) -> str:
        return f"Lần {self.number}"
