"""A plan (kế hoạch) of an authority for a year: first a draft, then binding once confirmed."""

from django.conf import settings
from django.db import models


class Plan(models.Model):
    class State(models.TextChoices):
        DRAFT = "draft", "Đang rà soát"
        ACTIVE = "active", "Đang thực hiện"
        CLOSED = "closed", "Đã kết thúc"
        WITHDRAWN = "withdrawn", "Đã hủy bản nháp"

    title = models.CharField("tên kế hoạch", max_length=500)
    slug = models.SlugField(max_length=120, unique=True)
    symbol = models.CharField("số, ký hiệu", max_length=60, blank=True)
    issued_on = models.DateField("ngày ban hành", null=True)
    issuer_name = models.CharField("cơ quan ban hành", max_length=300, blank=True)
    authority = models.ForeignKey(
        "organisations.Agency", on_delete=models.PROTECT, related_name="+", verbose_name="cơ quan"
    )
    coordinator = models.ForeignKey(
        "organisations.Agency",
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name="cơ quan chủ trì theo dõi",
    )
    year = models.PositiveIntegerField("năm")
    state = models.CharField("trạng thái", max_length=12, choices=State, default=State.DRAFT)
    document = models.ForeignKey(
        "documents.SignedDocument", on_delete=models.PROTECT, related_name="+"
    )
    document_index = models.PositiveIntegerField(default=0)
    before_is_inclusive = models.BooleanField("“trước ngày” tính cả ngày đó", default=False)
    lock_after_days = models.PositiveSmallIntegerField("khóa nhận sau hạn (ngày)", null=True)
    is_illustrative = models.BooleanField("dữ liệu minh họa", default=False)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    created_at = models.DateTimeField(auto_now_add=True)
    confirmed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    confirmed_at = models.DateTimeField(null=True)
    counted_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-year", "-pk"]
        verbose_name = "kế hoạch"
        verbose_name_plural = "kế hoạch"
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(state="active") | models.Q(confirmed_at__isnull=False),
                name="plan_active_is_confirmed",
            ),
            models.CheckConstraint(
                condition=models.Q(year__gte=1990, year__lte=2200), name="plan_year_plausible"
            ),
        ]

    def __str__(self) -> str:
        return self.title
