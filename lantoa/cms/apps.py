from django.apps import AppConfig


class CmsConfig(AppConfig):
    name = "lantoa.cms"
    label = "cms"
    verbose_name = "Trang tin"
