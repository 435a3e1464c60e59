"""Addresses of signing in and out."""

from django.contrib.auth import views
from django.urls import path, reverse_lazy

from lantoa.accounts.web.forms import SignInForm

app_name = "accounts"

urlpatterns = [
    path(
        "",
        views.LoginView.as_view(
            template_name="accounts/sign_in.html",
            authentication_form=SignInForm,
            redirect_authenticated_user=True,
        ),
        name="sign-in",
    ),
    path("thoat/", views.LogoutView.as_view(), name="sign-out"),
    path(
        "doi-mat-khau/",
        views.PasswordChangeView.as_view(
            template_name="accounts/password.html", success_url=reverse_lazy("workspace:home")
        ),
        name="password",
    ),
]
