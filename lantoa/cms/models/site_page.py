"""What every page of the portal (cổng thông tin) shares."""

from wagtail.models import Page


class SitePage(Page):
    """Abstract base of our Wagtail pages, so that the page model itself stays Wagtail's."""

    class Meta:
        abstract = True
