"""One duty of one agency in one period (kỳ thực hiện): what is expected before anything is sent.

Overdue is never stored: it is computed from the due day and today by `rules.states`. `due_on` is
the day in force; once it was moved, `first_due_on` keeps the day that the plan ordered.
"""

from django.conf import settings
from django.db import models

from lantoa.plans.models.tallying import TalliedRow


class Occurrence(TalliedRow):
    class State(models.TextChoices):
        OPEN = "open", "Chưa gửi"
        SUBMITTED = "submitted", "Chờ duyệt"
        RETURNED = "returned", "Trả lại"
        ACCEPTED = "accepted", "Đã chấp nhận"

    obligation = models.ForeignKey(
        "plans.Obligation", on_delete=models.CASCADE, related_name="occurrences"
    )
    agency = models.ForeignKey(
        "organisations.Agency", on_delete=models.PROTECT, related_name="+", verbose_name="cơ quan"
    )
    period_key = models.CharField(max_length=10)
    period_label = models.CharField("kỳ", max_length=60)
    starts_on = models.DateField("từ ngày")
    due_on = models.DateField("hạn", null=True)
    first_due_on = models.DateField("hạn ban đầu", null=True)
    begun_on = models.DateField("bắt đầu thực hiện", null=True)
    excused_at = models.DateTimeField("không phải thực hiện từ lúc", null=True)
    inherited_from = models.ForeignKey(
        "organisations.Agency",
        on_delete=models.PROTECT,
        null=True,
        related_name="+",
        db_index=False,
        verbose_name="nhận từ cơ quan",
    )
    reopened_until = models.DateField("mở lại nhận kết quả đến ngày", null=True)
    state = models.CharField(max_length=10, choices=State, default=State.OPEN)
    done_on = models.DateField("ngày thực hiện", null=True)
    submitted_at = models.DateTimeField("lúc gửi", null=True)
    submitted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    decided_at = models.DateTimeField("lúc duyệt", null=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    return_reason = models.CharField("lý do trả lại", max_length=1000, blank=True)

    class Meta:
        ordering = ["due_on", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["obligation", "agency", "period_key"], name="occurrence_once"
            ),
            models.CheckConstraint(
                condition=models.Q(state="open") | models.Q(submitted_at__isnull=False),
                name="occurrence_sent_has_time",
            ),
            models.CheckConstraint(
                condition=~models.Q(state="returned") | ~models.Q(return_reason=""),
                name="occurrence_return_has_reason",
            ),
        ]
        indexes = [
            models.Index(fields=["agency", "due_on"], name="occurrence_agency_due"),
            models.Index(fields=["obligation", "state"], name="occurrence_obligation_state"),
            models.Index(fields=["state", "due_on"], name="occurrence_state_due"),
            models.Index(
                fields=["inherited_from"],
                name="occurrence_inherited",
                condition=models.Q(inherited_from__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.period_label} · {self.agency_id}"
