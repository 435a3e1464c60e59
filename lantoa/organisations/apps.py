from django.apps import AppConfig


class OrganisationsConfig(AppConfig):
    name = "lantoa.organisations"
    label = "organisations"
    verbose_name = "Cơ quan, tổ chức"

    def ready(self) -> None:
        from lantoa.organisations import menu, permissions  # noqa: F401
        from lantoa.organisations.jobs import register_jobs

        register_jobs()
