"""Addresses of resumable uploads (tải tệp lên)."""

from django.urls import path

from lantoa.common.web import uploads

app_name = "uploads"

urlpatterns = [
    path("", uploads.collection, name="uploads"),
    path("<str:token>/", uploads.item, name="upload"),
]
