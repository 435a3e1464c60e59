"""One line of a reorganisation (kế thừa): the old agency and, unless dissolved, a new one."""

from django.db import models


class Succession(models.Model):
    reorganisation = models.ForeignKey(
        "organisations.Reorganisation", on_delete=models.PROTECT, related_name="successions"
    )
    predecessor = models.ForeignKey(
        "organisations.Agency",
        on_delete=models.PROTECT,
        related_name="successions_from",
        verbose_name="cơ quan cũ",
    )
    successor = models.ForeignKey(
        "organisations.Agency",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="successions_to",
        verbose_name="cơ quan mới",
    )

    class Meta:
        ordering = ["pk"]
        verbose_name = "kế thừa"
        verbose_name_plural = "kế thừa"
        constraints = [
            models.UniqueConstraint(
                fields=["reorganisation", "predecessor", "successor"], name="succession_once"
            ),
            models.UniqueConstraint(
                fields=["reorganisation", "predecessor"],
                condition=models.Q(successor__isnull=True),
                name="succession_dissolved_once",
            ),
            models.CheckConstraint(
                condition=~models.Q(predecessor=models.F("successor"))
                | models.Q(successor__isnull=True),
                name="succession_not_to_itself",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.predecessor} → {self.successor or '(kết thúc)'}"
