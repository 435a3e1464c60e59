"""Collective names (tên gọi chung): which classes of agencies a phrase names."""

import pytest

from lantoa.organisations.rules.collectives import find_definitions, read_collective

STATE = {"office", "division", "department"}
OWN = STATE | {"public_unit"}
COMMUNES = ({"commune"}, {"commune"})

TABLE = [
    ("các cơ quan, đơn vị", [(OWN, {"district"})]),
    ("mọi cơ quan, đơn vị", [(OWN, {"district"})]),
    ("người đứng đầu các cơ quan, đơn vị", [(OWN, {"district"})]),
    ("Các cơ quan, đơn vị thuộc UBND tỉnh", [(OWN, {"province"})]),
    ("cơ quan, đơn vị và các xã, phường", [(OWN, {"district"}), COMMUNES]),
    ("UBND các xã, phường", [COMMUNES]),
    ("UBND xã, phường", [COMMUNES]),
    ("Uỷ ban nhân dân các xã, phường, thị trấn", [COMMUNES]),
    ("UBND CÁC PHƯỜNG, XÃ, ĐẶC KHU", [COMMUNES]),
    ("UBND cấp xã", [COMMUNES]),
    ("chính quyền cấp xã", [COMMUNES]),
    ("Chủ tịch UBND các xã, phường", [COMMUNES]),
    ("các cơ quan chuyên môn", [(STATE, {"district"})]),
    ("các cơ quan chuyên môn thuộc UBND huyện", [(STATE, {"district"})]),
    ("các đơn vị sự nghiệp công lập", [({"public_unit", "school"}, {"district"})]),
    ("các cơ quan ngành dọc", [({"vertical"}, {"district"})]),
    ("các tổ chức chính trị - xã hội", [({"mass_organisation"}, {"district"})]),
    ("Mặt trận và các Đoàn thể thị xã", [({"mass_organisation"}, {"district"})]),
    ("các phòng, ban", [(STATE, {"district"})]),
    ("các phòng, ban, ngành", [(STATE | {"vertical"}, {"district"})]),
    (
        "các phòng, ban, ngành, đoàn thể",
        [(STATE | {"vertical", "mass_organisation"}, {"district"})],
    ),
    (
        "Thủ trưởng các cơ quan, đơn vị, UBND xã, phường",
        [(OWN, {"district"}), COMMUNES],
    ),
    ("các sở, ban, ngành", [({"department", "office", "vertical"}, {"province"})]),
    ("Giám đốc các sở", [({"department", "office"}, {"province"})]),
    ("UBND các huyện, thị xã, thành phố", [({"people_committee"}, {"district"})]),
    ("UBND cấp huyện, cấp xã", [({"people_committee"}, {"district"}), COMMUNES]),
    ("các địa phương", [({"people_committee", "commune"}, {"commune"})]),
    ("các cấp ủy", [({"party"}, {"district", "commune"})]),
    ("các cấp ủy đảng", [({"party"}, {"district", "commune"})]),
    ("các đảng ủy trực thuộc Huyện ủy", [({"party"}, {"commune"})]),
    ("cấp ủy các cơ quan, đơn vị, địa phương", [({"party"}, {"district", "commune"})]),
    ("Đảng ủy các xã, phường", [({"party"}, {"commune"})]),
    ("các cơ quan tham mưu, giúp việc Huyện ủy", [({"party"}, {"district"})]),
    ("các trường học", [({"school"}, {"district", "commune"})]),
    ("các đơn vị trường học trực thuộc", [({"school"}, {"district", "commune"})]),
    ("các cơ quan thông tấn, báo chí", [({"press"}, {"district", "commune"})]),
]


def meant(phrase, level="district", **options):
    groups = read_collective(phrase, **options).groups
    return [(set(group.kinds), set(group.levels(level))) for group in groups]


@pytest.mark.parametrize(("phrase", "expected"), TABLE)
def test_phrase_names_its_classes(phrase, expected):
    assert meant(phrase) == expected


@pytest.mark.parametrize(
    "phrase",
    [
        "UBND xã An Bình",
        "Ủy ban nhân dân phường Bình An",
        "Phòng Nội vụ",
        "UBND thị xã",
        "UBND xã",
        "Các Sở: Nội vụ, Tài chính",
        "Các cơ quan: Chi cục Thuế, Kho bạc",
        "các doanh nghiệp, nhà đầu tư",
        "Trung tâm Văn hóa – Thông tin và Thể thao",
        "",
    ],
)
def test_names_of_single_agencies_and_of_others_are_no_class(phrase):
    assert not read_collective(phrase).is_class


@pytest.mark.parametrize(
    "phrase",
    [
        "các cơ quan, đơn vị liên quan",
        "cơ quan liên quan",
        "các cơ quan, đơn vị có liên quan",
        "các đơn vị khác",
        "các cơ quan, đơn vị theo phân công",
        "các cấp ủy đảng cơ quan, đơn vị thuộc huyện",
    ],
)
def test_related_agencies_cannot_be_expanded_by_themselves(phrase):
    found = read_collective(phrase)
    assert found.groups == ()
    assert found.open_ended == (phrase,)


def test_only_the_clause_that_says_related_stays_open():
    found = read_collective(
        "Chánh Văn phòng; Thủ trưởng các cơ quan, đơn vị thuộc UBND huyện; Chủ tịch UBND các xã, "
        "phường và Thủ trưởng các cơ quan, đơn vị có liên quan"
    )
    assert [group.text for group in found.groups] == [
        "Thủ trưởng các cơ quan, đơn vị thuộc UBND huyện",
        "Chủ tịch UBND các xã, phường",
    ]
    assert found.open_ended == ("Thủ trưởng các cơ quan, đơn vị có liên quan",)
    assert found.rest == ("Chánh Văn phòng",)


@pytest.mark.parametrize(
    ("level", "levels"),
    [("province", {"province"}), ("district", {"district"}), ("commune", {"commune"})],
)
def test_own_agencies_are_those_of_the_issuers_level(level, levels):
    assert meant("các phòng, ban", level) == [(STATE, levels)]


def test_localities_of_a_province_are_districts_and_communes():
    assert meant("các địa phương", "province")[0][1] == {"district", "commune"}


def test_a_short_form_means_what_the_document_defined():
    text = (
        "phát huy trách nhiệm của các cơ quan, đơn vị và UBND các xã, phường (sau đây gọi tắt là "
        "cơ quan, đơn vị), phát huy vai trò của người đứng đầu."
    )
    definitions = find_definitions(text)
    assert definitions == {"cơ quan, đơn vị": "các cơ quan, đơn vị và UBND các xã, phường"}
    defined = meant("100% cơ quan, đơn vị".removeprefix("100% "), definitions=definitions)
    assert defined == [(OWN, {"district"}), COMMUNES]
    assert meant("các cơ quan, đơn vị liên quan", definitions=definitions) == []


def test_a_short_form_of_a_document_defines_no_class():
    text = "Chương trình số 12/CTr-UBND (sau đây gọi tắt là Chương trình số 12) của UBND tỉnh."
    assert find_definitions(text) == {}


def test_party_committees_are_told_from_the_offices_that_serve_them():
    committees = read_collective("các cấp ủy").groups[0]
    offices = read_collective("các cơ quan tham mưu, giúp việc Thị ủy").groups[0]
    for group, committee, office in ((committees, True, False), (offices, False, True)):
        said = {"kind": "party", "level": "district", "issuer_level": "district"}
        assert group.includes("Thị ủy Bình An", **said) is committee
        assert group.includes("Ban Tuyên giáo Thị ủy", **said) is office
