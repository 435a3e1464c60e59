from django.apps import AppConfig


class DocumentsConfig(AppConfig):
    name = "lantoa.documents"
    label = "documents"
    verbose_name = "Văn bản"

    def ready(self) -> None:
        from lantoa.documents import permissions  # noqa: F401
