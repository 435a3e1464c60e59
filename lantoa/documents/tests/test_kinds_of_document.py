"""Letters, conclusions, decisions, reports and regulations: who must act, and who need not."""

from __future__ import annotations

import pytest

from lantoa.documents.reading.reader import read_text


def _read(text):
    return read_text(text).documents[0]


def _duties(text):
    return {duty.path: [(p.name, p.role) for p in duty.parties] for duty in _read(text).obligations}


LETTER = """{issuer}
Số: 21/NV-CCHC
V/v tuyên truyền dịch vụ công
trực tuyến quý II năm 2031
Lâm Hải, ngày 6 tháng 3 năm 2031
Kính gửi:
{to}
Thời gian qua, các xã đã làm tốt.
{verb} thực hiện một số nội dung sau:
1. Tuyên truyền trên bảng tin, loa truyền thanh.
2. Sở Tư pháp rà soát thủ tục.
3. Báo cáo gửi về Sở Nội vụ chậm nhất ngày 20/6/2031 để tổng hợp.
Sở Nội vụ đề nghị các cơ quan quan tâm phối hợp thực hiện./.
Nơi nhận:
- Như trên;
- Lưu: VT.
"""


def test_those_a_letter_is_sent_to_have_to_act():
    found = _duties(
        LETTER.format(
            issuer="UBND TỈNH LÂM HẢI",
            to="- Các sở, ban, ngành;\n- UBND các xã, phường;",
            verb="UBND tỉnh yêu cầu các cơ quan",
        )
    )
    everybody = [("Các sở, ban, ngành", "lead"), ("UBND các xã, phường", "lead")]

    assert found == {
        "1": everybody,
        "2": [("Sở Tư pháp", "lead")],
        "3": everybody,  # who receives a report takes no part in the duty
    }


@pytest.mark.parametrize(
    ("issuer", "to", "role"),
    [
        ("SỞ NỘI VỤ", "UBND các xã, phường", "requested"),
        ("UBND TỈNH LÂM HẢI", "UBND các xã, phường", "lead"),
        ("UBND TỈNH LÂM HẢI", "Đoàn Thanh niên tỉnh", "requested"),
        ("SỞ NỘI VỤ", "Các phòng, đơn vị thuộc Sở", "lead"),
    ],
)
def test_an_equal_is_asked_and_a_subordinate_directed(issuer, to, role):
    text = LETTER.format(issuer=issuer, to=f"- {to};", verb="Sở Nội vụ đề nghị Quý cơ quan")

    assert _duties(text)["1"] == [(to, role)]


def test_subject_of_a_letter_runs_over_two_lines():
    document = _read(LETTER.format(issuer="SỞ NỘI VỤ", to="- Các sở;", verb="Sở đề nghị"))

    assert document.title == "tuyên truyền dịch vụ công trực tuyến quý II năm 2031"
    assert (document.kind, document.recipients) == ("official_letter", ["Như trên", "Lưu: VT"])


def test_a_letter_that_only_answers_gives_no_duties():
    text = "V/v trả lời kiến nghị\nKính gửi: Ông Lò Văn A\nVề kiến nghị của Ông, Sở có ý kiến:\n"

    assert _duties(f"{text}1. Hồ sơ gồm đơn và bản sao.\n2. Thời hạn là 5 ngày.\n") == {}


CONCLUSIONS = """THÔNG BÁO
Kết luận của Chủ tịch UBND tỉnh tại cuộc họp ngày 30/01/2031
Chủ tịch kết luận như sau:
1. Sở Nội vụ đã chủ động tham mưu; tỷ lệ hồ sơ đúng hạn đạt 97%.
2. Nhiệm vụ thời gian tới:
a) Giao Sở Nội vụ chủ trì, phối hợp với Sở Tài chính tham mưu kế hoạch.
b) UBND các xã rà soát thủ tục.
3. Đề nghị Báo Lâm Hải mở chuyên trang.
Văn phòng UBND tỉnh thông báo để các cơ quan biết, thực hiện./.
"""


def test_conclusions_charge_only_those_they_name():
    assert _duties(CONCLUSIONS) == {
        "2.a": [("Sở Nội vụ", "lead"), ("Sở Tài chính", "coordinating")],
        "2.b": [("UBND các xã", "lead")],
        "3": [("Báo Lâm Hải", "requested")],
    }


def test_a_report_gives_no_duties():
    text = "BÁO CÁO\nKết quả tuyên truyền năm 2030\nI. KẾT QUẢ\n1. Đã phát 200 tin.\n"
    document = _read(f"{text}II. NHIỆM VỤ\n1. Phòng A chủ trì tuyên truyền.\n")

    assert (document.kind, document.obligations) == ("report", [])
    assert [s.path for s in document.sections] == ["I", "II"]


REGULATION = """QUY CHẾ
Phối hợp tuyên truyền
Chương I
QUY ĐỊNH CHUNG
Điều 1. Phạm vi điều chỉnh
1. Quy chế này quy định việc phối hợp.
2. Cơ quan tiếp nhận từ chối hồ sơ khi:
a) Hồ sơ thiếu thành phần;
b) Hồ sơ sai mẫu.
Chương II
TRÁCH NHIỆM
Mục 1
CÁC PHÒNG
Điều 2. Trách nhiệm của Phòng Nội vụ
1. Hướng dẫn nội dung tuyên truyền.
Điều 3. Hiệu lực
1. Quy chế này có hiệu lực từ ngày ký.
"""


def test_a_regulation_is_read_as_chapters_articles_and_points_with_few_duties():
    document = _read(REGULATION)

    assert [(s.path, s.heading) for s in document.sections] == [
        ("Chương I", "QUY ĐỊNH CHUNG"),
        ("Chương II", "TRÁCH NHIỆM"),
    ]
    first = document.sections[0].children[0]
    assert [s.path for s in first.children] == ["Điều 1.1", "Điều 1.2"]
    assert [s.path for s in first.children[1].children] == ["Điều 1.2.a", "Điều 1.2.b"]
    assert [duty.path for duty in document.obligations] == ["Điều 2.1"]


def test_a_decision_gives_the_duty_of_carrying_it_out():
    text = "QUYẾT ĐỊNH\nVề việc kiện toàn Tổ công tác\nQUYẾT ĐỊNH:\n"
    found = _duties(
        f"{text}Điều 1. Kiện toàn Tổ công tác gồm 5 thành viên.\nĐiều 2. Chánh Văn phòng và Trưởng "
        "Phòng Nội vụ chịu trách nhiệm thi hành Quyết định này./.\n"
    )

    assert list(found) == ["Điều 2"]
