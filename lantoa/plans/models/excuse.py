"""Asking not to do a duty (không thực hiện có lý do): by the agency, agreed by the coordinator."""

from django.db import models

from lantoa.plans.models.asking import Asking


class Excuse(Asking):
    class Meta:
        ordering = ["-asked_at", "-pk"]
        verbose_name = "lý do không thực hiện"
        verbose_name_plural = "lý do không thực hiện"
        constraints = [
            models.UniqueConstraint(
                fields=["occurrence"], condition=models.Q(state="asked"), name="excuse_one_waits"
            ),
            models.CheckConstraint(condition=~models.Q(reason=""), name="excuse_has_reason"),
        ]

    def __str__(self) -> str:
        return self.reason[:80]
