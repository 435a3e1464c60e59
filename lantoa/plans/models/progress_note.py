"""What an agency notes of one duty in one period (ghi nhận tiến độ): day, words, dispatch, link."""

from django.conf import settings
from django.db import models


class ProgressNote(models.Model):
    """Says how the work goes; it is no evidence and decides nothing. The log has earlier words."""

    occurrence = models.OneToOneField(
        "plans.Occurrence", on_delete=models.CASCADE, related_name="progress_note"
    )
    done_on = models.DateField("ngày thực hiện", null=True)
    note = models.CharField("kết quả, ghi chú", max_length=2000, blank=True)
    dispatch = models.CharField("số, ký hiệu văn bản", max_length=100, blank=True)
    link = models.CharField("đường dẫn", max_length=500, blank=True)
    updated_at = models.DateTimeField(auto_now=True)
    updated_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        verbose_name = "ghi nhận tiến độ"
        verbose_name_plural = "ghi nhận tiến độ"

    def __str__(self) -> str:
        return self.note[:80] or self.dispatch
