from django.apps import AppConfig


class WorkspaceConfig(AppConfig):
    name = "lantoa.workspace"
    label = "workspace"
    verbose_name = "Nơi làm việc"

    def ready(self) -> None:
        from lantoa.common.ui.menu import MenuItem, register

        register(
            MenuItem("Việc của tôi", "workspace:home", icon="list-checks", order=10, short="Việc")
        )
