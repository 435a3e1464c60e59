import importlib

import pytest
from django.core.checks import run_checks

from lantoa.accounts import demo_guard
from lantoa.accounts.services import users
from lantoa.config import wsgi

pytestmark = pytest.mark.django_db


def demo_account():
    return users.create(
        username="thu", full_name="Thử", password="lan-toa-demo", by=None, is_demo=True
    )


def test_a_demo_account_is_an_error_outside_a_demo_instance(settings):
    demo_account()
    settings.LANTOA_DEMO = False
    found = run_checks(tags=["database"], databases=["default"])
    assert "accounts.E001" in {error.id for error in found}


def test_a_demo_instance_may_have_them(settings):
    demo_account()
    settings.LANTOA_DEMO = True
    assert demo_guard.refuse_demo_accounts() == []


def test_the_web_server_does_not_start_with_them_in_production(settings):
    settings.LANTOA_DEMO = False
    importlib.reload(wsgi)
    demo_account()
    with pytest.raises(demo_guard.DemoAccountsInProduction, match=r"accounts\.E001"):
        importlib.reload(wsgi)
