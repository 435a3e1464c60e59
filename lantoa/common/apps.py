from django.apps import AppConfig


class CommonConfig(AppConfig):
    name = "lantoa.common"
    label = "common"
    verbose_name = "Nền chung"

    def ready(self) -> None:
        from lantoa.common import permissions  # noqa: F401
        from lantoa.common.jobs import register_jobs

        register_jobs()
