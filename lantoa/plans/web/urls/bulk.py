"""Addresses of actions on many duties (thao tác hàng loạt), part of those of duties."""

from django.urls import path

from lantoa.plans.web.views import bulk

urlpatterns = [
    path("hang-loat/", bulk.listing, name="bulk-list"),
    path("hang-loat/chon/", bulk.choose, name="bulk-choose"),
    path("hang-loat/<int:pk>/", bulk.one, name="bulk"),
    path("hang-loat/<int:pk>/bo-ra/", bulk.take_out, name="bulk-take-out"),
    path("hang-loat/<int:pk>/thuc-hien/", bulk.confirm, name="bulk-confirm"),
    path("hang-loat/<int:pk>/hoan-tac/", bulk.undo, name="bulk-undo"),
]
