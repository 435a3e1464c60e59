from django.apps import AppConfig


class ExamplesConfig(AppConfig):
    name = "lantoa.examples"
    label = "examples"
    verbose_name = "Dữ liệu minh họa"
