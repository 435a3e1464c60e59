from django.apps import AppConfig


class PortalConfig(AppConfig):
    name = "lantoa.portal"
    label = "portal"
    verbose_name = "Cổng thông tin"

    def ready(self) -> None:
        from lantoa.portal import menu

        menu.register()
