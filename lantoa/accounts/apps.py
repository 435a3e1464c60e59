from django.apps import AppConfig


class AccountsConfig(AppConfig):
    name = "lantoa.accounts"
    label = "accounts"
    verbose_name = "Tài khoản"

    def ready(self) -> None:
        from lantoa.accounts import demo_guard, jobs  # noqa: F401  (registers its system check)

        jobs.register()
