"""Proof that a duty was done (minh chứng): a photo or a file with a caption and a date."""

from django.conf import settings
from django.core.files.storage import Storage, storages
from django.db import models


def private_storage() -> Storage:
    return storages["private"]


class Evidence(models.Model):
    """Withdrawn, never deleted; `original_sha256` is of the file as the person sent it."""

    class Kind(models.TextChoices):
        PHOTO = "photo", "Ảnh"
        FILE = "file", "Tệp"

    occurrence = models.ForeignKey(
        "plans.Occurrence", on_delete=models.CASCADE, related_name="evidence"
    )
    kind = models.CharField(max_length=6, choices=Kind)
    file = models.FileField("tệp", upload_to="evidence/%Y/%m/", storage=private_storage)
    name = models.CharField("tên tệp", max_length=255)
    media_type = models.CharField(max_length=100)
    size = models.PositiveBigIntegerField()
    original_sha256 = models.CharField(max_length=64, db_index=True)
    caption = models.CharField("chú thích", max_length=500)
    happened_on = models.DateField("ngày thực hiện")
    is_illustrative = models.BooleanField("dữ liệu minh họa", default=False)
    added_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    added_at = models.DateTimeField(auto_now_add=True)
    withdrawn_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["added_at"]
        verbose_name = "minh chứng"
        verbose_name_plural = "minh chứng"
        constraints = [
            models.CheckConstraint(condition=~models.Q(caption=""), name="evidence_has_caption"),
        ]

    def __str__(self) -> str:
        return self.caption
