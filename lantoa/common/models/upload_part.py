"""A piece of a file on its way (phần đã nhận): what one request brought."""

from __future__ import annotations

from django.core.files.storage import Storage, storages
from django.db import models


def private_storage() -> Storage:
    return storages["private"]


def place(part: UploadPart, name: str) -> str:
    """All parts of an upload stand together, so that none is forgotten when it is cleared."""
    return f"uploads/{part.upload_id}/{part.offset:012d}"


class UploadPart(models.Model):
    """Stored once and never changed: object storage knows no appending."""

    upload = models.ForeignKey("common.Upload", on_delete=models.CASCADE, related_name="parts")
    offset = models.PositiveBigIntegerField()
    size = models.PositiveBigIntegerField()
    file = models.FileField(upload_to=place, storage=private_storage, max_length=200)

    class Meta:
        ordering = ["upload", "offset"]
        verbose_name = "phần của tệp đang tải lên"
        verbose_name_plural = "phần của tệp đang tải lên"
        constraints = [
            models.UniqueConstraint(fields=["upload", "offset"], name="upload_part_once"),
            models.CheckConstraint(condition=models.Q(size__gt=0), name="upload_part_not_empty"),
        ]

    def __str__(self) -> str:
        return f"{self.offset}+{self.size}"
