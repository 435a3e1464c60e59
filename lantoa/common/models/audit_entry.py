"""One row per write (nhật ký): who, in which post, did what, to which row."""

from django.conf import settings
from django.db import models


class AuditEntry(models.Model):
    """Never changed and never deleted; names are copied so that the past keeps its words."""

    at = models.DateTimeField(auto_now_add=True, db_index=True)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    user_name = models.CharField(max_length=200)
    post_name = models.CharField(max_length=300, blank=True)
    agency_name = models.CharField(max_length=300, blank=True)
    verb = models.CharField(max_length=60)
    about_type = models.CharField(max_length=60)
    about_id = models.BigIntegerField()
    about_name = models.CharField(max_length=300)
    data = models.JSONField(default=dict)

    class Meta:
        indexes = [
            models.Index(fields=["about_type", "about_id", "at"], name="audit_about"),
            models.Index(fields=["verb", "at"], name="audit_verb"),
        ]

    def __str__(self) -> str:
        return f"{self.verb} {self.about_name}"
