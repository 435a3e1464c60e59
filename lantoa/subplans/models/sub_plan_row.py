"""One row of an agency's own plan (dòng kế hoạch): what, how, when, who, for how much money."""

from django.db import models


class SubPlanRow(models.Model):
    """`proposed` rows come from reading a document and count once the agency keeps them."""

    class State(models.TextChoices):
        PROPOSED = "proposed", "Máy đọc, chờ xác nhận"
        KEPT = "kept", "Trong kế hoạch"
        REMOVED = "removed", "Đã bỏ"

    sub_plan = models.ForeignKey("subplans.SubPlan", on_delete=models.CASCADE, related_name="rows")
    position = models.PositiveIntegerField()
    state = models.CharField(max_length=10, choices=State, default=State.KEPT)
    task = models.TextField("nhiệm vụ, hoạt động", blank=True)
    forms = models.TextField("hình thức", blank=True)
    time = models.CharField("thời gian", max_length=300, blank=True)
    lead = models.CharField("chủ trì", max_length=500, blank=True)
    coordinating = models.CharField("phối hợp", max_length=500, blank=True)
    money = models.BigIntegerField("kinh phí (đồng)", null=True, blank=True)
    money_note = models.CharField("nguồn, ghi chú kinh phí", max_length=300, blank=True)
    answers = models.ManyToManyField(
        "plans.Obligation", related_name="+", verbose_name="trả lời nhiệm vụ"
    )
    spans = models.JSONField(default=list)
    code = models.CharField("ký hiệu trong kế hoạch riêng", max_length=40, blank=True)

    class Meta:
        ordering = ["sub_plan", "position", "pk"]
        verbose_name = "dòng kế hoạch"
        verbose_name_plural = "dòng kế hoạch"
        constraints = [
            models.CheckConstraint(
                condition=models.Q(money__isnull=True) | models.Q(money__gte=0),
                name="sub_plan_row_money_not_negative",
            ),
        ]

    def __str__(self) -> str:
        return self.task[:80]
