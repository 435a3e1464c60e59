import pytest

from lantoa.accounts.factories import make_user
from lantoa.examples.services import example
from lantoa.examples.services.organisations import DataFileWrong
from lantoa.organisations.models import Agency
from lantoa.plans.models import Plan

pytestmark = pytest.mark.django_db


def test_an_instance_that_somebody_uses_never_receives_the_example():
    make_user()
    assert example.load_once() is False
    assert not Plan.objects.exists()


def test_a_folder_that_lacks_a_file_loads_nothing_at_all(tmp_path):
    (tmp_path / "organisations.json").write_text("{", encoding="utf-8")
    with pytest.raises(DataFileWrong):
        example.load_once(tmp_path)
    assert not Agency.objects.exists()
