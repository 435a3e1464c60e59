"""A person who holds or held a post (người giữ chức danh)."""

from django.conf import settings
from django.db import models


class Person(models.Model):
    full_name = models.CharField("họ và tên", max_length=150)
    folded_name = models.CharField(max_length=150, editable=False, db_index=True)
    order_key = models.CharField(max_length=600, editable=False)
    email = models.EmailField("thư điện tử", blank=True)
    phone = models.CharField("điện thoại", max_length=60, blank=True)
    user = models.OneToOneField(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="person",
        verbose_name="tài khoản",
    )
    is_illustrative = models.BooleanField("dữ liệu minh họa", default=False)

    class Meta:
        ordering = ["order_key", "pk"]
        verbose_name = "cán bộ"
        verbose_name_plural = "cán bộ"

    def __str__(self) -> str:
        return self.full_name
