"""How much a kind of duty or one duty counts in a plan's progress (trọng số); 1 by default."""

from django.db import models

from lantoa.plans.models.draft_item import Nature


class Weight(models.Model):
    """Of one duty, or of every duty of a nature; the duty's own wins. Zero leaves it out."""

    plan = models.ForeignKey("plans.Plan", on_delete=models.CASCADE, related_name="weights")
    nature = models.CharField("loại", max_length=12, choices=Nature, blank=True)
    obligation = models.OneToOneField(
        "plans.Obligation", on_delete=models.CASCADE, null=True, related_name="own_weight"
    )
    value = models.DecimalField("trọng số", max_digits=5, decimal_places=2)

    class Meta:
        verbose_name = "trọng số"
        verbose_name_plural = "trọng số"
        constraints = [
            models.UniqueConstraint(
                fields=["plan", "nature"], condition=~models.Q(nature=""), name="weight_nature_once"
            ),
            models.CheckConstraint(
                condition=models.Q(nature="", obligation__isnull=False)
                | (~models.Q(nature="") & models.Q(obligation__isnull=True)),
                name="weight_of_nature_or_duty",
            ),
            models.CheckConstraint(
                condition=models.Q(value__gte=0, value__lte=100), name="weight_plausible"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.nature or self.obligation_id}: {self.value}"
