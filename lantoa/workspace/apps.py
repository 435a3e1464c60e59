from django.apps import AppConfig


class WorkspaceConfig(AppConfig):
    name = "lantoa.workspace"
    label = "workspace"
    verbose_name = "Nơi làm việc"

    def ready(self) -> None:
        from lantoa.common.ui.menu import MenuItem, register

        register(
            MenuItem(
                "Bảng theo dõi",
                "workspace:home",
                icon="chart-no-axes-column",
                permission="plans.oversee",
                order=10,
                short="Theo dõi",
                also=("plans:board",),
            )
        )
