"""What a photo of evidence looks like (dấu vân ảnh), in pieces by which alike ones are found."""

from django.db import models


class PhotoPrint(models.Model):
    """A quarter of the 64 bits of a photo's look. Two photos that differ in at most three bits
    share at least one quarter, so an index finds every candidate."""

    evidence = models.ForeignKey("plans.Evidence", on_delete=models.CASCADE, related_name="prints")
    place = models.PositiveSmallIntegerField()
    bits = models.PositiveIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["evidence", "place"], name="photo_print_once"),
        ]
        indexes = [models.Index(fields=["place", "bits"], name="photo_print_bits")]

    def __str__(self) -> str:
        return f"{self.evidence_id}/{self.place}: {self.bits:04x}"
