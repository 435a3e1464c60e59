"""Addresses of notices and of the log of what was sent (thông báo, nhật ký gửi)."""

from django.urls import path

from lantoa.channels.web.views import deliveries, notices

app_name = "channels"

urlpatterns = [
    path("", notices.notice_list, name="notice-list"),
    path("<int:pk>/", notices.notice, name="notice"),
    path("da-doc/", notices.read_all, name="notices-read"),
    path("tuy-chon/", notices.preference, name="preference"),
    path("nhat-ky/", deliveries.delivery_list, name="delivery-list"),
    path("nhat-ky/<int:pk>/", deliveries.delivery, name="delivery"),
    path("nhat-ky/<int:pk>/gui-lai/", deliveries.send_again, name="delivery-again"),
    path("nhat-ky/<int:pk>/da-toi/", deliveries.settle, name="delivery-settle"),
    path("quy-dinh/", deliveries.policy, name="policy"),
]
