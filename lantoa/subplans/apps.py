from django.apps import AppConfig


class SubPlansConfig(AppConfig):
    name = "lantoa.subplans"
    label = "subplans"
    verbose_name = "Kế hoạch của đơn vị"

    def ready(self) -> None:
        from lantoa.subplans import menu, permissions  # noqa: F401
        from lantoa.subplans.web import panels, words

        words.register_states()
        panels.register()
