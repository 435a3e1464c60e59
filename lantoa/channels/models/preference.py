"""How a person wants to be reminded (tùy chọn nhận tin)."""

from django.db import models


class Preference(models.Model):
    """Without a row the defaults hold: e-mail too, at eight o'clock, not paused."""

    person = models.OneToOneField(
        "organisations.Person",
        on_delete=models.CASCADE,
        primary_key=True,
        related_name="preference",
    )
    by_email = models.BooleanField("nhận cả qua thư điện tử", default=True)
    digest_hour = models.PositiveSmallIntegerField("giờ nhận bản nhắc việc", default=8)
    paused_until = models.DateField("tạm dừng đến hết ngày", null=True, blank=True)

    class Meta:
        verbose_name = "tùy chọn nhận tin"
        verbose_name_plural = "tùy chọn nhận tin"
        constraints = [
            models.CheckConstraint(
                condition=models.Q(digest_hour__lte=23), name="preference_hour_of_day"
            ),
        ]

    def __str__(self) -> str:
        return str(self.person_id)
