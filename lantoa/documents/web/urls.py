"""Addresses of source documents (văn bản nguồn)."""

from django.urls import path

from lantoa.documents.web import views

app_name = "documents"

urlpatterns = [
    path("<int:pk>/", views.document, name="document"),
    path("<int:pk>/tep-goc/", views.original, name="original"),
    path("<int:pk>/so-sanh/", views.compare, name="compare"),
    path("diem/<int:pk>/da-xem/", views.mark_seen, name="finding-seen"),
]
