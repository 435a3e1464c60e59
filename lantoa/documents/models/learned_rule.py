"""What people taught by correcting a draft (điều đã học), kept for the authority's next plans."""

from django.conf import settings
from django.db import models

from lantoa.documents.reading.known_phrases import OWN_YEAR


class LearnedRule(models.Model):
    """`key` is the phrase brought to one spelling; `value` is what the phrase means:

    alias: {"agency": code}; phrase: a due rule for any year; class: {"members": [{code, name}]}.
    """

    class Kind(models.TextChoices):
        ALIAS = "alias", "Tên gọi khác của cơ quan"
        PHRASE = "phrase", "Cụm từ về thời hạn"
        CLASS = "class", "Nhóm cơ quan"

    class State(models.TextChoices):
        PROPOSED = "proposed", "Chờ quyết định"
        ACTIVE = "active", "Đang dùng"
        RETIRED = "retired", "Thôi dùng"

    authority = models.ForeignKey(
        "organisations.Agency",
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name="cơ quan ban hành",
    )
    kind = models.CharField("loại", max_length=8, choices=Kind)
    phrase = models.CharField("cụm từ", max_length=400)
    key = models.CharField(max_length=400, editable=False)
    value = models.JSONField()
    meaning = models.CharField("hiểu là", max_length=500)
    document = models.ForeignKey(
        "documents.SignedDocument",
        on_delete=models.SET_NULL,
        null=True,
        related_name="learned_rules",
        verbose_name="học từ văn bản",
    )
    row_code = models.CharField("dòng", max_length=40, blank=True)
    line = models.PositiveIntegerField("dòng trong văn bản", null=True)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    made_at = models.DateTimeField("lúc học", auto_now_add=True)
    state = models.CharField("trạng thái", max_length=8, choices=State, default=State.PROPOSED)
    used_count = models.PositiveIntegerField("số lần dùng", default=0)

    class Meta:
        ordering = ["-made_at", "-pk"]
        verbose_name = "điều đã học"
        verbose_name_plural = "điều đã học"
        constraints = [
            models.UniqueConstraint(
                fields=["authority", "kind", "key"],
                condition=models.Q(state="active"),
                name="learned_rule_active_once",
            ),
            models.UniqueConstraint(
                fields=["authority", "kind", "key"],
                condition=models.Q(state="proposed"),
                name="learned_rule_proposed_once",
            ),
            models.CheckConstraint(
                condition=~models.Q(key="") & ~models.Q(meaning=""),
                name="learned_rule_says_something",
            ),
        ]

    def __str__(self) -> str:
        return f"“{self.said}” → {self.meaning}"

    @property
    def said(self) -> str:
        """The phrase as people read it, with the plan's own year in words."""
        return self.phrase.replace(OWN_YEAR, "[năm kế hoạch]")
