"""Addresses of editing by spreadsheet (sửa bằng Excel), part of those of duties."""

from django.urls import path

from lantoa.plans.web.views import sheets

urlpatterns = [
    path("bang-tinh/", sheets.landing, name="sheets"),
    path("bang-tinh/tai-ve/", sheets.file, name="sheet-file"),
    path("bang-tinh/<int:pk>/", sheets.one, name="sheet"),
    path("bang-tinh/<int:pk>/ap-dung/", sheets.apply, name="sheet-apply"),
]
