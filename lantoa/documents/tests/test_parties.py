"""Parties: who leads, coordinates, advises, is asked or invited. All agencies here are invented."""

from __future__ import annotations

import pytest

from lantoa.documents.reading.model import Party
from lantoa.documents.reading.options import KnownAgency, Options
from lantoa.documents.reading.parties import parties_as, parties_of_assignment, parties_of_duty
from lantoa.documents.reading.party_lists import split_names

OPTIONS = Options()
ALL = [Party("các cơ quan, đơn vị", "lead", True)]
SIGNS = {"lead": "L", "coordinating": "C", "advised": "A", "requested": "R", "invited": "I"}


def shown(parties: list[Party]) -> list[str]:
    return [f"{SIGNS[p.role]} {p.name}{' *' if p.group else ''}" for p in parties]


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("Phòng Nội vụ chủ trì tham mưu UBND huyện", ["L Phòng Nội vụ", "A UBND huyện"]),
        ("Chủ trì: Sở Nội vụ", ["L Sở Nội vụ"]),
        (
            "Chủ trì: Sở Nội vụ; phối hợp: các sở, ban, ngành, UBND cấp huyện",
            ["L Sở Nội vụ", "C các sở, ban, ngành *", "C UBND cấp huyện *"],
        ),
        (
            "Cơ quan chủ trì: Phòng Tư pháp. Cơ quan phối hợp: Phòng Nội vụ, Công an huyện",
            ["L Phòng Tư pháp", "C Phòng Nội vụ", "C Công an huyện"],
        ),
        (
            "- Phòng Tư pháp chủ trì - Các cơ quan, đơn vị, UBND cấp xã thực hiện theo phân công",
            ["L Phòng Tư pháp", "C Các cơ quan, đơn vị, UBND cấp xã *"],
        ),
        (
            "Sở Tài chính chủ trì phối hợp các cơ quan, đơn vị liên quan (theo phân công) tham mưu",
            ["L Sở Tài chính", "C các cơ quan, đơn vị liên quan *"],
        ),
        (
            "Thị đoàn, phòng Văn hóa và Thông tin phối hợp với các đơn vị liên quan tham mưu.",
            ["L Thị đoàn", "L phòng Văn hóa và Thông tin", "C các đơn vị liên quan *"],
        ),
        (
            "Văn phòng HĐND và UBND quận chủ trì với Phòng Y tế lựa chọn địa bàn; mời Sở Y tế "
            "tham gia",
            ["L Văn phòng HĐND và UBND quận", "C Phòng Y tế", "I Sở Y tế"],
        ),
        ("Các cơ quan, đơn vị, UBND xã, phường", ["L Các cơ quan, đơn vị, UBND xã, phường *"]),
        ("Sở Văn hóa, Thể thao và Du lịch", ["L Sở Văn hóa, Thể thao và Du lịch"]),
        (
            "Các sở, ban, ngành; UBND các huyện",
            ["L Các sở, ban, ngành *", "L UBND các huyện *"],
        ),
        ("Đề nghị Báo An Lạc, Đài Phát thanh tỉnh mở chuyên mục",
         ["R Báo An Lạc", "R Đài Phát thanh tỉnh"]),
        ("Phòng Nội vụ: chủ trì; các đơn vị: phối hợp", ["L Phòng Nội vụ", "C các đơn vị *"]),
        ("LĐLĐ huyện chủ trì, phối hợp Phòng Y tế, LHPN huyện",
         ["L LĐLĐ huyện", "C Phòng Y tế", "C LHPN huyện"]),
        ("Sở Nội vụ (chủ trì), các Cục, Vụ (phối hợp)", ["L Sở Nội vụ", "C các Cục, Vụ *"]),
        ("ĐTN xã chủ trì phối hợp CA xã, MTTQ", ["L ĐTN xã", "C CA xã", "C MTTQ"]),
        ("UBND xã giao Phòng VH-XH", ["L Phòng VH-XH"]),
        ("Tham mưu, tổ chức thực hiện", []),
        ("Sở Nội vụ (chủ trì); Sở Tài chính, UBND các huyện (phối hợp)",
         ["L Sở Nội vụ", "C Sở Tài chính", "C UBND các huyện *"]),
        ("", []),
    ],
)  # fmt: skip
def test_assignment_cell(cell: str, expected: list[str]) -> None:
    assert shown(parties_of_assignment(cell, options=OPTIONS)) == expected


