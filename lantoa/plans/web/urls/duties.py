"""Addresses of duties and their evidence (nhiệm vụ, minh chứng)."""

from django.urls import path

from lantoa.plans.web.urls import bulk, choosing, sheets
from lantoa.plans.web.views import deadlines, duties, evidence, obligations, stated_evidence

app_name = "duties"

urlpatterns = [
    path("", duties.my_agency, name="my-agency"),
    path("danh-sach/", duties.duty_list, name="duty-list"),
    path("<int:pk>/", duties.duty, name="duty"),
    path("<int:pk>/minh-chung/", evidence.attach, name="evidence-attach"),
    path("<int:pk>/minh-chung-khac/", stated_evidence.state, name="evidence-state"),
    path("<int:pk>/gui/", evidence.submit, name="evidence-submit"),
    path("<int:pk>/lay-lai/", evidence.recall, name="evidence-recall"),
    path("<int:pk>/chap-nhan/", evidence.accept, name="evidence-accept"),
    path("<int:pk>/tra-lai/", evidence.send_back, name="evidence-send-back"),
    path("<int:pk>/duyet-lai/", evidence.reconsider, name="evidence-reconsider"),
    path("minh-chung/<int:pk>/", evidence.file, name="evidence-file"),
    path("minh-chung/<int:pk>/dung-cho/", stated_evidence.serve, name="evidence-serve"),
    path("minh-chung/<int:pk>/rut/", evidence.withdraw, name="evidence-withdraw"),
    path("minh-chung/<int:pk>/khoi-phuc/", evidence.bring_back, name="evidence-bring-back"),
    path("goc/<int:pk>/", obligations.obligation, name="obligation"),
    path("de-nghi/", deadlines.requests, name="request-list"),
    path("<int:pk>/bat-dau/", deadlines.begin, name="begin"),
    path("<int:pk>/gia-han/", deadlines.ask_extension, name="extension-ask"),
    path("<int:pk>/khong-thuc-hien/", deadlines.ask_excuse, name="excuse-ask"),
    path("<int:pk>/thuc-hien-lai/", deadlines.expect_again, name="expect-again"),
    path("<int:pk>/tam-dung/", deadlines.pause, name="pause"),
    path("<int:pk>/mo-lai/", deadlines.reopen, name="reopen"),
    path("gia-han/<int:pk>/tra-loi/", deadlines.answer_extension, name="extension-answer"),
    path("gia-han/<int:pk>/rut/", deadlines.withdraw_extension, name="extension-withdraw"),
    path("khong-thuc-hien/<int:pk>/tra-loi/", deadlines.answer_excuse, name="excuse-answer"),
    path("khong-thuc-hien/<int:pk>/rut/", deadlines.withdraw_excuse, name="excuse-withdraw"),
    path("tam-dung/<int:pk>/ket-thuc/", deadlines.end_pause, name="pause-end"),
    *choosing.urlpatterns,
    *bulk.urlpatterns,
    *sheets.urlpatterns,
]
