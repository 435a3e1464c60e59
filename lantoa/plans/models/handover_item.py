"""What became of one thing in a confirmed handover (kết quả bàn giao): never changed afterwards."""

from django.db import models


class HandoverItem(models.Model):
    """`about_id` is the row of that kind; `into_id` the row it was merged into, if any."""

    class Kind(models.TextChoices):
        OCCURRENCE = "occurrence", "Việc chưa xong"
        ASSIGNMENT = "assignment", "Phân công"
        DRAFT_ROW = "draft_row", "Dòng dự thảo"
        PERSON = "person", "Cán bộ, chức danh"
        EVIDENCE = "evidence", "Minh chứng chưa duyệt"
        PLAN = "plan", "Kế hoạch phụ trách"
        HISTORY = "history", "Giữ làm lịch sử"

    class Outcome(models.TextChoices):
        MOVED = "moved", "Chuyển"
        MERGED = "merged", "Gộp"
        ENDED = "ended", "Kết thúc"
        KEPT = "kept", "Giữ nguyên"

    handover = models.ForeignKey("plans.Handover", on_delete=models.CASCADE, related_name="items")
    kind = models.CharField("loại", max_length=10, choices=Kind)
    outcome = models.CharField("kết quả", max_length=6, choices=Outcome)
    predecessor = models.ForeignKey(
        "organisations.Agency", on_delete=models.PROTECT, related_name="+"
    )
    successor = models.ForeignKey(
        "organisations.Agency", on_delete=models.PROTECT, null=True, related_name="+"
    )
    about_id = models.PositiveBigIntegerField()
    into_id = models.PositiveBigIntegerField(null=True)
    label = models.CharField("nội dung", max_length=300)
    before = models.JSONField(default=dict)

    class Meta:
        ordering = ["pk"]
        verbose_name = "kết quả bàn giao"
        verbose_name_plural = "kết quả bàn giao"
        constraints = [
            models.UniqueConstraint(
                fields=["handover", "kind", "about_id", "predecessor"], name="handover_item_once"
            ),
        ]

    def __str__(self) -> str:
        return self.label
