"""Handing work over in a reorganisation (bàn giao khi sắp xếp): prepared, then confirmed."""

from django.conf import settings
from django.db import models

from lantoa.organisations.rules.succession import ReorganisationKind


class Handover(models.Model):
    """Until it is confirmed nothing is written but itself; `reorganisation` is the event it
    carries out: one recorded before, or the one that confirming it records."""

    class Kind(models.TextChoices):
        MERGE = ReorganisationKind.MERGE.value, "Sáp nhập"
        SPLIT = ReorganisationKind.SPLIT.value, "Chia tách"
        RENAME = ReorganisationKind.RENAME.value, "Đổi tên"
        DISSOLVE = ReorganisationKind.DISSOLVE.value, "Giải thể, kết thúc hoạt động"
        TRANSFER = ReorganisationKind.TRANSFER.value, "Chuyển giao"

    class State(models.TextChoices):
        DRAFT = "draft", "Đang chuẩn bị"
        CONFIRMED = "confirmed", "Đã xác nhận"
        DROPPED = "dropped", "Đã bỏ"

    name = models.CharField("tên", max_length=300)
    kind = models.CharField("hình thức", max_length=10, choices=Kind)
    effective_on = models.DateField("có hiệu lực từ ngày")
    legal_basis = models.CharField("căn cứ", max_length=300)
    state = models.CharField("trạng thái", max_length=10, choices=State, default=State.DRAFT)
    version = models.PositiveIntegerField(default=1)
    reorganisation = models.OneToOneField(
        "organisations.Reorganisation", on_delete=models.PROTECT, null=True, related_name="+"
    )
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    created_at = models.DateTimeField(auto_now_add=True)
    confirmed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    confirmed_at = models.DateTimeField("lúc xác nhận", null=True)

    class Meta:
        ordering = ["-effective_on", "-pk"]
        verbose_name = "bàn giao khi sắp xếp"
        verbose_name_plural = "bàn giao khi sắp xếp"
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(state="confirmed")
                | models.Q(reorganisation__isnull=False, confirmed_at__isnull=False),
                name="handover_confirmed_is_recorded",
            ),
        ]

    def __str__(self) -> str:
        return self.name
