"""Addresses of the ways of seeing a plan (cách xem kế hoạch), part of those of plans."""

from django.urls import path

from lantoa.plans.web.views import feeds, seeing, weights

urlpatterns = [
    path("lich-cua-toi/", feeds.my_calendar, name="my-calendar"),
    path("<int:pk>/ma-tran/", seeing.matrix, name="matrix"),
    path("<int:pk>/lich-nam/", seeing.calendar, name="calendar"),
    path("<int:pk>/trong-diem/", seeing.timeline, name="timeline"),
    path("<int:pk>/do-bao-phu/", seeing.coverage, name="coverage"),
    path("<int:pk>/tien-do/", seeing.progress, name="progress"),
    path("<int:pk>/tien-do/theo-loai/", weights.of_natures, name="weights-natures"),
    path("<int:pk>/tien-do/rieng/", weights.of_duty, name="weights-duty"),
    path("<int:pk>/co-quan/<int:agency_pk>/", seeing.agency_profile, name="agency-profile"),
]
