"""A notice in the workspace (thông báo): what the bell counts until it is read."""

from django.db import models


class Notice(models.Model):
    key = models.CharField(max_length=200, unique=True)
    person = models.ForeignKey(
        "organisations.Person", on_delete=models.PROTECT, related_name="notices"
    )
    message = models.JSONField("nội dung")
    created_at = models.DateTimeField("lúc", auto_now_add=True)
    read_at = models.DateTimeField("đã đọc lúc", null=True)

    class Meta:
        ordering = ["-pk"]
        verbose_name = "thông báo"
        verbose_name_plural = "thông báo"
        indexes = [
            models.Index(
                fields=["person"], condition=models.Q(read_at__isnull=True), name="notice_unread"
            ),
            models.Index(fields=["person", "-id"], name="notice_person"),
        ]

    def __str__(self) -> str:
        return str(self.message.get("subject", ""))
