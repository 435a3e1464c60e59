"""Proof that a duty was done (minh chứng): a photo, a file, or something stated, with a date."""

from django.conf import settings
from django.core.files.storage import Storage, storages
from django.db import models


def private_storage() -> Storage:
    return storages["private"]


class Evidence(models.Model):
    """Withdrawn, never deleted; `original_sha256` is of the file as the person sent it.

    `sameness` is what two items have alike when they are the same proof: the hash of a file, the
    page of an address, number and day of a dispatch. `same_as` names the item that this one was
    made from when one proof serves several duties.
    """

    class Kind(models.TextChoices):
        PHOTO = "photo", "Ảnh"
        FILE = "file", "Tệp"
        LINK = "link", "Đường dẫn"
        DISPATCH = "dispatch", "Văn bản"
        ARTICLE = "article", "Tin, bài"
        EVENT = "event", "Hội nghị, sự kiện"

    occurrence = models.ForeignKey(
        "plans.Occurrence", on_delete=models.CASCADE, related_name="evidence"
    )
    kind = models.CharField(max_length=8, choices=Kind)
    file = models.FileField(
        "tệp", upload_to="evidence/%Y/%m/", storage=private_storage, blank=True, max_length=255
    )
    name = models.CharField("tên tệp", max_length=255, blank=True)
    media_type = models.CharField(max_length=100, blank=True)
    size = models.PositiveBigIntegerField(default=0)
    original_sha256 = models.CharField(max_length=64, blank=True)
    url = models.CharField("địa chỉ", max_length=2000, blank=True)
    number = models.CharField("số, ký hiệu", max_length=100, blank=True)
    detail = models.CharField("nơi ban hành, đăng, tổ chức", max_length=300, blank=True)
    people = models.PositiveIntegerField("số người dự", null=True)
    sameness = models.CharField(max_length=64, blank=True, db_index=True)
    look = models.CharField(max_length=16, blank=True, default="")
    same_as = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, related_name="served", verbose_name="dùng lại"
    )
    caption = models.CharField("chú thích", max_length=500)
    happened_on = models.DateField("ngày thực hiện")
    is_illustrative = models.BooleanField("dữ liệu minh họa", default=False)
    added_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    added_at = models.DateTimeField(auto_now_add=True)
    withdrawn_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["added_at"]
        verbose_name = "minh chứng"
        verbose_name_plural = "minh chứng"
        constraints = [
            models.CheckConstraint(condition=~models.Q(caption=""), name="evidence_has_caption"),
            models.CheckConstraint(
                condition=~models.Q(kind__in=["photo", "file"]) | ~models.Q(file=""),
                name="evidence_file_is_there",
            ),
            models.CheckConstraint(
                condition=~models.Q(kind="link") | ~models.Q(url=""), name="evidence_link_leads"
            ),
            models.CheckConstraint(
                condition=~models.Q(kind="dispatch") | ~models.Q(number=""),
                name="evidence_dispatch_has_number",
            ),
        ]

    def __str__(self) -> str:
        return self.caption
