"""How many rows stand alike (số đếm), kept beside the rows so that boards need not count them."""

from __future__ import annotations

from django.db import models


class Tally(models.Model):
    """A number to add: the count of a group is the sum of its rows, some of them negative.

    Every write of an occurrence adds rows and changes none, so that two people never wait for the
    same count; a periodic job folds them together. `on` is the due day, or the first of its month.
    """

    class Axis(models.TextChoices):
        AGENCY_MONTH = "am", "Cơ quan theo tháng"
        AGENCY_DAY = "ad", "Cơ quan theo ngày, phần chưa xong"
        DUTY_DAY = "dd", "Nhiệm vụ theo ngày"

    plan = models.ForeignKey(
        "plans.Plan", on_delete=models.CASCADE, related_name="tallies", db_index=False
    )
    axis = models.CharField(max_length=2, choices=Axis)
    agency = models.ForeignKey(
        "organisations.Agency",
        on_delete=models.CASCADE,
        null=True,
        related_name="+",
        db_index=False,
    )
    obligation = models.ForeignKey(
        "plans.Obligation", on_delete=models.CASCADE, null=True, related_name="+", db_index=False
    )
    on = models.DateField(null=True)
    early = models.CharField(max_length=16)
    last = models.CharField(max_length=16)
    n = models.IntegerField()
    folded = models.BooleanField(default=False)

    class Meta:
        indexes = [
            models.Index(fields=["plan", "axis", "on"], name="tally_plan"),
            models.Index(fields=["agency", "plan", "axis"], name="tally_agency"),
            models.Index(fields=["obligation", "axis"], name="tally_obligation"),
            models.Index(fields=["plan"], name="tally_to_fold", condition=models.Q(folded=False)),
        ]

    def __str__(self) -> str:
        return f"{self.axis} {self.on} {self.last} {self.n:+d}"
