"""One row of an action on many (dòng của thao tác): what was shown for it and what came of it."""

from django.db import models


class BulkItem(models.Model):
    """`mark` is the sign of the row as shown; `made` names what the service wrote, for undoing."""

    class Outcome(models.TextChoices):
        CHOSEN = "chosen", "Đã chọn"
        TAKEN_OUT = "taken_out", "Đã bỏ ra"
        PLANNED = "planned", "Sẽ thực hiện"
        REFUSED = "refused", "Không thực hiện được"
        DONE = "done", "Đã thực hiện"
        LEFT_OUT = "left_out", "Vừa thay đổi, chưa thực hiện"
        UNDONE = "undone", "Đã hoàn tác"
        STAYS = "stays", "Không hoàn tác được"

    action = models.ForeignKey("plans.BulkAction", on_delete=models.CASCADE, related_name="items")
    occurrence = models.ForeignKey(
        "plans.Occurrence", on_delete=models.CASCADE, related_name="bulk_items"
    )
    outcome = models.CharField(max_length=9, choices=Outcome, default=Outcome.CHOSEN)
    said = models.CharField("nội dung", max_length=500, blank=True)
    mark = models.CharField(max_length=16, blank=True)
    made = models.JSONField(default=dict)

    class Meta:
        ordering = ["pk"]
        verbose_name = "dòng của thao tác"
        verbose_name_plural = "dòng của thao tác"
        constraints = [
            models.UniqueConstraint(fields=["action", "occurrence"], name="bulk_item_once"),
        ]

    def __str__(self) -> str:
        return f"{self.occurrence_id} {self.outcome}"
