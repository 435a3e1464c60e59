"""The file of a signed document (văn bản đã ký), kept untouched, with what was read from it."""

from django.conf import settings
from django.core.files.storage import Storage, storages
from django.db import models


def private_storage() -> Storage:
    return storages["private"]


class SignedDocument(models.Model):
    """`text` holds the lines that every line number speaks of; `reading` follows the schema."""

    name = models.CharField("tên tệp", max_length=255)
    file = models.FileField("tệp gốc", upload_to="documents/%Y/", storage=private_storage)
    sha256 = models.CharField(max_length=64, unique=True)
    media_type = models.CharField(max_length=120)
    size = models.PositiveBigIntegerField()
    text = models.TextField()
    reading = models.JSONField()
    owner = models.ForeignKey(
        "organisations.Agency", on_delete=models.PROTECT, related_name="+", verbose_name="cơ quan"
    )
    loaded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    loaded_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = "văn bản"
        verbose_name_plural = "văn bản"
        constraints = [
            models.CheckConstraint(
                condition=models.Q(size__gt=0), name="signed_document_not_empty"
            ),
        ]

    def __str__(self) -> str:
        return self.name
