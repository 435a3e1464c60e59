"""Audiences, channels and targets of a duty."""

from __future__ import annotations

import pytest

from lantoa.documents.reading.classify import audiences_of, channels_of
from lantoa.documents.reading.model import Target
from lantoa.documents.reading.targets import find_target


@pytest.mark.parametrize(
    ("text", "headings", "expected"),
    [
        ("Nâng cao nhận thức của cán bộ, công chức, viên chức", (), ["officials"]),
        (
            "hỗ trợ người dân, tổ chức, doanh nghiệp, nhà đầu tư",
            (),
            ["citizens", "organisations", "businesses", "investors"],
        ),
        ("Báo cáo Ủy ban nhân dân thị xã", (), []),
        ("Phối hợp Đoàn Thanh niên tuyên truyền cho đoàn viên", (), ["youth"]),
        ("Lồng ghép trong giờ chào cờ cho học sinh", (), ["students"]),
        ("Sinh hoạt chi bộ với đảng viên", (), ["party_members"]),
        (
            "Quyền của doanh nghiệp khi làm thủ tục",
            ("Nội dung tuyên truyền cho cán bộ, công chức",),
            ["officials"],
        ),
    ],
)
def test_audiences(text: str, headings: tuple[str, ...], expected: list[str]) -> None:
    assert audiences_of(text, headings) == expected


@pytest.mark.parametrize(
    ("text", "headings", "expected"),
    [
        ("Đăng trên Cổng thông tin điện tử xã, Fanpage và Zalo", (), ["portal", "social"]),
        ("Phát tờ rơi tại Bộ phận Một cửa", (), ["one_stop", "leaflet"]),
        ("Thực hiện cơ chế một cửa", (), []),
        (
            "Tổ chức hội nghị đối thoại, tiếp xúc cử tri",
            (),
            ["meeting", "dialogue", "voter_meeting"],
        ),
        ("Phát thanh trên đài truyền thanh xã", (), ["radio"]),
        ("Đặt hàng sản xuất video, đồ họa", (), ["video", "graphics", "procurement"]),
        ("Khảo sát ý kiến qua bưu điện", (), ["survey", "post"]),
        ("Nâng cao chất lượng", ("3.2. Tuyên truyền qua trang thông tin điện tử",), ["portal"]),
    ],
)
def test_channels(text: str, headings: tuple[str, ...], expected: list[str]) -> None:
    assert channels_of(text, headings) == expected


@pytest.mark.parametrize(
    ("text", "target"),
    [
        (
            "100% cán bộ, công chức, viên chức được phổ biến Kế hoạch",
            Target(100, "%", "cán bộ, công chức, viên chức"),
        ),
        ("100% cơ quan, đơn vị đăng ký mô hình", Target(100, "%", "cơ quan, đơn vị")),
        ("Tỷ lệ hồ sơ trực tuyến đạt 80% trở lên", Target(80, "%", "hồ sơ trực tuyến")),
        ("Ít nhất 99,5% số hộ gia đình được phát tờ rơi", Target(99.5, "%", "hộ gia đình")),
        ("Gửi ít nhất 02 tin, bài/tháng", Target(2, "tin, bài/tháng")),
        ("Mở 03 lớp tập huấn cho công chức", Target(3, "lớp tập huấn")),
        ("Từ 85% trở lên tiểu thương biết nộp hồ sơ", Target(85, "%", "tiểu thương")),
        ("Hồ sơ đúng hạn đạt trên 90%", Target(90, "%", "Hồ sơ đúng hạn")),
        ("Trên 15.000 đoàn viên được hướng dẫn", Target(15000, "đoàn viên")),
        ("Mở điểm hướng dẫn ở ít nhất 05 xã", Target(5, "xã")),
        ("Phát chuyên trang 02 kỳ/tháng", Target(2, "kỳ/tháng")),
        ("Trực ít nhất 02 ngày trong một tháng", Target(2, "ngày")),
        ("Hội Phụ nữ tặng 200 chậu hoa, xong trước ngày 01/5", Target(200, "chậu hoa")),
        ("Quét 340 tờ bản đồ giấy trước ngày 15/5", Target(340, "tờ bản đồ giấy")),
        ("Thực hiện 03 tọa đàm trực tiếp vào tháng 9", Target(3, "tọa đàm trực tiếp")),
        ("1.500 trường học hưởng ứng Ngày Nước", Target(1500, "trường học")),
        ("Có 2.500 người dân được hướng dẫn", Target(2500, "người dân")),
        ("Kiểm tra tại ít nhất 12 phường, xã", Target(12, "phường, xã")),
        ("Trên 88% người được hỏi hài lòng", Target(88, "%", "người được hỏi hài lòng")),
        ("Phát động 05 nội dung thi đua", None),
        ("Làm 02 ngày trong tuần", None),
        ("In 03 loại", None),
        ("Gửi trước ít nhất 05 ngày làm việc", None),
        ("Khảo sát tại 05 xã", None),
        ("Thực hiện theo Điều 5, điểm 2 mục 3", None),
        ("kỷ niệm 370 năm thành lập tỉnh", None),
        ("sau khi có hướng dẫn", None),
    ],
)
def test_target(text: str, target: Target | None) -> None:
    assert find_target(text) == target
