"""The address that calendar programs subscribe to; it stays as it is (contracts)."""

from django.urls import path

from lantoa.plans.web.views import feeds

app_name = "feeds"

urlpatterns = [path("lich.ics", feeds.calendar_file, name="calendar-file")]
