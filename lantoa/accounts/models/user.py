"""A person who signs in (tài khoản); what they may do comes from the post they hold."""

from django.contrib.auth.models import AbstractUser
from django.db import models


class User(AbstractUser):
    """`is_demo` marks the accounts of the example instance, which production refuses."""

    full_name = models.CharField("họ và tên", max_length=150, blank=True)
    is_demo = models.BooleanField("tài khoản minh họa", default=False)

    class Meta:
        verbose_name = "tài khoản"
        verbose_name_plural = "tài khoản"

    def __str__(self) -> str:
        return self.full_name or self.username

    def get_full_name(self) -> str:
        return str(self)