@pytest.mark.parametrize(
    ("heading", "text", "expected"),
    [
        ("2. Phòng Nội vụ", "Là cơ quan chủ trì triển khai Kế hoạch.", ["L Phòng Nội vụ"]),
        (
            "Phòng Nội vụ",
            "Tiếp tục phối hợp với các cơ quan liên quan để tham mưu UBND xã thông tin kịp thời.",
            ["L Phòng Nội vụ", "C các cơ quan liên quan *", "A UBND xã"],
        ),
        ("Trách nhiệm của Sở Y tế", "Chủ trì đôn đốc việc thực hiện.", ["L Sở Y tế"]),
        ("1. SỞ NỘI VỤ", "Theo dõi việc thực hiện.", ["L SỞ NỘI VỤ"]),
        (
            "Các Phòng: Tài nguyên và Môi trường, Quản lý đô thị, Lao động – Thương binh và Xã hội",
            "Công khai quy định.",
            [
                "L Phòng Tài nguyên và Môi trường",
                "L Phòng Quản lý đô thị",
                "L Phòng Lao động – Thương binh và Xã hội",
            ],
        ),
        (
            "Đề nghị Ban Tuyên giáo Huyện ủy",
            "Hướng dẫn Trung tâm chính trị huyện xây dựng nội dung.",
            ["R Ban Tuyên giáo Huyện ủy", "C Trung tâm chính trị huyện"],
        ),
        ("Mục tiêu", "Nâng cao nhận thức của cán bộ.", ["L các cơ quan, đơn vị *"]),
        (
            "Báo chí",
            "UBND các xã, phường chỉ đạo phát thanh hằng tuần.",
            ["L UBND các xã, phường *"],
        ),
        (
            "",
            "Căn cứ Kế hoạch này, các sở, ban, ngành chỉ đạo thực hiện.",
            ["L các sở, ban, ngành *"],
        ),
        (
            "",
            "Đề nghị các cấp ủy đảng; các đảng ủy trực thuộc; các cơ quan tham mưu, giúp việc Tỉnh "
            "ủy phối hợp chính quyền lồng ghép tuyên truyền.",
            [
                "R các cấp ủy đảng *",
                "R các đảng ủy trực thuộc *",
                "R các cơ quan tham mưu, giúp việc Tỉnh ủy *",
                "C chính quyền *",
            ],
        ),
        (
            "",
            "Giao Sở Tài chính chủ trì, phối hợp với Kho bạc Nhà nước tỉnh bố trí kinh phí.",
            ["L Sở Tài chính", "C Kho bạc Nhà nước tỉnh"],
        ),
        ("", "Yêu cầu Trưởng Công an xã có trách nhiệm báo cáo.", ["L Trưởng Công an xã"]),
        (
            "Nhiệm vụ",
            "Mở lớp. Cơ quan thực hiện: Sở Y tế. Cơ quan phối hợp: Sở Nội vụ.",
            ["L Sở Y tế", "C Sở Nội vụ"],
        ),
        ("", "Sở Y tế báo cáo, gửi Sở Nội vụ trước ngày 20/3.", ["L Sở Y tế"]),
        ("Các tổ dân phố", "Các tổ dân phố: thông báo tới 100% hộ.", ["L Các tổ dân phố *"]),
        ("", "Đề nghị Nhóm Thợ Rèn Suối Cát mở xưởng.", ["R Nhóm Thợ Rèn Suối Cát"]),
        ("", "Nhóm Thợ Rèn Suối Cát chủ trì mở xưởng.", ["L Nhóm Thợ Rèn Suối Cát"]),
        ("", "Chủ động phối hợp với Sở Y tế mở lớp.", ["L các cơ quan, đơn vị *", "C Sở Y tế"]),
        (
            "",
            "Lắp bảng; đơn vị chủ trì - Văn phòng; đơn vị phối hợp - Ban Tài chính.",
            ["L Văn phòng", "C Ban Tài chính"],
        ),
        (
            "",
            "Phát bản tin. Phân công: Ban Tuyên giáo chủ trì, Văn phòng phối hợp.",
            ["L Ban Tuyên giáo", "C Văn phòng"],
        ),
        (
            "",
            "Mở lớp. Giao đồng chí Lê Thị Lan, Phó Chủ tịch UBND xã phụ trách.",
            ["L đồng chí Lê Thị Lan, Phó Chủ tịch UBND xã"],
        ),
        (
            "",
            "Ban Pháp luật chủ trì; Ban Tài chính phối hợp tham mưu khen thưởng.",
            ["L Ban Pháp luật", "C Ban Tài chính"],
        ),
        (
            "",
            "Mở lớp (Chủ trì: Đoàn xã; đơn vị phối hợp: Công an xã; Thời gian: Quý II).",
            ["L Đoàn xã", "C Công an xã"],
        ),
        ("", "Sở Y tế trình cấp có thẩm quyền phê duyệt.", ["L Sở Y tế"]),
        ("", "Phòng Y tế có trách nhiệm đăng tin.", ["L Phòng Y tế"]),
        (
            "Thủ trưởng các cơ quan",
            "Báo cáo gửi về UBND huyện (qua Phòng Nội vụ) trước ngày 20/3.",
            ["L Thủ trưởng các cơ quan *", "C Phòng Nội vụ"],
        ),
        (
            "Phòng Nội vụ",
            "Chủ trì tham mưu UBND huyện hướng dẫn các cơ quan, đơn vị tham gia cuộc thi.",
            ["L Phòng Nội vụ", "A UBND huyện"],
        ),
        ("Phòng Nội vụ", "Triển khai theo hướng dẫn của Sở Nội vụ.", ["L Phòng Nội vụ"]),
        (
            "Mục tiêu",
            "Đổi mới tuyên truyền. Trung tâm Văn hóa huyện chủ trì, phối hợp với Huyện đoàn.",
            ["L Trung tâm Văn hóa huyện", "C Huyện đoàn"],
        ),
        (
            "",
            "Ủy ban nhân dân huyện yêu cầu Phòng Giáo dục và Đào tạo tổ chức hội thi.",
            ["L Phòng Giáo dục và Đào tạo"],
        ),
    ],
)
def test_duty(heading: str, text: str, expected: list[str]) -> None:
    assert shown(parties_of_duty(heading, text, options=OPTIONS, default=ALL)) == expected


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Các cơ quan: Chi cục Thuế, Kho bạc, Công an", ["Chi cục Thuế", "Kho bạc", "Công an"]),
        ("Sở Nội vụ, Tài chính", ["Sở Nội vụ", "Sở Tài chính"]),
        (
            "các phòng Nội vụ, Tư pháp và Tài chính - Kế hoạch",
            ["Phòng Nội vụ", "Phòng Tư pháp", "Phòng Tài chính - Kế hoạch"],
        ),
        (
            "UBND các xã: An Bình, Tân Lập và phường Hòa Thuận",
            ["UBND xã An Bình", "UBND xã Tân Lập", "UBND phường Hòa Thuận"],
        ),
        (
            "Phòng Văn hóa - Xã hội, Văn phòng HĐND và UBND xã",
            ["Phòng Văn hóa - Xã hội", "Văn phòng HĐND và UBND xã"],
        ),
        (
            "Thủ trưởng các cơ quan, đơn vị, UBND xã, phường",
            ["Thủ trưởng các cơ quan, đơn vị, UBND xã, phường"],
        ),
        (
            "Ủy ban Mặt trận Tổ quốc Việt Nam xã, các tổ chức chính trị - xã hội xã",
            ["Ủy ban Mặt trận Tổ quốc Việt Nam xã", "các tổ chức chính trị - xã hội xã"],
        ),
    ],
)
def test_list_is_split_into_single_parties(text: str, names: list[str]) -> None:
    assert [named.name for named in split_names(text, options=OPTIONS)] == names


def test_register_keeps_a_name_whole_and_says_who_may_only_be_asked() -> None:
    register = (
        KnownAgency("Nhà máy nước Suối Dầu", requested=True),
        KnownAgency("Hợp tác xã Vận tải, Du lịch Biển Xanh"),
    )
    options = Options(register=register)

    cell = "Nhà máy nước Suối Dầu, Hợp tác xã Vận tải, Du lịch Biển Xanh phối hợp với Công an xã"

    assert shown(parties_of_assignment(cell, options=options)) == [
        "R Nhà máy nước Suối Dầu",
        "L Hợp tác xã Vận tải, Du lịch Biển Xanh",
        "C Công an xã",
    ]


def test_column_with_one_role_gives_it_to_all() -> None:
    cell = "Phòng Y tế; Phòng Tư pháp; các cơ quan liên quan"

    assert shown(parties_as(cell, "coordinating", options=OPTIONS)) == [
        "C Phòng Y tế",
        "C Phòng Tư pháp",
        "C các cơ quan liên quan *",
    ]
