"""An agency's own plan under a plan (kế hoạch của đơn vị): one row for each awaited agency."""

from django.conf import settings
from django.core.files.storage import Storage, storages
from django.db import models


def private_storage() -> Storage:
    return storages["private"]


class SubPlan(models.Model):
    """Made when it is awaited, so that an agency that did nothing yet has a row, too.

    `version` counts sendings; `general` keeps parts stated once for the whole plan; `own_plan` is
    the plan that this one became for the agencies beneath.
    """

    class State(models.TextChoices):
        AWAITED = "awaited", "Chưa gửi"
        DRAFTING = "drafting", "Đang soạn"
        SENT = "sent", "Đã gửi"
        APPRAISING = "appraising", "Đang thẩm định"
        RETURNED = "returned", "Trả lại"
        ACCEPTED = "accepted", "Chấp nhận"
        EXEMPT = "exempt", "Không phải lập"

    call = models.ForeignKey(
        "subplans.SubPlanCall", on_delete=models.PROTECT, related_name="sub_plans"
    )
    agency = models.ForeignKey(
        "organisations.Agency", on_delete=models.PROTECT, related_name="+", verbose_name="cơ quan"
    )
    occurrence = models.OneToOneField(
        "plans.Occurrence", on_delete=models.SET_NULL, null=True, related_name="sub_plan"
    )
    state = models.CharField("trạng thái", max_length=10, choices=State, default=State.AWAITED)
    title = models.CharField("tên kế hoạch", max_length=500, blank=True)
    symbol = models.CharField("số, ký hiệu", max_length=60, blank=True)
    issued_on = models.DateField("ngày ban hành", null=True, blank=True)
    signer = models.CharField("người ký", max_length=160, blank=True)
    general = models.JSONField("ghi chung cho cả kế hoạch", default=dict)
    file = models.FileField(
        "văn bản đã ban hành", upload_to="subplans/%Y/", storage=private_storage, blank=True
    )
    file_name = models.CharField("tên tệp", max_length=255, blank=True)
    media_type = models.CharField(max_length=120, blank=True)
    sha256 = models.CharField(max_length=64, blank=True)
    document = models.ForeignKey(
        "documents.SignedDocument", on_delete=models.PROTECT, null=True, related_name="+"
    )
    own_plan = models.OneToOneField(
        "plans.Plan", on_delete=models.PROTECT, null=True, related_name="made_from"
    )
    version = models.PositiveIntegerField("lần gửi", default=0)
    changed_at = models.DateTimeField(auto_now=True)
    sent_at = models.DateTimeField("lúc gửi", null=True)
    sent_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    taken_up_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    decided_at = models.DateTimeField("lúc quyết định", null=True)
    exempt_reason = models.CharField("lý do không phải lập", max_length=500, blank=True)
    is_illustrative = models.BooleanField("dữ liệu minh họa", default=False)

    class Meta:
        ordering = ["call", "agency__name", "pk"]
        verbose_name = "kế hoạch của đơn vị"
        verbose_name_plural = "kế hoạch của đơn vị"
        constraints = [
            models.UniqueConstraint(fields=["call", "agency"], name="sub_plan_once"),
            models.CheckConstraint(
                condition=~models.Q(state__in=["sent", "appraising", "returned", "accepted"])
                | models.Q(sent_at__isnull=False, version__gte=1),
                name="sub_plan_sent_has_version",
            ),
            models.CheckConstraint(
                condition=~models.Q(state__in=["returned", "accepted"])
                | models.Q(decided_at__isnull=False),
                name="sub_plan_decided_has_time",
            ),
            models.CheckConstraint(
                condition=~models.Q(state="exempt") | ~models.Q(exempt_reason=""),
                name="sub_plan_exempt_has_reason",
            ),
        ]
        indexes = [models.Index(fields=["agency", "state"], name="sub_plan_agency_state")]

    def __str__(self) -> str:
        return self.title or f"Kế hoạch của {self.agency}"
