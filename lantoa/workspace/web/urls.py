"""Addresses of the officials' shell."""

from django.urls import path

from lantoa.workspace.web import views

app_name = "workspace"

urlpatterns = [
    path("", views.home, name="home"),
    path("thu-vien-giao-dien/", views.gallery, name="gallery"),
]
