"""Loading data files of any place: whole or not at all, and never twice."""

import json
from datetime import date

import pytest

from lantoa.common.models import AuditEntry
from lantoa.examples.services.organisations import (
    NINH_HOA_2023,
    DataFileWrong,
    Loaded,
    load_organisations,
)
from lantoa.organisations.models import Agency, Person
from lantoa.organisations.selectors import agencies

pytestmark = pytest.mark.django_db


def test_loading_twice_adds_nothing():
    load_organisations(NINH_HOA_2023)
    before = (Agency.objects.count(), Person.objects.count(), AuditEntry.objects.count())
    assert load_organisations(NINH_HOA_2023) == Loaded(0, 0, 0)
    assert (Agency.objects.count(), Person.objects.count(), AuditEntry.objects.count()) == before


@pytest.mark.parametrize(
    "content",
    ["{", '{"agencies": [{"code": "a"}]}', '{"agencies": [{"code": "a", "parent": "b"}]}', "[]"],
)
def test_a_broken_data_file_is_refused_whole(db, tmp_path, content):
    (tmp_path / "organisations.json").write_text(content, encoding="utf-8")
    with pytest.raises(DataFileWrong, match=r"organisations\.json"):
        load_organisations(tmp_path)
    assert not Agency.objects.exists()


def test_another_place_loads_without_a_line_of_code(db, tmp_path):
    entry = {
        "code": "ubnd-huyen-x",
        "name": "Ủy ban nhân dân huyện Phú Thịnh",
        "kind": "people_committee",
        "level": "district",
        "valid_from": "2000-01-01",
        "aliases": ["UBND huyện"],
    }
    text = json.dumps({"agencies": [entry]})
    (tmp_path / "organisations.json").write_text(text, encoding="utf-8")
    assert load_organisations(tmp_path) == Loaded(1, 0, 0)
    assert agencies.find("UBND huyện", date(2020, 1, 1)).place == "huyện Phú Thịnh"
