"""A table that came back from a spreadsheet (bảng tính nạp lại) and what was found in it."""

from django.conf import settings
from django.db import models


class SheetImport(models.Model):
    class Kind(models.TextChoices):
        DUTIES = "duties", "Nhiệm vụ"
        PROGRESS = "progress", "Tiến độ"

    kind = models.CharField("bảng", max_length=8, choices=Kind)
    file_name = models.CharField("tên tệp", max_length=255)
    sha256 = models.CharField(max_length=64)
    rows = models.PositiveIntegerField("số dòng")
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    made_at = models.DateTimeField("lúc nạp", auto_now_add=True)

    class Meta:
        ordering = ["-pk"]
        verbose_name = "bảng tính nạp lại"
        verbose_name_plural = "bảng tính nạp lại"

    def __str__(self) -> str:
        return self.file_name


class SheetChange(models.Model):
    """One cell that differs; nothing is written until it is chosen."""

    class Outcome(models.TextChoices):
        CHANGE = "change", "Thay đổi"
        CONFLICT = "conflict", "Trùng với thay đổi của người khác"
        UNREAD = "unread", "Không hiểu được"
        UNKNOWN = "unknown", "Không có dòng này"
        APPLIED = "applied", "Đã áp dụng"
        REFUSED = "refused", "Không áp dụng được"

    sheet = models.ForeignKey("plans.SheetImport", on_delete=models.CASCADE, related_name="changes")
    key = models.CharField("mã dòng", max_length=40)
    address = models.CharField("ô", max_length=10)
    column = models.CharField("cột", max_length=10, blank=True)
    old = models.TextField("giá trị cũ", blank=True)
    new = models.TextField("giá trị mới", blank=True)
    outcome = models.CharField(max_length=8, choices=Outcome)
    said = models.CharField(max_length=500, blank=True)

    class Meta:
        ordering = ["pk"]
        verbose_name = "ô thay đổi"
        verbose_name_plural = "ô thay đổi"

    def __str__(self) -> str:
        return f"{self.address} {self.outcome}"
