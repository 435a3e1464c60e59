"""One thing the reader found wrong in a document (điểm cần kiểm tra)."""

from django.conf import settings
from django.db import models


class Finding(models.Model):
    class Severity(models.TextChoices):
        ERROR = "error", "Lỗi"
        WARNING = "warning", "Cần xem"
        NOTE = "note", "Lưu ý"

    document = models.ForeignKey(
        "documents.SignedDocument", on_delete=models.CASCADE, related_name="findings"
    )
    position = models.PositiveIntegerField()
    code = models.CharField(max_length=60)
    severity = models.CharField(max_length=10, choices=Severity)
    message = models.TextField()
    line = models.PositiveIntegerField()
    quote = models.TextField()
    related = models.JSONField(default=list)
    suggestion = models.TextField(blank=True)
    seen_at = models.DateTimeField(null=True)
    seen_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )

    class Meta:
        ordering = ["document", "position"]
        constraints = [
            models.UniqueConstraint(fields=["document", "position"], name="finding_position_once")
        ]

    def __str__(self) -> str:
        return f"{self.line}: {self.code}"
