"""Forms of signing in and of changing the password, in officials' words."""

from typing import Any

from django.contrib.auth.forms import AuthenticationForm, PasswordChangeForm
from django.utils.translation import gettext_lazy as _


class SignInForm(AuthenticationForm):
    error_messages = {
        "invalid_login": _("Tên đăng nhập hoặc mật khẩu chưa đúng. Vui lòng thử lại."),
        "inactive": _("Tài khoản này đã ngừng hoạt động."),
    }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        username, password = self.fields["username"], self.fields["password"]
        username.label, password.label = _("Tên đăng nhập"), _("Mật khẩu")
        username.error_messages["required"] = _("Hãy nhập tên đăng nhập.")
        password.error_messages["required"] = _("Hãy nhập mật khẩu.")
        username.widget.attrs |= {"autocapitalize": "none", "spellcheck": "false"}
        if self.initial.get("username"):
            # The name is there already: the next thing to type is the password.
            username.widget.attrs.pop("autofocus", None)
            password.widget.attrs["autofocus"] = True


class PasswordForm(PasswordChangeForm):
    error_messages = {
        "password_mismatch": _("Hai lần nhập mật khẩu mới chưa giống nhau."),
        "password_incorrect": _("Mật khẩu hiện tại chưa đúng. Vui lòng nhập lại."),
    }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        old, new, again = (
            self.fields[name] for name in ("old_password", "new_password1", "new_password2")
        )
        old.label, new.label, again.label = (
            _("Mật khẩu hiện tại"),
            _("Mật khẩu mới"),
            _("Nhập lại mật khẩu mới"),
        )
        new.help_text = _("Ít nhất 10 ký tự, không quá dễ đoán, không giống tên của bạn.")
        again.help_text = ""
