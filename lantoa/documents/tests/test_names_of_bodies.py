"""Where a name ends: words that are verbs elsewhere, classes of bodies, two bodies joined."""

from __future__ import annotations

import pytest

from lantoa.documents.reading.options import Options
from lantoa.documents.reading.parties import names_of_heading, parties_of_duty


def _leads(text):
    found = parties_of_duty("", text, options=Options(), default=())
    return [p.name for p in found if p.role in ("lead", "requested")]


SENTENCES = [
    ("Trung tâm Trợ giúp pháp lý nhà nước tỉnh § tổ chức truyền thông.", ""),
    ("Trung tâm Dịch vụ việc làm tỉnh § tư vấn cho người dân.", ""),
    ("Trung tâm Phục vụ hành chính công tỉnh § chủ trì theo dõi.", ""),
    ("Cục Quản lý giám sát bảo hiểm § thực hiện việc kiểm tra.", ""),
    ("Văn phòng Đăng ký đất đai tỉnh § cập nhật dữ liệu.", ""),
    ("Ban Quản lý dự án đầu tư xây dựng xã § rà soát.", ""),
    ("Ban Chỉ đạo thực hiện Quy chế dân chủ § tổng hợp.", ""),
    ("Tổ công tác triển khai Đề án 06 xã § hướng dẫn người dân.", ""),
    ("Tổ đề án 06 xã § kiểm tra các thôn.", ""),
    ("Bộ phận Tiếp nhận và Trả kết quả giải quyết TTHC xã § niêm yết phí.", ""),
    ("Liên hiệp các tổ chức hữu nghị tỉnh § chủ trì vận động.", ""),
    ("Công chức Tư pháp - Hộ tịch xã § chủ trì tiếp nhận.", ""),
    ("Cơ quan Thường trực Ban Chỉ đạo § theo dõi.", ""),
    ("Phòng VHTT § tham mưu UBND xã.", ""),
    ("Sở Y tế § giúp UBND tỉnh.", ""),
    ("Trường Đại học Nội vụ § nghiên cứu.", ""),
    ("UBND xã § tổ chức, hướng dẫn người dân.", ""),
    ("Phòng Nội vụ § chậm nhất ngày 20/6/2031 gửi báo cáo.", ""),
    ("Các tổ chức hành nghề công chứng § niêm yết phí.", ""),
    ("Người đứng đầu cơ quan, tổ chức, đơn vị § chủ động triển khai.", ""),
    ("Thủ trưởng các Vụ, Cục, đơn vị có liên quan § chịu trách nhiệm.", ""),
    (
        "Các đơn vị thuộc Bộ và các tổ chức, cá nhân có liên quan căn cứ Kế hoạch này.",
        "Các đơn vị thuộc Bộ|các tổ chức, cá nhân có liên quan",
    ),
    (
        "Chủ tịch UBND các xã, phường và Thủ trưởng các cơ quan, đơn vị chịu trách nhiệm.",
        "Chủ tịch UBND các xã, phường|Thủ trưởng các cơ quan, đơn vị",
    ),
    (
        "Thuế cơ sở 5, Bảo hiểm xã hội cơ sở Ninh Hải phối hợp tuyên truyền.",
        "Thuế cơ sở 5|Bảo hiểm xã hội cơ sở Ninh Hải",
    ),
    (
        "Sở Tư pháp, Báo và Đài Phát thanh - Truyền hình tỉnh tuyên truyền.",
        "Sở Tư pháp|Báo và Đài Phát thanh - Truyền hình tỉnh",
    ),
    (
        "Thủ trưởng các cơ quan: Văn phòng UBND tỉnh, Sở Y tế; Chủ tịch UBND các xã, phường "
        "căn cứ Quyết định thi hành.",
        "Văn phòng UBND tỉnh|Sở Y tế|Chủ tịch UBND các xã, phường",
    ),
]


@pytest.mark.parametrize(("sentence", "names"), SENTENCES, ids=[s[:40] for s, _ in SENTENCES])
def test_a_name_ends_before_what_the_body_does(sentence, names):
    name, _, _ = sentence.partition(" § ")

    assert _leads(sentence.replace("§ ", "")) == (names.split("|") if names else [name])


@pytest.mark.parametrize(
    ("heading", "names"),
    [
        ("Trung tâm Trợ giúp pháp lý nhà nước", None),
        ("Các tổ chức hành nghề công chứng", None),
        ("Cục Kiểm tra văn bản và Quản lý xử lý vi phạm hành chính", None),
        ("Cục Cảnh sát quản lý hành chính về trật tự xã hội", None),
        ("Các doanh nghiệp viễn thông, tổ chức, cá nhân có liên quan", None),
        ("Liên hiệp các Hội Khoa học và Kỹ thuật tỉnh", None),
        ("Ban Quản lý các khu công nghệ cao và khu công nghiệp", None),
        ("UBND CÁC XÃ, PHƯỜNG", None),
        ("UBND xã tổ chức, hướng dẫn người dân", ["UBND xã"]),
    ],
)
def test_a_heading_that_is_a_name_is_taken_whole(heading, names):
    found, _ = names_of_heading(heading, options=Options())

    assert [named.name for named in found] == (names or [heading])
