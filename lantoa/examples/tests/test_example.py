"""The whole example instance: one load serves all these tests, each reads it in passing."""

from datetime import date
from pathlib import Path

import pytest
from django.apps import apps
from django.core.cache import cache
from django.db import transaction
from django.utils import timezone

from lantoa.accounts.models import User
from lantoa.common.models import AuditEntry
from lantoa.examples.services import example
from lantoa.examples.services.accounts import DEMO_PASSWORD
from lantoa.organisations.selectors.actors import actor_for
from lantoa.plans.models import Evidence, Obligation, Occurrence, Plan
from lantoa.plans.selectors import amendments, board
from lantoa.subplans.models import SubPlanCall
from lantoa.subplans.selectors import consolidated, sub_plans

ACCOUNTS = {
    "noivu": "coordinator", "vanphong": "officer", "vanhoa": "officer", "taichinh": "finance",
    "ninhhiep": "officer", "ninhvan": "officer", "ld.ninhhiep": "head", "bientap": "editor",
    "chutich": "leader", "giamkhao": "judge", "thanhtra": "inspector", "quantri": "administrator",
}  # fmt: skip
SITE_EDITORS = {"bientap", "quantri"}


@pytest.fixture(scope="module")
def loaded(django_db_setup, django_db_blocker):
    """The example, loaded once: each test runs in a savepoint inside this transaction."""
    with django_db_blocker.unblock(), transaction.atomic():
        example.load_once()
        yield
        transaction.set_rollback(True)


@pytest.fixture(autouse=True)
def _fresh(loaded, db):
    cache.clear()


def counts():
    return {model._meta.label: model.objects.count() for model in apps.get_models()}


def signed_in(page, username):
    answer = page.client.post("/dang-nhap/", {"username": username, "password": DEMO_PASSWORD})
    assert answer.headers["Location"] == "/lam-viec/"
    return page


def check_the_plan():
    plan = Plan.objects.get()
    assert (plan.symbol, f"{plan.issued_on}", plan.is_illustrative) == (
        "130/QĐ-UBND", "2023-02-14", True,
    )  # fmt: skip
    assert Obligation.objects.filter(nature="activity").count() == 14
    monthly = Obligation.objects.filter(due_kind="monthly")
    assert [(one.due_day_of_month, len(one.spans) >= 3) for one in monthly] == [(24, True)]
    return plan


def test_the_plan_is_confirmed_with_one_monthly_duty_and_full_screens():
    found = board.of_plan(check_the_plan(), today=timezone.localdate())
    assert 85 <= found.whole.percent < 100
    for code in ("done_on_time", "done_late", "submitted", "overdue"):
        assert found.whole.counts[code] >= 3, code
    assert Occurrence.objects.filter(state="returned").count() >= 2
    assert len(found.months) >= 10


def test_the_year_has_extensions_an_emergent_task_and_an_amendment_all_labelled():
    plan = check_the_plan()
    found = amendments.published(plan)
    assert [(one.version, one.kind, one.is_illustrative) for one in found] == [
        (3, "emergent", True), (2, "amending", True),
    ]  # fmt: skip
    moved = amendments.moved(plan)
    assert sorted(one.kind for one in moved) == ["amended", "extended", "extended"]
    assert all(one.illustrative and one.reason and one.old < date(2024, 1, 1) for one in moved)
    assert Occurrence.objects.filter(obligation__code="PS.1").exclude(state="open").exists()


def test_invented_results_are_labelled_and_in_the_log():
    assert Evidence.objects.exists()
    assert not Evidence.objects.filter(is_illustrative=False).exists()
    brought_in = AuditEntry.objects.filter(verb="evidence.recorded").count()
    assert brought_in == Occurrence.objects.exclude(state="open").count()


def test_loading_again_changes_nothing():
    before = counts()
    assert example.load_once() is False
    assert counts() == before


def test_every_account_signs_in_and_lands_on_its_work(page):
    today = timezone.localdate()
    roles = {}
    for user in User.objects.filter(is_demo=True):
        roles[user.username] = actor_for(user, today).role
        signed_in(page, user.username).get("/lam-viec/", follow=True)
        page.client.logout()
    assert roles == ACCOUNTS
    assert not User.objects.filter(is_superuser=True).exists()


def test_only_the_editor_and_the_administrator_enter_the_site_editor(page):
    entered = set()
    for username in ACCOUNTS:
        signed_in(page, username)
        entered |= {username} if page.client.get("/bien-tap/").status_code == 200 else set()
        page.client.logout()
    assert entered == SITE_EDITORS


def test_sign_in_offers_the_accounts_with_one_tap_only_on_a_demo_instance(page, settings):
    page.get("/dang-nhap/?next=/lam-viec/nhiem-vu/")
    links = [link.get("href") for link in page.all("a")]
    assert "Ủy ban nhân dân thị xã Ninh Hòa" in page.text
    assert "?next=%2Flam-viec%2Fnhiem-vu%2F&tai-khoan=noivu" in links
    settings.LANTOA_DEMO = False
    assert DEMO_PASSWORD not in page.get("/dang-nhap/").text


def test_public_pages_stay_light(page):
    plan = Plan.objects.get()
    css = Path(example.__file__).parents[2] / "common/static/lantoa/css"
    shared = sum(path.stat().st_size for path in css.glob("*.css"))
    assert len(page.get("/").response.content) + shared < 100_000
    packed = page.client.get(f"/ke-hoach/{plan.slug}/", headers={"Accept-Encoding": "gzip"})
    assert len(packed.content) < 16_000
    page.get(f"/ke-hoach/{plan.slug}/")


def test_agencies_plans_stand_as_their_duties_do_and_are_labelled():
    """Returned, awaited, drafted, sent, under appraisal and accepted; none without its label."""
    call = SubPlanCall.objects.get()
    assert call.obligation.code == "V.1.a2"
    states = sub_plans.counts(call)
    assert {"awaited", "drafting", "sent", "appraising", "returned", "accepted"} == set(states)
    assert states["accepted"] >= 30
    filled = call.sub_plans.exclude(state="awaited")
    assert not filled.filter(is_illustrative=False).exists()
    for row in filled.filter(state="accepted").select_related("occurrence")[:5]:
        assert row.occurrence.state == "accepted"
    assert sum(line.money or 0 for line in consolidated.lines(call)) > 100_000_000
