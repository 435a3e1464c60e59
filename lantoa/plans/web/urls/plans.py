"""Addresses of plans and of reviewing a draft (kế hoạch, rà soát)."""

from django.urls import path

from lantoa.plans.web.urls import seeing
from lantoa.plans.web.views import (
    amendments,
    board,
    confirming,
    deadlines,
    loading,
    plans,
    rows,
    working_calendar,
)

app_name = "plans"

urlpatterns = [
    path("", plans.plan_list, name="plan-list"),
    path("tai-len/", loading.upload, name="plan-upload"),
    path("nap/", loading.listing, name="loading-list"),
    path("nap/<int:pk>/", loading.progress, name="loading"),
    path("nap/<int:pk>/doc-lai/", loading.read_again, name="loading-again"),
    path("nap/<int:pk>/cat/", loading.put_away, name="loading-away"),
    path("nap/<int:pk>/tep-goc/", loading.original, name="loading-file"),
    path("<int:pk>/", plans.plan, name="plan"),
    path("<int:pk>/huy/", plans.withdraw, name="plan-withdraw"),
    path("<int:pk>/mo-lai/", plans.reopen, name="plan-reopen"),
    path("<int:pk>/bang-theo-doi/", board.board, name="board"),
    path("<int:pk>/ra-soat/", rows.review, name="plan-review"),
    path("<int:pk>/ra-soat/them/", rows.add, name="row-add"),
    path("<int:pk>/ra-soat/chap-nhan/", rows.accept_many, name="rows-accept"),
    path("<int:pk>/thong-tin/", confirming.describe, name="plan-describe"),
    path("<int:pk>/xac-nhan/", confirming.confirm, name="plan-confirm"),
    path("dong/<int:pk>/", rows.edit, name="row"),
    path("dong/<int:pk>/chap-nhan/", rows.accept, name="row-accept"),
    path("dong/<int:pk>/loai/", rows.reject, name="row-reject"),
    path("dong/<int:pk>/xem-lai/", rows.restore, name="row-restore"),
    path("dong/<int:pk>/gop/", rows.merge, name="row-merge"),
    path("dong/<int:pk>/tach/", rows.split, name="row-split"),
    path("lich-lam-viec/", working_calendar.year, name="working-calendar"),
    path("lich-lam-viec/them/", working_calendar.add, name="calendar-day-add"),
    path("lich-lam-viec/bo/", working_calendar.take_out, name="calendar-day-out"),
    path("lich-lam-viec/<int:pk>/lay-lai/", working_calendar.put_back, name="calendar-day-back"),
    path("<int:pk>/cach-tinh-han/", deadlines.settings, name="plan-settings"),
    path("<int:pk>/phat-sinh/", amendments.emergent, name="emergent-add"),
    path("<int:pk>/dieu-chinh/", amendments.listing, name="amendment-list"),
    path("<int:pk>/dieu-chinh/moi/", amendments.draw_up, name="amendment-add"),
    path("dieu-chinh/<int:pk>/", amendments.amendment, name="amendment"),
    path("dieu-chinh/<int:pk>/tep/", amendments.file, name="amendment-file"),
    path("dieu-chinh/<int:pk>/ap-dung/", amendments.publish, name="amendment-publish"),
    path("dieu-chinh/<int:pk>/bo/", amendments.drop, name="amendment-drop"),
    path("dieu-chinh/<int:pk>/doi/", amendments.add_change, {"kind": "move"}, name="change-move"),
    path("dieu-chinh/<int:pk>/them/", amendments.add_change, {"kind": "add"}, name="change-add"),
    path(
        "dieu-chinh/<int:pk>/rut/", amendments.add_change, {"kind": "remove"}, name="change-remove"
    ),
    path(
        "dieu-chinh/<int:pk>/sua/", amendments.add_change, {"kind": "reword"}, name="change-reword"
    ),
    path("dieu-chinh/noi-dung/<int:pk>/bo/", amendments.drop_change, name="change-drop"),
    path("nhiem-vu/<int:pk>/thu-hoi/", amendments.revoke, name="obligation-revoke"),
    *seeing.urlpatterns,
]
