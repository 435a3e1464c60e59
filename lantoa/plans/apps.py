from django.apps import AppConfig


class PlansConfig(AppConfig):
    name = "lantoa.plans"
    label = "plans"
    verbose_name = "Kế hoạch"

    def ready(self) -> None:
        from lantoa.plans import menu, permissions  # noqa: F401
        from lantoa.plans.jobs import register_jobs
        from lantoa.plans.web import handover_panel, source_panel, told_panel  # noqa: F401

        register_jobs()
        told_panel.register()
