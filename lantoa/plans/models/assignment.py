"""Which agency takes which part in a duty, and from when (phân công)."""

from django.db import models


class Assignment(models.Model):
    class Role(models.TextChoices):
        LEAD = "lead", "Chủ trì"
        COORDINATING = "coordinating", "Phối hợp"
        ADVISED = "advised", "Được tham mưu"
        REQUESTED = "requested", "Được đề nghị"
        INVITED = "invited", "Được mời"

    obligation = models.ForeignKey(
        "plans.Obligation", on_delete=models.CASCADE, related_name="assignments"
    )
    agency = models.ForeignKey(
        "organisations.Agency", on_delete=models.PROTECT, related_name="+", verbose_name="cơ quan"
    )
    role = models.CharField("vai trò", max_length=12, choices=Role)
    named_as = models.CharField("cách gọi trong văn bản", max_length=400, blank=True)
    since = models.DateField("từ ngày")
    until = models.DateField("đến ngày", null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["obligation", "agency", "role", "since"], name="assignment_once"
            ),
            models.CheckConstraint(
                condition=models.Q(until__isnull=True) | models.Q(until__gte=models.F("since")),
                name="assignment_dates_in_order",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.agency_id} {self.role}"
