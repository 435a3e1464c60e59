"""Addresses of signing in and out."""

from django.contrib.auth.views import LogoutView
from django.urls import path

from lantoa.accounts.web import views

app_name = "accounts"

urlpatterns = [
    path("", views.SignIn.as_view(), name="sign-in"),
    path("thoat/", LogoutView.as_view(), name="sign-out"),
    path("doi-mat-khau/", views.Password.as_view(), name="password"),
]
