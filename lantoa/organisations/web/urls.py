"""Addresses of the register of agencies in the workspace."""

from django.urls import path

from lantoa.organisations.web.views import agencies, reorganisations

app_name = "organisations"

urlpatterns = [
    path("", agencies.agency_list, name="agency-list"),
    path("<int:pk>/", agencies.agency, name="agency"),
    path("sap-xep/", reorganisations.reorganisation_list, name="reorganisation-list"),
    path("sap-xep/<int:pk>/", reorganisations.reorganisation, name="reorganisation"),
]
