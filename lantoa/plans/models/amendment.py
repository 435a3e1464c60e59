"""A document that changes a plan in force (điều chỉnh kế hoạch): once published, a new version."""

from django.conf import settings
from django.core.files.storage import Storage, storages
from django.db import models


def private_storage() -> Storage:
    return storages["private"]


class Amendment(models.Model):
    """The plan as confirmed is version 1; each published amendment takes the next number."""

    class Kind(models.TextChoices):
        EMERGENT = "emergent", "Giao nhiệm vụ phát sinh"
        AMENDING = "amending", "Điều chỉnh kế hoạch"
        REVOKING = "revoking", "Thu hồi nhiệm vụ"

    class State(models.TextChoices):
        DRAFT = "draft", "Đang soạn"
        PUBLISHED = "published", "Đã áp dụng"
        DROPPED = "dropped", "Đã bỏ"

    plan = models.ForeignKey("plans.Plan", on_delete=models.CASCADE, related_name="amendments")
    kind = models.CharField("loại", max_length=10, choices=Kind)
    state = models.CharField("trạng thái", max_length=10, choices=State, default=State.DRAFT)
    version = models.PositiveIntegerField("lần", null=True)
    symbol = models.CharField("số, ký hiệu", max_length=60)
    issued_on = models.DateField("ngày văn bản")
    about = models.CharField("trích yếu", max_length=500)
    file = models.FileField(
        "tệp văn bản", upload_to="amendments/%Y/", storage=private_storage, blank=True
    )
    file_name = models.CharField("tên tệp", max_length=255, blank=True)
    media_type = models.CharField(max_length=120, blank=True)
    sha256 = models.CharField(max_length=64, blank=True)
    is_illustrative = models.BooleanField("dữ liệu minh họa", default=False)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    created_at = models.DateTimeField(auto_now_add=True)
    published_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    published_at = models.DateTimeField("lúc áp dụng", null=True)

    class Meta:
        ordering = ["-version", "-pk"]
        verbose_name = "văn bản điều chỉnh"
        verbose_name_plural = "văn bản điều chỉnh"
        constraints = [
            models.UniqueConstraint(fields=["plan", "version"], name="amendment_version_once"),
            models.CheckConstraint(condition=~models.Q(symbol=""), name="amendment_has_symbol"),
            models.CheckConstraint(
                condition=~models.Q(state="published")
                | models.Q(version__isnull=False, published_at__isnull=False),
                name="amendment_published_has_version",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.symbol} ngày {self.issued_on:%d/%m/%Y}"
