"""A post in an agency (chức danh); its role decides what its holder may do."""

from django.db import models


class Post(models.Model):
    class Role(models.TextChoices):
        COORDINATOR = "coordinator", "Đầu mối cải cách hành chính"
        OFFICER = "officer", "Cán bộ thực hiện"
        HEAD = "head", "Lãnh đạo cơ quan, đơn vị"
        EDITOR = "editor", "Biên tập viên"
        LEADER = "leader", "Lãnh đạo UBND"
        FINANCE = "finance", "Tài chính"
        JUDGE = "judge", "Giám khảo"
        INSPECTOR = "inspector", "Kiểm tra (chỉ đọc)"
        ADMINISTRATOR = "administrator", "Quản trị"
        READER = "reader", "Người xem"

    agency = models.ForeignKey(
        "organisations.Agency", on_delete=models.PROTECT, related_name="posts"
    )
    title = models.CharField("chức danh", max_length=160)
    role = models.CharField("vai trò", max_length=16, choices=Role)

    class Meta:
        ordering = ["title", "pk"]
        verbose_name = "chức danh"
        verbose_name_plural = "chức danh"

    def __str__(self) -> str:
        return f"{self.title}, {self.agency.label}"
