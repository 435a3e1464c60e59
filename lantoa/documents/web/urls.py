"""Addresses of source documents (văn bản nguồn)."""

from django.urls import path

from lantoa.documents.web import learned, views

app_name = "documents"

urlpatterns = [
    path("<int:pk>/", views.document, name="document"),
    path("<int:pk>/tep-goc/", views.original, name="original"),
    path("<int:pk>/so-sanh/", views.compare, name="compare"),
    path("diem/<int:pk>/da-xem/", views.mark_seen, name="finding-seen"),
    path("da-hoc/", learned.rules, name="learned-list"),
    path("da-hoc/xuat/", learned.export, name="learned-export"),
    path("da-hoc/nap/", learned.import_, name="learned-import"),
    path("da-hoc/<int:pk>/dung/", learned.activate, name="learned-activate"),
    path("da-hoc/<int:pk>/thoi-dung/", learned.retire, name="learned-retire"),
]
