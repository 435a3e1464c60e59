"""Another name under which an agency is written (tên gọi khác)."""

from django.db import models


class AgencyAlias(models.Model):
    agency = models.ForeignKey(
        "organisations.Agency", on_delete=models.CASCADE, related_name="aliases"
    )
    name = models.CharField("tên gọi khác", max_length=255)
    folded = models.CharField(max_length=255, editable=False, db_index=True)

    class Meta:
        ordering = ["name"]
        verbose_name = "tên gọi khác"
        verbose_name_plural = "tên gọi khác"
        constraints = [
            models.UniqueConstraint(fields=["agency", "name"], name="agency_alias_once"),
        ]

    def __str__(self) -> str:
        return self.name
