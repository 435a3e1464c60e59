"""What machines ask a public site for: robots.txt, sitemap.xml, security.txt."""

from datetime import timedelta

from django.conf import settings
from django.contrib.sitemaps.views import sitemap as render_sitemap
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from lantoa.portal.web.sitemaps import SITEMAPS

SECURITY_DAYS = 180


@require_safe
@cache_control(public=True, max_age=3600)
def robots(request: HttpRequest) -> HttpResponse:
    lines = [
        "User-agent: *",
        f"Disallow: {reverse('workspace:home')}",
        f"Disallow: {reverse('accounts:sign-in')}",
        f"Disallow: {reverse('wagtailadmin_home')}",
        f"Sitemap: {request.build_absolute_uri(reverse('portal:sitemap'))}",
    ]
    return _text(lines)


@require_safe
@cache_control(public=True, max_age=3600)
def sitemap(request: HttpRequest) -> HttpResponse:
    return render_sitemap(request, SITEMAPS, template_name="portal/sitemap.xml")


@require_safe
@cache_control(public=True, max_age=3600)
def security_txt(request: HttpRequest) -> HttpResponse:
    """RFC 9116: whom to tell of a security problem; the date moves so that it never runs out."""
    today = timezone.now().replace(hour=0, minute=0, second=0, microsecond=0)
    until = today + timedelta(days=SECURITY_DAYS)
    contact = settings.LANTOA_SECURITY_CONTACT or request.build_absolute_uri(reverse("portal:home"))
    lines = [
        f"Contact: {contact}",
        f"Expires: {until:%Y-%m-%dT%H:%M:%SZ}",
        "Preferred-Languages: vi, en",
        f"Canonical: {request.build_absolute_uri(reverse('portal:security-txt'))}",
    ]
    return _text(lines)


def _text(lines: list[str]) -> HttpResponse:
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain; charset=utf-8")
