"""The Ninh Hòa register: counts before and after each reorganisation, people, loading twice."""

from datetime import date

import pytest
from django.db import transaction

from lantoa.examples.services.organisations import (
    NINH_HOA_2023,
    load_organisations,
)
from lantoa.organisations.models import Agency, Tenure
from lantoa.organisations.selectors import agencies, reorganisations
from lantoa.organisations.selectors.actors import actor_for

pytestmark = pytest.mark.django_db
IN_2023 = date(2023, 3, 1)
ACCOUNTS = {
    "noivu": ("nh-phong-noi-vu", "coordinator"),
    "vanphong": ("nh-van-phong", "officer"),
    "vanhoa": ("nh-phong-van-hoa-thong-tin", "officer"),
    "taichinh": ("nh-phong-tai-chinh-ke-hoach", "finance"),
    "ninhhiep": ("nh-p-ninh-hiep", "officer"),
    "ninhvan": ("nh-x-ninh-van", "officer"),
    "ld.ninhhiep": ("nh-p-ninh-hiep", "head"),
    "bientap": ("nh-bbt-cong", "editor"),
    "chutich": ("nh-ubnd-thi-xa", "leader"),
    "giamkhao": ("nh-ubnd-thi-xa", "judge"),
    "thanhtra": ("nh-thanh-tra", "inspector"),
    "quantri": ("nh-van-phong", "administrator"),
}


