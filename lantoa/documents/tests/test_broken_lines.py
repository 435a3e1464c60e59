"""Text copied from a page: breaks inside names, bold words and citations say nothing."""

from __future__ import annotations

import pytest

from lantoa.documents.reading.lines import read_lines
from lantoa.documents.reading.reader import read_text

COPIED = """KẾ HOẠCH
Tuyên truyền năm 2031

**I. MỤC
ĐÍCH**

- Nâng cao nhận thức của cán bộ,
công chức về Nghị quyết số
57-NQ/TX và ít nhất
3.000 lượt người được tập huấn trong
năm.

**II. TỔ CHỨC THỰC HIỆN**

**1. Sở
Khoa học và Công nghệ, Sở
Nội vụ**

Chủ trì tham mưu triển khai "học tập số"
và
"cộng đồng số" đến từng thôn.

**2. Trung
tâm Chuyển đổi số**
Vận hành kênh hỏi đáp; phối hợp với
20 xã, phường.

**Điều 3. **Chánh
Văn phòng thi hành.
"""


def _sections(text):
    document = read_text(text).documents[0]
    found = []
    for top in document.sections:
        found += [top, *top.children]
    return found


def test_headings_and_paragraphs_of_copied_pages_are_whole():
    found = {s.path: (s.heading, [p.text for p in s.paragraphs]) for s in _sections(COPIED)}

    assert found["I"][0] == "MỤC ĐÍCH"
    assert found["I"][1] == [
        "Nâng cao nhận thức của cán bộ, công chức về Nghị quyết số 57-NQ/TX và ít nhất 3.000 "
        "lượt người được tập huấn trong năm."
    ]
    assert found["II.1"] == (
        "Sở Khoa học và Công nghệ, Sở Nội vụ",
        ['Chủ trì tham mưu triển khai "học tập số" và "cộng đồng số" đến từng thôn.'],
    )
    assert found["II.2"] == (
        "Trung tâm Chuyển đổi số",
        ["Vận hành kênh hỏi đáp; phối hợp với 20 xã, phường."],
    )
    assert found["Điều 3"][1] == ["Chánh Văn phòng thi hành."]


@pytest.mark.parametrize(
    ("lines", "heading"),
    [
        ("3. Cục Chuyển đổi số\nVận hành kênh hỏi đáp trên cổng.", "Cục Chuyển đổi số"),
        ("3. Sở\nTài chính\nBố trí kinh phí.", "Sở Tài chính"),
        (
            "3. Đề nghị Ủy ban Mặt trận\nTổ quốc Việt Nam xã\nGiám sát việc thực hiện.",
            "Đề nghị Ủy ban Mặt trận Tổ quốc Việt Nam xã",
        ),
        ("3. Công an xã\nBảo đảm an ninh tại các hội nghị.", "Công an xã"),
        ("3. Ủy ban nhân dân các\nxã, phường\nNiêm yết công khai.", None),
    ],
)
def test_a_heading_takes_in_the_rest_of_its_name_and_no_more(lines, heading):
    head = "KẾ HOẠCH\nTuyên truyền\nI. TỔ CHỨC\n1. Phòng A thực hiện.\n2. Phòng B thực hiện.\n"
    text = f"{head}{lines}\n"

    assert _sections(text)[-1].heading == (heading or "Ủy ban nhân dân các xã, phường")


@pytest.mark.parametrize(
    ("text", "open_lines"),
    [
        ("**1. Sở\nNội vụ** chủ trì\nx", [1]),
        ("*Căn cứ Luật\nA;*\n*Căn cứ Luật\nB;*", [1, 3]),
        ("**chưa đóng\n\nđoạn khác** ở đây", []),
        ("* mục một\n* mục hai", []),
        ("Chỉ tiêu (*)\n(*) số liệu của xã", []),
        ("**Điều 1.** Ban\nhành", []),
    ],
)
def test_emphasis_that_goes_on_is_known(text, open_lines):
    assert [n.number for n in read_lines(text.split("\n")) if n.open] == open_lines
