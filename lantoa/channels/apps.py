from django.apps import AppConfig


class ChannelsConfig(AppConfig):
    name = "lantoa.channels"
    label = "channels"
    verbose_name = "Kênh gửi"

    def ready(self) -> None:
        from lantoa.channels import jobs, permissions  # noqa: F401
        from lantoa.channels.web import bell

        jobs.register()
        bell.register()
