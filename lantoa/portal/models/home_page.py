"""The portal's first page (trang chủ): what editors may say on it."""

from typing import ClassVar

from django.db import models
from wagtail.admin.panels import FieldPanel
from wagtail.fields import RichTextField

from lantoa.cms.models import SitePage


class HomePage(SitePage):
    """The root of the site; served by the portal's own view, which reads these fields."""

    lead = models.CharField("lời giới thiệu", max_length=300, blank=True)
    notice = RichTextField("thông báo", blank=True, features=["bold", "link", "ol", "ul"])
    max_count = 1
    content_panels: ClassVar = [*SitePage.content_panels, FieldPanel("lead"), FieldPanel("notice")]

    class Meta:
        verbose_name = "trang chủ"
        verbose_name_plural = "trang chủ"
