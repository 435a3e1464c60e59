"""Every address of the product: three fronts and the machine-readable ones."""

from django.urls import include, path
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.documents import urls as wagtaildocs_urls

from lantoa.common.web import errors, health

urlpatterns = [
    path("healthz", health.healthz, name="healthz"),
    path("dang-nhap/", include("lantoa.accounts.web.urls")),
    path("lam-viec/co-quan/", include("lantoa.organisations.web.urls")),
    path("lam-viec/van-ban/", include("lantoa.documents.web.urls")),
    path("lam-viec/thong-bao/", include("lantoa.channels.web.urls")),
    path("lam-viec/don-doc/", include("lantoa.plans.web.urls.reminders")),
    path("lam-viec/ke-hoach/", include("lantoa.plans.web.urls.plans")),
    path("lam-viec/ke-hoach-don-vi/", include("lantoa.subplans.web.urls")),
    path("lam-viec/nhiem-vu/", include("lantoa.plans.web.urls.duties")),
    path("lam-viec/tai-len/", include("lantoa.common.web.urls")),
    path("lam-viec/sap-xep/", include("lantoa.plans.web.urls.handovers")),
    path("lam-viec/", include("lantoa.plans.web.urls.feeds")),
    path("lam-viec/", include("lantoa.workspace.web.urls")),
    path("bien-tap/", include(wagtailadmin_urls)),
    path("tai-lieu/", include(wagtaildocs_urls)),
    path("", include("lantoa.portal.web.urls")),
    path("", include(wagtail_urls)),
]

handler400 = errors.bad_request
handler403 = errors.forbidden
handler404 = errors.not_found
handler500 = errors.server_error
