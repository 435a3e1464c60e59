"""A file handed in to be read (lượt nạp): kept first, then read by whoever holds its lease."""

from django.conf import settings
from django.db import models

from lantoa.documents.models.signed_document import private_storage


class Intake(models.Model):
    """One row a file, whatever its name; the file stays when it cannot be read."""

    class State(models.TextChoices):
        WAITING = "waiting", "Chờ đến lượt"
        READING = "reading", "Đang đọc"
        READ = "read", "Đã đọc xong"
        FAILED = "failed", "Chưa đọc được"
        AWAY = "away", "Đã cất"

    name = models.CharField("tên tệp", max_length=255)
    file = models.FileField("tệp gốc", upload_to="documents/%Y/", storage=private_storage)
    sha256 = models.CharField(max_length=64, unique=True)
    size = models.PositiveBigIntegerField("dung lượng")
    owner = models.ForeignKey(
        "organisations.Agency", on_delete=models.PROTECT, related_name="+", verbose_name="cơ quan"
    )
    loaded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name="người nạp",
    )
    post = models.ForeignKey(
        "organisations.Post", on_delete=models.PROTECT, related_name="+", verbose_name="chức danh"
    )
    state = models.CharField("trạng thái", max_length=8, choices=State, default=State.WAITING)
    pages_done = models.PositiveIntegerField("số trang đã nhận dạng", default=0)
    pages = models.PositiveIntegerField("số trang phải nhận dạng", default=0)
    attempts = models.PositiveSmallIntegerField("số lần đọc", default=0)
    lease = models.CharField(max_length=32, blank=True)
    leased_until = models.DateTimeField(null=True)
    error = models.TextField("vì sao chưa đọc được", blank=True)
    document = models.ForeignKey(
        "documents.SignedDocument", on_delete=models.PROTECT, null=True, related_name="+"
    )
    created_at = models.DateTimeField("nạp lúc", auto_now_add=True)
    ended_at = models.DateTimeField("xong lúc", null=True)

    class Meta:
        ordering = ["-pk"]
        verbose_name = "lượt nạp"
        verbose_name_plural = "lượt nạp"
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(state="read") | models.Q(document__isnull=False),
                name="intake_read_has_document",
            ),
            models.CheckConstraint(
                condition=~models.Q(state="failed") | ~models.Q(error=""),
                name="intake_failed_says_why",
            ),
            models.CheckConstraint(
                condition=models.Q(pages_done__lte=models.F("pages")), name="intake_pages_counted"
            ),
        ]
        indexes = [
            models.Index(
                fields=["id"],
                condition=models.Q(state__in=("waiting", "reading")),
                name="intake_to_read",
            )
        ]

    def __str__(self) -> str:
        return self.name