@pytest.fixture(scope="module")
def loaded(django_db_setup, django_db_blocker):
    """Loaded once for the module; each test rolls back to here, the module to nothing."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield load_organisations(NINH_HOA_2023)
        transaction.set_rollback(True)


@pytest.mark.parametrize(
    ("on", "wards", "communes"),
    [
        (date(2010, 10, 24), 0, 0),
        (IN_2023, 7, 20),
        (date(2024, 10, 31), 7, 20),
        (date(2024, 11, 1), 7, 19),
        (date(2025, 6, 30), 7, 19),
        (date(2025, 7, 1), 3, 5),
    ],
)
def test_number_of_communes_follows_each_reorganisation(loaded, on, wards, communes):
    units = agencies.as_of(on).filter(kind="commune")
    assert units.filter(name__startswith="Ủy ban nhân dân phường").count() == wards
    assert units.filter(name__startswith="Ủy ban nhân dân xã").count() == communes


def test_every_demo_account_acts_in_its_post(loaded):
    for tenure in Tenure.objects.select_related("person__user"):
        user = tenure.person.user
        code, role = ACCOUNTS[user.username]
        actor = actor_for(user, IN_2023)
        assert (actor.agency.code, actor.role) == (code, role)
        assert tenure.person.is_illustrative
        assert user.is_demo
    assert Tenure.objects.count() == len(ACCOUNTS)


@pytest.mark.parametrize(
    ("phrase", "count"),
    [
        ("UBND các xã, phường", 27),
        ("Các cơ quan, đơn vị", 13),
        ("Các cơ quan, đơn vị, UBND các xã, phường", 40),
        ("Đảng ủy các xã, phường", 27),
        ("các cơ quan ngành dọc thị xã", 4),
        ("các Tổ chức chính trị - xã hội thị xã", 6),
        ("các cơ quan tham mưu, giúp việc Thị ủy", 6),
        ("các cơ quan, đơn vị liên quan", 0),
    ],
)
def test_collective_names_of_the_plan_open_to_agencies(loaded, phrase, count):
    town = agencies.by_code("nh-ubnd-thi-xa")
    assert len(agencies.expand(phrase, under=town, on=IN_2023)) == count


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("phòng Nội vụ", "nh-phong-noi-vu"),
        ("Văn phòng HĐND và UBND thị xã", "nh-van-phong"),
        ("Bưu điện Ninh Hòa", "nh-buu-dien"),
        ("Thị đoàn", "nh-doan-thanh-nien"),
        ("Đoàn Thanh niên cộng sản Hồ Chí Minh thị xã", "nh-doan-thanh-nien"),
        ("Lao động – Thương binh và Xã hội", "nh-phong-lao-dong"),
        ("Tài nguyên và Môi trường", "nh-phong-tai-nguyen-moi-truong"),
        ("Trung tâm Văn hóa – Thông tin và Thể thao", "nh-tt-van-hoa"),
        ("Chi cục Thuế", "nh-chi-cuc-thue"),
        ("Bảo hiểm Xã hội", "nh-bhxh"),
        ("Kho bạc", "nh-kho-bac"),
        ("Công an", "nh-cong-an"),
        ("Ban Tuyên giáo Thị ủy", "nh-ban-tuyen-giao"),
        ("Ủy ban Mặt trận Tổ quốc Việt Nam thị xã", "nh-mttq"),
        ("Sở Thông tin và Truyền thông", "kh-so-tttt"),
        ("Sở Nội vụ", "kh-so-noi-vu"),
        ("UBND thị xã", "nh-ubnd-thi-xa"),
        ("UBND tỉnh", "kh-ubnd-tinh"),
        ("Ban Biên tập Cổng Thông tin điện tử cải cách hành chính tỉnh", "kh-bbt-cong-cchc"),
        ("Ban Biên tập Cổng thông tin điện tử thị xã", "nh-bbt-cong"),
        ("Trung tâm Dịch vụ hành chính công trực tuyến tỉnh", "kh-tt-dich-vu-hcc-truc-tuyen"),
        ("UBND xã Ninh Vân", "nh-x-ninh-van"),
    ],
)
def test_names_as_the_plan_writes_them_are_found(loaded, written, code):
    town = agencies.by_code("nh-ubnd-thi-xa")
    found = agencies.find(written, IN_2023, under=town)
    assert found is not None
    assert found.code == code


def test_ninh_hoa_is_a_town_before_and_a_ward_after(loaded):
    assert agencies.find("UBND Ninh Hòa", IN_2023).code == "nh-ubnd-thi-xa"
    assert agencies.find("UBND Ninh Hòa", date(2025, 7, 1)).code == "nh25-p-ninh-hoa"


def test_merged_twice_leads_to_the_unit_of_today(loaded):
    ninh_van = agencies.by_code("nh-x-ninh-van")
    assert agencies.successors(ninh_van, IN_2023) == []
    assert agencies.successor(ninh_van, date(2024, 11, 1)).code == "nh-x-ninh-phuoc"
    assert agencies.successor(ninh_van, date(2026, 1, 1)).code == "nh25-p-dong-ninh-hoa"


def test_every_old_commune_has_one_successor_and_every_new_one_predecessors(loaded):
    after = date(2025, 7, 1)
    old = Agency.objects.filter(kind="commune", valid_to__isnull=False)
    assert old.count() == 27
    heirs = {agencies.successor(agency, after) for agency in old}
    assert heirs == set(agencies.as_of(after).filter(kind="commune"))


def test_division_of_the_town_is_split_among_the_eight_units(loaded):
    division = agencies.by_code("nh-phong-noi-vu")
    heirs = agencies.successors(division, date(2025, 7, 1))
    assert len(heirs) == 8
    assert all(heir.name.startswith("Phòng Văn hóa - Xã hội") for heir in heirs)


def test_nothing_in_force_hangs_below_an_agency_that_has_ended(loaded):
    for on in (IN_2023, date(2024, 11, 1), date(2025, 3, 1), date(2025, 7, 1)):
        below = agencies.as_of(on).filter(parent__isnull=False).select_related("parent")
        assert [one.code for one in below if not one.parent.is_in_force(on)] == []


def test_table_of_the_last_reorganisation_gathers_26_old_units_under_8(loaded):
    event = reorganisations.by_code("2025-sap-xep-cap-xa-ninh-hoa")
    table = [row for row in reorganisations.rows(event) if row.new[0].kind == "commune"]
    assert len(table) == 8
    assert sum(len(row.old) for row in table) == 26
