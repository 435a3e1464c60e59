"""A plan's demand for agencies' own plans (yêu cầu lập kế hoạch): which duty, until when."""

from django.conf import settings
from django.db import models


class SubPlanCall(models.Model):
    """`due_on` is set where the duty has no day, or where the coordinator wants them earlier."""

    plan = models.OneToOneField(
        "plans.Plan", on_delete=models.PROTECT, related_name="sub_plan_call"
    )
    obligation = models.ForeignKey(
        "plans.Obligation",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="nhiệm vụ giao lập kế hoạch",
    )
    due_on = models.DateField("hạn gửi", null=True, blank=True)
    opened_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    opened_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["-opened_at", "-pk"]
        verbose_name = "yêu cầu lập kế hoạch"
        verbose_name_plural = "yêu cầu lập kế hoạch"

    def __str__(self) -> str:
        return f"Kế hoạch của các đơn vị theo {self.plan}"
