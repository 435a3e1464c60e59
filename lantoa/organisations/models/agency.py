"""An agency or unit (cơ quan, đơn vị), known by its code and its time, never by its name alone."""

from __future__ import annotations

from datetime import date, timedelta

from django.db import models

from lantoa.organisations.rules import kinds
from lantoa.organisations.rules.tenures import covers


class Agency(models.Model):
    """In force from `valid_from` up to but not including `valid_to`.

    `parent` is who commands it; `area` is the People's Committee of the territory on which a body
    outside that command works (Party, Front, vertical agency, enterprise).
    """

    class Kind(models.TextChoices):
        PEOPLE_COMMITTEE = kinds.Kind.PEOPLE_COMMITTEE.value, "UBND cấp tỉnh, cấp huyện"
        OFFICE = kinds.Kind.OFFICE.value, "Văn phòng"
        DIVISION = kinds.Kind.DIVISION.value, "Phòng chuyên môn"
        COMMUNE = kinds.Kind.COMMUNE.value, "UBND xã, phường"
        PUBLIC_UNIT = kinds.Kind.PUBLIC_UNIT.value, "Đơn vị sự nghiệp"
        SCHOOL = kinds.Kind.SCHOOL.value, "Trường học"
        VERTICAL = kinds.Kind.VERTICAL.value, "Cơ quan ngành dọc"
        ENTERPRISE = kinds.Kind.ENTERPRISE.value, "Doanh nghiệp"
        PARTY = kinds.Kind.PARTY.value, "Cơ quan Đảng"
        MASS_ORGANISATION = (
            kinds.Kind.MASS_ORGANISATION.value,
            "Mặt trận, tổ chức chính trị - xã hội",
        )
        DEPARTMENT = kinds.Kind.DEPARTMENT.value, "Sở, cơ quan ngang sở"
        PRESS = kinds.Kind.PRESS.value, "Cơ quan báo chí"
        OTHER = kinds.Kind.OTHER.value, "Khác"

    class Level(models.TextChoices):
        CENTRAL = kinds.Level.CENTRAL.value, "Trung ương"
        PROVINCE = kinds.Level.PROVINCE.value, "Cấp tỉnh"
        DISTRICT = kinds.Level.DISTRICT.value, "Cấp huyện"
        COMMUNE = kinds.Level.COMMUNE.value, "Cấp xã"

    code = models.SlugField("mã", max_length=80, unique=True)
    name = models.CharField("tên đầy đủ", max_length=255)
    short_name = models.CharField("tên gọi tắt", max_length=160, blank=True)
    folded_name = models.CharField(max_length=450, editable=False)
    kind = models.CharField("loại", max_length=20, choices=Kind)
    level = models.CharField("cấp", max_length=10, choices=Level)
    place = models.CharField("địa bàn", max_length=160, blank=True)
    parent = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="children",
        verbose_name="cơ quan cấp trên trực tiếp",
    )
    area = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="bodies_in_area",
        verbose_name="chính quyền địa bàn",
    )
    valid_from = models.DateField("hoạt động từ ngày")
    valid_to = models.DateField("không còn hoạt động từ ngày", null=True, blank=True)
    email = models.EmailField("thư điện tử", blank=True)
    phone = models.CharField("điện thoại", max_length=60, blank=True)
    website = models.URLField("trang thông tin điện tử", blank=True)
    address = models.CharField("địa chỉ", max_length=255, blank=True)
    note = models.TextField("ghi chú", blank=True)

    class Meta:
        ordering = ["name", "pk"]
        verbose_name = "cơ quan"
        verbose_name_plural = "cơ quan"
        indexes = [
            models.Index(fields=["kind", "level"], name="agency_kind_level"),
            models.Index(fields=["valid_from", "valid_to"], name="agency_validity"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(valid_to__isnull=True)
                | models.Q(valid_to__gt=models.F("valid_from")),
                name="agency_ends_after_it_begins",
            ),
            models.CheckConstraint(
                condition=~models.Q(parent=models.F("id")), name="agency_not_its_own_parent"
            ),
            models.CheckConstraint(
                condition=~models.Q(area=models.F("id")), name="agency_not_its_own_area"
            ),
        ]

    def __str__(self) -> str:
        return self.label

    @property
    def label(self) -> str:
        """The name for lists: the short one where there is one."""
        return self.short_name or self.name

    @property
    def directed(self) -> bool:
        return kinds.is_directed(self.kind)

    @property
    def last_day(self) -> date | None:
        """The last day on which it was in force, as people say it ("đến hết ngày")."""
        return self.valid_to - timedelta(days=1) if self.valid_to else None

    def is_in_force(self, on: date) -> bool:
        return covers(self.valid_from, self.valid_to, on)
