"""A file on its way (tệp đang tải lên): sent in parts that may come with hours between them."""

from django.conf import settings
from django.db import models


class Upload(models.Model):
    """Whoever knows the token and is its user may go on. All there is stands here and in storage.

    A used upload has given its bytes away; its row stays a while so that a phone that lost the
    answer learns of it.
    """

    token = models.CharField(max_length=43, unique=True)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    name = models.CharField("tên tệp", max_length=255)
    size = models.PositiveBigIntegerField("dung lượng")
    offset = models.PositiveBigIntegerField("đã nhận", default=0)
    created_at = models.DateTimeField(auto_now_add=True)
    touched_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["pk"]
        verbose_name = "tệp đang tải lên"
        verbose_name_plural = "tệp đang tải lên"
        constraints = [
            models.CheckConstraint(
                condition=models.Q(offset__lte=models.F("size")), name="upload_within_its_size"
            ),
            models.CheckConstraint(
                condition=models.Q(used_at__isnull=True) | models.Q(offset=models.F("size")),
                name="upload_used_when_whole",
            ),
        ]
        indexes = [
            models.Index(
                fields=["user"], condition=models.Q(used_at__isnull=True), name="upload_open"
            ),
            models.Index(fields=["touched_at"], name="upload_touched"),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def is_whole(self) -> bool:
        return self.offset == self.size
