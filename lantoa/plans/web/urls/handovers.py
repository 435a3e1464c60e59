"""Addresses of preparing and confirming a reorganisation (sắp xếp tổ chức, bàn giao việc)."""

from django.urls import path

from lantoa.plans.web.views import handovers

app_name = "handovers"

urlpatterns = [
    path("", handovers.listing, name="list"),
    path("moi/", handovers.new, name="new"),
    path("da-ghi-nhan/<int:pk>/", handovers.of_event, name="of-event"),
    path("<int:pk>/", handovers.one, name="one"),
    path("<int:pk>/dong/", handovers.rows, name="rows"),
    path("<int:pk>/co-quan/", handovers.add_agencies, name="add-agencies"),
    path("<int:pk>/bo-co-quan/", handovers.remove_agency, name="remove-agency"),
    path("<int:pk>/chon/", handovers.choose, name="choose"),
    path("<int:pk>/bo/", handovers.drop, name="drop"),
    path("<int:pk>/lay-lai/", handovers.take_up, name="take-up"),
    path("<int:pk>/xac-nhan/", handovers.confirm, name="confirm"),
]
