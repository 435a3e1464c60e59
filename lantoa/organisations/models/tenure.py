"""Who holds a post from when to when (thời gian giữ chức danh)."""

from datetime import date, timedelta

from django.db import models


class Tenure(models.Model):
    """From `since` up to but not including `until`; without `until` it runs on."""

    post = models.ForeignKey("organisations.Post", on_delete=models.PROTECT, related_name="tenures")
    person = models.ForeignKey(
        "organisations.Person", on_delete=models.PROTECT, related_name="tenures"
    )
    since = models.DateField("từ ngày")
    until = models.DateField("thôi giữ từ ngày", null=True, blank=True)

    class Meta:
        ordering = ["-since", "-pk"]
        verbose_name = "thời gian giữ chức danh"
        verbose_name_plural = "thời gian giữ chức danh"
        constraints = [
            models.CheckConstraint(
                condition=models.Q(until__isnull=True) | models.Q(until__gt=models.F("since")),
                name="tenure_ends_after_it_begins",
            ),
            models.UniqueConstraint(
                fields=["post"],
                condition=models.Q(until__isnull=True),
                name="tenure_one_open_per_post",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person}: {self.post}"

    @property
    def last_day(self) -> date | None:
        return self.until - timedelta(days=1) if self.until else None
