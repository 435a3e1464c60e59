"""Addresses of agencies' own plans (kế hoạch của đơn vị)."""

from django.urls import path

from lantoa.subplans.web.views import appraising, calls, filing, joined, rows

app_name = "subplans"

urlpatterns = [
    path("", filing.listing, name="list"),
    path("<int:pk>/", filing.one, name="one"),
    path("<int:pk>/van-ban/", filing.paper, name="paper"),
    path("<int:pk>/tep/", filing.file, name="file"),
    path("<int:pk>/doc-tep/", filing.read, name="read"),
    path("<int:pk>/chep-nhiem-vu/", filing.copy_duties, name="copy-duties"),
    path("<int:pk>/chep-nam-truoc/", filing.copy_last_year, name="copy-last-year"),
    path("<int:pk>/gui/", filing.send, name="send"),
    path("<int:pk>/lay-lai/", filing.recall, name="recall"),
    path("<int:pk>/dong/them/", rows.add, name="row-add"),
    path("<int:pk>/dong/giu/", rows.keep_all, name="rows-keep"),
    path("dong/<int:pk>/", rows.edit, name="row"),
    path("dong/<int:pk>/giu/", rows.keep, name="row-keep"),
    path("dong/<int:pk>/bo/", rows.remove, name="row-remove"),
    path("dong/<int:pk>/lay-lai/", rows.bring_back, name="row-bring-back"),
    path("ban/<int:pk>/", filing.version, name="version"),
    path("ban/<int:pk>/tep/", filing.version_file, name="version-file"),
    path("<int:pk>/tham-dinh/", appraising.take_up, name="take-up"),
    path("<int:pk>/chap-nhan/", appraising.accept, name="accept"),
    path("<int:pk>/tra-lai/", appraising.send_back, name="send-back"),
    path("<int:pk>/xem-xet-lai/", appraising.reconsider, name="reconsider"),
    path("<int:pk>/lap-ke-hoach/", appraising.open_plan, name="open-plan"),
    path("<int:pk>/mien/", calls.exempt, name="exempt"),
    path("<int:pk>/can-lap/", calls.expect, name="expect"),
    path("theo/<int:pk>/", calls.queue, name="queue"),
    path("theo/<int:pk>/thiet-lap/", calls.settle, name="settle"),
    path("theo/<int:pk>/tong-hop/", joined.consolidated, name="consolidated"),
    path("theo/<int:pk>/cac-cap/", joined.levels, name="levels"),
]
