"""Addresses of duties and their evidence (nhiệm vụ, minh chứng)."""

from django.urls import path

from lantoa.plans.web.views import duties, evidence, obligations

app_name = "duties"

urlpatterns = [
    path("", duties.my_agency, name="my-agency"),
    path("danh-sach/", duties.duty_list, name="duty-list"),
    path("<int:pk>/", duties.duty, name="duty"),
    path("<int:pk>/minh-chung/", evidence.attach, name="evidence-attach"),
    path("<int:pk>/gui/", evidence.submit, name="evidence-submit"),
    path("<int:pk>/lay-lai/", evidence.recall, name="evidence-recall"),
    path("<int:pk>/chap-nhan/", evidence.accept, name="evidence-accept"),
    path("<int:pk>/tra-lai/", evidence.send_back, name="evidence-send-back"),
    path("<int:pk>/duyet-lai/", evidence.reconsider, name="evidence-reconsider"),
    path("minh-chung/<int:pk>/", evidence.file, name="evidence-file"),
    path("minh-chung/<int:pk>/rut/", evidence.withdraw, name="evidence-withdraw"),
    path("minh-chung/<int:pk>/khoi-phuc/", evidence.bring_back, name="evidence-bring-back"),
    path("goc/<int:pk>/", obligations.obligation, name="obligation"),
]
