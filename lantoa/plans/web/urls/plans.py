"""Addresses of plans and of reviewing a draft (kế hoạch, rà soát)."""

from django.urls import path

from lantoa.plans.web.views import board, confirming, plans, rows

app_name = "plans"

urlpatterns = [
    path("", plans.plan_list, name="plan-list"),
    path("tai-len/", plans.upload, name="plan-upload"),
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
]
