"""Addresses of saved filters (bộ lọc đã lưu), part of those of duties."""

from django.urls import path

from lantoa.plans.web.views import saved_filters

urlpatterns = [
    path("bo-loc/", saved_filters.save, name="filter-save"),
    path("bo-loc/<int:pk>/bo/", saved_filters.remove, name="filter-remove"),
    path("bo-loc/<int:pk>/lay-lai/", saved_filters.bring_back, name="filter-bring-back"),
]
