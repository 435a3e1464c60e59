"""Asking for a later day (đề nghị gia hạn): the old day and the reason stay when it is granted."""

from django.db import models

from lantoa.plans.models.asking import Asking


class Extension(Asking):
    """`due_before` is the day in force when it was asked for; `granted_for` may differ from it."""

    due_before = models.DateField("hạn cũ")
    asked_for = models.DateField("xin đến ngày")
    granted_for = models.DateField("được đến ngày", null=True)

    class Meta:
        ordering = ["-asked_at", "-pk"]
        verbose_name = "gia hạn"
        verbose_name_plural = "gia hạn"
        constraints = [
            models.UniqueConstraint(
                fields=["occurrence"],
                condition=models.Q(state="asked"),
                name="extension_one_waits",
            ),
            models.CheckConstraint(condition=~models.Q(reason=""), name="extension_has_reason"),
            models.CheckConstraint(
                condition=models.Q(asked_for__gt=models.F("due_before")),
                name="extension_asks_for_later",
            ),
            models.CheckConstraint(
                condition=~models.Q(state="granted") | models.Q(granted_for__isnull=False),
                name="extension_granted_has_day",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.due_before:%d/%m/%Y} → {self.asked_for:%d/%m/%Y}"
