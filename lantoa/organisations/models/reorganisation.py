"""A reorganisation (sắp xếp tổ chức): what happened, when, by which document."""

from datetime import date, timedelta

from django.db import models

from lantoa.organisations.rules.succession import ReorganisationKind


class Reorganisation(models.Model):
    class Kind(models.TextChoices):
        MERGE = ReorganisationKind.MERGE.value, "Sáp nhập"
        SPLIT = ReorganisationKind.SPLIT.value, "Chia tách"
        RENAME = ReorganisationKind.RENAME.value, "Đổi tên"
        DISSOLVE = ReorganisationKind.DISSOLVE.value, "Giải thể, kết thúc hoạt động"
        TRANSFER = ReorganisationKind.TRANSFER.value, "Chuyển giao"

    code = models.SlugField("mã", max_length=80, unique=True)
    name = models.CharField("tên", max_length=300)
    kind = models.CharField("hình thức", max_length=10, choices=Kind)
    effective_on = models.DateField("có hiệu lực từ ngày")
    legal_basis = models.CharField("căn cứ", max_length=300)
    recorded_at = models.DateTimeField("ghi nhận lúc", auto_now_add=True)
    note = models.TextField("ghi chú", blank=True)

    class Meta:
        ordering = ["-effective_on", "-pk"]
        verbose_name = "đợt sắp xếp"
        verbose_name_plural = "các đợt sắp xếp"

    def __str__(self) -> str:
        return self.name

    @property
    def last_day_before(self) -> date:
        """The last day of the old order."""
        return self.effective_on - timedelta(days=1)
