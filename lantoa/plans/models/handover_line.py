"""One line of a prepared handover (dòng bàn giao): the old agency and one that takes over."""

from django.db import models


class HandoverLine(models.Model):
    """Without successor and new name the agency ends; a new name is opened when confirmed."""

    handover = models.ForeignKey("plans.Handover", on_delete=models.CASCADE, related_name="lines")
    position = models.PositiveIntegerField()
    predecessor = models.ForeignKey(
        "organisations.Agency", on_delete=models.PROTECT, related_name="+"
    )
    successor = models.ForeignKey(
        "organisations.Agency", on_delete=models.PROTECT, null=True, related_name="+"
    )
    new_name = models.CharField("tên cơ quan mới", max_length=255, blank=True)

    class Meta:
        ordering = ["position", "pk"]
        verbose_name = "dòng bàn giao"
        verbose_name_plural = "dòng bàn giao"
        constraints = [
            models.UniqueConstraint(
                fields=["handover", "predecessor", "successor"], name="handover_line_once"
            ),
            models.UniqueConstraint(
                fields=["handover", "predecessor", "new_name"],
                condition=models.Q(successor__isnull=True),
                name="handover_new_line_once",
            ),
            models.CheckConstraint(
                condition=models.Q(successor__isnull=True) | models.Q(new_name=""),
                name="handover_line_one_successor",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.predecessor_id} → {self.successor_id or self.new_name or '–'}"


class HandoverChoice(models.Model):
    """Which successor of a split agency takes one duty; without a choice the first line does."""

    line = models.ForeignKey("plans.HandoverLine", on_delete=models.CASCADE, related_name="choices")
    obligation = models.ForeignKey("plans.Obligation", on_delete=models.CASCADE, related_name="+")

    class Meta:
        verbose_name = "chọn cơ quan nhận việc"
        verbose_name_plural = "chọn cơ quan nhận việc"
        constraints = [
            models.UniqueConstraint(fields=["line", "obligation"], name="handover_choice_once"),
        ]

    def __str__(self) -> str:
        return f"{self.obligation_id} → {self.line_id}"
