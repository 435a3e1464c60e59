from django.apps import AppConfig


class ExamplesConfig(AppConfig):
    name = "lantoa.examples"
    label = "examples"
    verbose_name = "Dữ liệu minh họa"

    def ready(self) -> None:
        from lantoa.common.ui import slots
        from lantoa.examples import panels

        slots.register(
            "accounts.sign_in", slots.Panel("examples/_accounts.html", gather=panels.accounts)
        )
