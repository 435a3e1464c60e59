"""From a signed plan on the coordinator's disk to a photo that citizens see."""

import io
import re

import pytest
from PIL import Image
from playwright.sync_api import expect

from lantoa.examples.services.organisations import DEMO_PASSWORD, load_organisations
from lantoa.plans.models import Plan

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]
CAPTION = "Tin: hướng dẫn nộp hồ sơ trực tuyến tại nhà văn hóa tổ 5"
PHONE = (390, 844)


def photo() -> dict:
    out = io.BytesIO()
    Image.effect_noise((1600, 1200), 40).convert("RGB").save(out, "JPEG")
    return {"name": "anh-hoi-nghi.jpg", "mimeType": "image/jpeg", "buffer": out.getvalue()}


def row(visitor, code):
    return visitor.page.locator("article.drow").filter(
        has=visitor.page.locator("h3", has_text=re.compile(rf"^\s*{re.escape(code)}\s"))
    )


def load(coordinator, source):
    coordinator.open("/lam-viec/ke-hoach/tai-len/").barrier_free()
    coordinator.page.locator("input[type=file]").set_input_files(source)
    coordinator.press("Nạp và đọc văn bản")
    coordinator.sees("Rà soát bản dự thảo").barrier_free()
    return Plan.objects.get()


def leave_out(coordinator, plan, code, reason):
    coordinator.open(f"/lam-viec/ke-hoach/{plan.pk}/ra-soat/?tim={code}")
    row(coordinator, code).get_by_role("link", name="Không đưa vào").click()
    coordinator.page.get_by_label("Lý do không đưa vào kế hoạch").fill(reason)
    coordinator.press("Không đưa vào kế hoạch")


def accept_the_rest(coordinator, plan):
    coordinator.open(f"/lam-viec/ke-hoach/{plan.pk}/ra-soat/?trang-thai=pending")
    while plan.draft_items.filter(state="pending").exists():
        boxes = coordinator.page.locator("article.drow input[type=checkbox]")
        for at in range(boxes.count()):
            boxes.nth(at).check()
        with coordinator.page.expect_navigation():
            coordinator.press("Chấp nhận các dòng đã chọn")


def test_a_signed_plan_becomes_public_progress(visit, source):
    load_organisations()
    coordinator = visit().sign_in("noivu", DEMO_PASSWORD)
    plan = load(coordinator, source)
    leave_out(coordinator, plan, "III.1", "Câu dẫn tới Phụ lục.")
    accept_the_rest(coordinator, plan)
    coordinator.open(f"/lam-viec/ke-hoach/{plan.pk}/xac-nhan/").barrier_free()
    coordinator.press("Xác nhận, bắt đầu giao việc")
    coordinator.open(f"/lam-viec/ke-hoach/{plan.pk}/bang-theo-doi/").barrier_free()
    activities = coordinator.page.get_by_role("table", name="Hoạt động trọng điểm")
    expect(activities.locator("tbody tr")).to_have_count(14)
    assert plan.obligations.count() == plan.draft_items.count() - 1

    officer = visit(*PHONE).sign_in("ninhhiep", DEMO_PASSWORD)
    officer.sees("Việc của đơn vị tôi").barrier_free()
    officer.page.get_by_role("link", name="Định kỳ hàng tháng (trước ngày 25)").first.click()
    send(officer)

    coordinator.page.reload()
    coordinator.sees("Chờ duyệt")
    coordinator.press("Chấp nhận")
    citizen = visit(*PHONE).open("/").barrier_free()
    citizen.sees(CAPTION).sees("UBND phường Ninh Hiệp")
    citizen.follow("Xem cả kế hoạch").barrier_free()
    citizen.sees("Số 130/QĐ-UBND").sees(CAPTION)
    citizen.follow(CAPTION)
    citizen.sees("Nguyên văn trong kế hoạch").barrier_free()


def send(officer):
    officer.barrier_free()
    officer.page.locator("input[name=photos]").set_input_files(photo())
    officer.page.get_by_label("Chú thích").fill(CAPTION)
    officer.press("Gửi minh chứng")
    officer.sees("Chờ duyệt").barrier_free()
