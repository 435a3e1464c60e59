"""One action on many duties (thao tác hàng loạt): prepared, looked at, confirmed, undone."""

from django.conf import settings
from django.db import models


class BulkAction(models.Model):
    """`shown` is the sign of the preview that its maker looked at; confirming must name it."""

    class Kind(models.TextChoices):
        ASSIGN = "assign", "Giao, đổi cơ quan"
        REMIND = "remind", "Đôn đốc"
        EXTEND = "extend", "Gia hạn"
        ACCEPT = "accept", "Chấp nhận minh chứng"

    class State(models.TextChoices):
        DRAFT = "draft", "Đang chuẩn bị"
        DONE = "done", "Đã thực hiện"
        UNDONE = "undone", "Đã hoàn tác"

    kind = models.CharField("thao tác", max_length=8, choices=Kind)
    state = models.CharField("trạng thái", max_length=8, choices=State, default=State.DRAFT)
    details = models.JSONField(default=dict)
    query = models.CharField(max_length=1000, blank=True)
    shown = models.CharField(max_length=32, blank=True)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    made_at = models.DateTimeField(auto_now_add=True)
    shown_at = models.DateTimeField("lúc xem trước", null=True)
    done_at = models.DateTimeField("lúc thực hiện", null=True)
    undone_at = models.DateTimeField("lúc hoàn tác", null=True)

    class Meta:
        ordering = ["-pk"]
        verbose_name = "thao tác hàng loạt"
        verbose_name_plural = "thao tác hàng loạt"
        constraints = [
            models.CheckConstraint(
                condition=models.Q(state="draft") | models.Q(done_at__isnull=False),
                name="bulk_action_done_has_time",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.pk or ''}"
