"""Signing in and changing one's password (đăng nhập, đổi mật khẩu)."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.auth import views
from django.http import HttpRequest
from django.shortcuts import redirect
from django.urls import reverse_lazy
from django.utils.translation import gettext as _

from lantoa.accounts.web.forms import PasswordForm, SignInForm


class SignIn(views.LoginView):
    """`?tai-khoan=` fills the user name, so that a link can name the account."""

    template_name = "accounts/sign_in.html"
    authentication_form = SignInForm

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        # Who is signed in and was sent here may not see the page asked for: sending them back
        # would go round for ever, so they can sign in as somebody else.
        if request.user.is_authenticated and not self.get_redirect_url():
            return redirect(self.get_default_redirect_url())
        return super().dispatch(request, *args, **kwargs)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        # Django puts the host under names that our pages use for the publisher.
        hidden = {"site", "site_name"}
        context = super().get_context_data(**kwargs)
        return {name: value for name, value in context.items() if name not in hidden}

    def get_initial(self) -> dict[str, Any]:
        return {**super().get_initial(), "username": self.request.GET.get("tai-khoan", "")[:150]}


class Password(views.PasswordChangeView):
    template_name = "accounts/password.html"
    form_class = PasswordForm
    success_url = reverse_lazy("workspace:home")

    def form_valid(self, form: Any) -> Any:
        messages.success(self.request, _("Đã đổi mật khẩu."))
        return super().form_valid(form)
