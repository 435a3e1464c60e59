"""Matching written agency names to a register (đối chiếu tên cơ quan)."""

import pytest

from lantoa.organisations.rules.names import (
    NamedAgency,
    match_name,
    names_place,
    place_of_authority,
    same_name,
)

TOWN = "thị xã Bình Hòa"
REGISTER = [
    NamedAgency(1, "Ủy ban nhân dân thị xã Bình Hòa", ("UBND thị xã Bình Hòa",), TOWN),
    NamedAgency(2, "Phòng Nội vụ", (), TOWN),
    NamedAgency(3, "Phòng Văn hóa và Thông tin", (), TOWN),
    NamedAgency(4, "Phòng Tài chính – Kế hoạch thị xã Bình Hòa", (), TOWN),
    NamedAgency(5, "Văn phòng HĐND và UBND thị xã Bình Hòa", (), TOWN),
    NamedAgency(6, "Bưu điện thị xã Bình Hòa", (), TOWN),
    NamedAgency(7, "Phòng Lao động – Thương binh và Xã hội", (), TOWN),
    NamedAgency(8, "Trung tâm Văn hóa – Thông tin và Thể thao", (), TOWN),
    NamedAgency(9, "Đoàn Thanh niên cộng sản Hồ Chí Minh thị xã Bình Hòa", ("Thị đoàn",), TOWN),
    NamedAgency(10, "Ủy ban nhân dân phường Hòa Hà", (), "phường Hòa Hà"),
    NamedAgency(11, "Ủy ban nhân dân xã Hòa Hạ", (), "xã Hòa Hạ"),
    NamedAgency(12, "Bảo hiểm Xã hội thị xã Bình Hòa", (), TOWN),
    NamedAgency(13, "Sở Y tế tỉnh An Khánh", (), "tỉnh An Khánh"),
    NamedAgency(14, "Ủy ban Mặt trận Tổ quốc Việt Nam thị xã Bình Hòa", (), TOWN),
]

TABLE = [
    ("UBND thị xã", [1]),
    ("Uỷ ban nhân dân thị xã Bình Hoà", [1]),
    ("UBND Bình Hòa", [1]),
    ("phòng Nội vụ", [2]),
    ("PHÒNG NỘI VỤ", [2]),
    ("Nội vụ", [2]),
    ("Phòng Nội vụ thị xã Bình Hòa", [2]),
    ("Phòng Nội vụ thuộc UBND thị xã", [2]),
    ("phong noi vu", [2]),
    ("Phòng VH&TT", [3]),
    ("Phòng Văn hóa & Thông tin", [3]),
    ("phòng TCKH thị xã", [4]),
    ("Phòng Tài chính-Kế hoạch", [4]),
    ("Tài chính — Kế hoạch", [4]),
    ("Văn phòng HĐND&UBND thị xã", [5]),
    ("Văn phòng Hội đồng nhân dân và Ủy ban nhân dân", [5]),
    ("Bưu điện Bình Hòa", [6]),
    ("Lao động – Thương binh và Xã hội", [7]),
    ("Phòng LĐ-TB&XH", [7]),
    ("Trung tâm VH-TT&TT", [8]),
    ("Thị đoàn", [9]),
    ("Đoàn TNCS HCM thị xã", [9]),
    ("UBND phường Hòa Hà", [10]),
    ("Ubnd phường Hoà Hà", [10]),
    ("UBND Hòa Hà", [10]),
    ("UBND Hòa Hạ", [11]),
    ("ubnd hoa ha", [10, 11]),
    ("BHXH thị xã", [12]),
    ("Sở Y tế", [13]),
    ("Y tế tỉnh", [13]),
    ("UBMTTQVN thị xã", [14]),
    ("Phòng Y tế", []),
    ("Phòng Nội vụ thị xã An Bình", []),
    ("Bình Hòa", []),
    ("", []),
    ("– ;", []),
]


@pytest.mark.parametrize(("written", "keys"), TABLE)
def test_written_name_leads_to_its_agency(written, keys):
    assert match_name(written, REGISTER) == keys


def test_a_name_that_two_agencies_share_names_both():
    twins = [
        NamedAgency(1, "Phòng Kinh tế", (), "huyện An Hải"),
        NamedAgency(2, "Phòng Kinh tế", (), "huyện An Lộc"),
    ]
    assert match_name("Phòng Kinh tế", twins) == [1, 2]
    assert match_name("Phòng Kinh tế huyện An Lộc", twins) == [2]
    assert match_name("Phòng Kinh tế An Hải", twins) == [1]


@pytest.mark.parametrize(
    ("first", "second", "same"),
    [
        ("Phòng Tài chính – Kế hoạch", "phòng Tài chính - Kế hoạch", True),
        ("UBND xã Hoà An", "Ủy ban nhân dân xã Hòa An", True),
        ("Phòng Nội vụ", "Phòng Nội vụ.", True),
        ("Phòng Nội vụ", "Phòng Nông nghiệp", False),
        ("xã Hòa Hà", "xã Hòa Hạ", False),
    ],
)
def test_spellings_of_one_name_are_equal(first, second, same):
    assert same_name(first, second) is same


@pytest.mark.parametrize(
    ("name", "place"),
    [
        ("Ủy ban nhân dân xã An Bình", "xã An Bình"),
        ("UBND tỉnh An Khánh", "tỉnh An Khánh"),
        ("Uỷ ban nhân dân phường 1", "phường 1"),
        ("Phòng Nội vụ", ""),
    ],
)
def test_an_authority_is_named_after_its_place(name, place):
    assert place_of_authority(name) == place


def test_a_name_may_say_its_place():
    assert names_place("Phòng Kinh tế huyện An Hải", "huyện An Hải")
    assert not names_place("Phòng Kinh tế", "huyện An Hải")
    assert not names_place("Phòng Kinh tế", "")


def test_ten_thousand_agencies_are_indexed_and_asked_quickly():
    many = [NamedAgency(n, f"Ủy ban nhân dân xã Số {n}", (), f"xã Số {n}") for n in range(10_000)]
    assert match_name("UBND xã Số 7777", many) == [7777]
