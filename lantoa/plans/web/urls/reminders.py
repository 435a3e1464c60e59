"""Addresses of reminding and urging (nhắc việc, đôn đốc)."""

from django.urls import path

from lantoa.plans.web.views import reminders

app_name = "reminders"

urlpatterns = [
    path("<int:pk>/", reminders.follow_up, name="follow-up"),
    path("<int:pk>/cong-van/", reminders.letter, name="letter"),
    path("<int:pk>/quy-tac/", reminders.rules, name="rules"),
]
