"""Public addresses of the portal (cổng thông tin)."""

from django.urls import path

from lantoa.portal.web import views

app_name = "portal"

urlpatterns = [
    path("", views.home, name="home"),
    path("ke-hoach/", views.plan_list, name="plan-list"),
    path("ke-hoach/<slug:slug>/", views.plan, name="plan"),
    path("ke-hoach/<slug:slug>/dieu-chinh/", views.plan_changes, name="plan-changes"),
    path("ke-hoach/<slug:slug>/cach-tinh/", views.plan_progress, name="plan-progress"),
    path("ke-hoach/<slug:slug>/lich/", views.plan_calendar, name="plan-calendar"),
    path("ke-hoach/<slug:slug>/nhiem-vu/<str:code>/", views.obligation, name="obligation"),
    path("ke-hoach/<slug:slug>/co-quan/<int:pk>/", views.agency, name="agency"),
    path("minh-chung/<int:pk>/", views.evidence_photo, name="evidence-photo"),
    path("minh-chung/<int:pk>/nho/", views.evidence_thumbnail, name="evidence-thumbnail"),
    path("robots.txt", views.robots, name="robots"),
    path("sitemap.xml", views.sitemap, name="sitemap"),
    path(".well-known/security.txt", views.security_txt, name="security-txt"),
]
