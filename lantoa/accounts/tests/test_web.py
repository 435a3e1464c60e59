import pytest
from django.urls import reverse

from lantoa.accounts.factories import make_user

pytestmark = pytest.mark.django_db
SIGN_IN = "/dang-nhap/"
PASSWORD = "mat-khau-thu"


@pytest.fixture
def user():
    return make_user("canbo", full_name="Nguyễn Thị Cán Bộ", password=PASSWORD)


def test_signing_in_leads_to_work(client, user):
    answer = client.post(SIGN_IN, {"username": "canbo", "password": PASSWORD})
    assert (answer.status_code, answer.headers["Location"]) == (302, reverse("workspace:home"))


def test_signing_in_leads_to_the_page_asked_for(client, user):
    answer = client.post(
        SIGN_IN + "?next=/lam-viec/nhiem-vu/", {"username": "canbo", "password": PASSWORD}
    )
    assert answer.headers["Location"] == "/lam-viec/nhiem-vu/"


def test_signing_in_never_leads_to_another_site(client, user):
    answer = client.post(
        SIGN_IN + "?next=https://example.com/", {"username": "canbo", "password": PASSWORD}
    )
    assert answer.headers["Location"] == reverse("workspace:home")


def test_a_wrong_password_is_told_in_words_and_the_name_is_kept(page, user):
    page.post(SIGN_IN, {"username": "canbo", "password": "sai"})
    assert "Tên đăng nhập hoặc mật khẩu chưa đúng" in page.text
    assert "Chưa đăng nhập được" in page.text
    assert page.all("input", id="id_username")[0].get("value") == "canbo"


def test_empty_fields_are_told_in_words(page):
    page.post(SIGN_IN, {})
    assert "Hãy nhập tên đăng nhập." in page.text
    assert "Hãy nhập mật khẩu." in page.text


def test_a_link_can_name_the_account_and_the_password_is_next(page):
    page.get(SIGN_IN + "?tai-khoan=noivu")
    assert page.all("input", id="id_username")[0].get("value") == "noivu"
    assert page.all("input", id="id_password")[0].get("autofocus") is not None


def test_who_is_signed_in_goes_to_work(client, user):
    client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
    assert client.get(SIGN_IN).headers["Location"] == reverse("workspace:home")


def test_too_many_tries_lock_with_a_page_that_says_how_long(page, user, settings):
    settings.AXES_ENABLED = True
    for _ in range(settings.AXES_FAILURE_LIMIT - 1):
        page.post(SIGN_IN, {"username": "canbo", "password": "sai"})
    page.post(SIGN_IN, {"username": "canbo", "password": "sai"}, status=429)
    assert "tạm dừng trong 15 phút" in page.text
    page.post(SIGN_IN, {"username": "canbo", "password": PASSWORD}, status=429)


def test_an_account_without_a_post_is_told_whom_to_ask(page, user):
    page.sign_in(user).get(reverse("workspace:home"), status=403)
    assert "không giữ chức danh nào" in page.text


def test_the_password_is_changed_only_with_the_old_one(page, user):
    new = {"new_password1": "Lan-Tỏa-2026-mới", "new_password2": "Lan-Tỏa-2026-mới"}
    page.sign_in(user).post(reverse("accounts:password"), {"old_password": "không phải", **new})
    assert "Mật khẩu hiện tại chưa đúng" in page.text
    page.client.post(reverse("accounts:password"), {"old_password": PASSWORD, **new})
    user.refresh_from_db()
    assert user.check_password("Lan-Tỏa-2026-mới")


def test_no_demo_account_is_offered_where_there_is_none(page):
    assert "tài khoản minh họa" not in page.get(SIGN_IN).text
