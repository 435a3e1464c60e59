"""Numbered parts become a tree, whatever the numbering style."""

from __future__ import annotations

import pytest

from lantoa.documents.reading.model import Section
from lantoa.documents.reading.numbering import find_marker
from lantoa.documents.reading.reader import read_text


def _sections(body: str) -> list[Section]:
    return read_text(f"KẾ HOẠCH\nTuyên truyền năm 2031\n\n{body}").documents[0].sections


def _paths(sections: list[Section]) -> list[str]:
    return [path for s in sections for path in [s.path, *_paths(s.children)]]


STYLES = {
    "roman then arabic": ("I. A\n1. B\n2. C\nII. D\n1. E", "I I.1 I.2 II II.1"),
    "dotted below arabic": ("II. A\n3. B\n3.1. C\n3.2. D\n4. E", "II II.3 II.3.1 II.3.2 II.4"),
    "dotted with the chapter": ("II. A\nII.1. B\na) C\nII.2. D", "II II.1 II.1.a II.2"),
    "dotted below a chapter": ("II. A\n1.1. B\n1.2. C", "II II.1.1 II.1.2"),
    "arabic on top": ("1. A\n1.1. B\n1.1.1. C\n1.2. D\n2. E", "1 1.1 1.1.1 1.2 2"),
    "letters": ("1. A\na) B\nb) C\nc) D\nd) E\nđ) F\ne) G\n2. H", "1 1.a 1.b 1.c 1.d 1.đ 1.e 2"),
    "capital letters on top": ("A. X\nI. Y\n1. Z\nB. X\nI. Y", "A A.I A.I.1 B B.I"),
    "roman with capital letters": ("I. X\nA. Y\n1. Z\nII. X", "I I.A I.A.1 II"),
    "small roman below letters": ("1. A\na) B\ni) C\nii) D\nb) E", "1 1.a 1.a.i 1.a.ii 1.b"),
    "letter i after h": ("1. A\nh) B\ni) C\nk) D", "1 1.h 1.i 1.k"),
    "numbers below a letter": (
        "I. A\n1. B\na) C\n1) D\n2) E\nb) F\n2. G",
        "I I.1 I.1.a I.1.a.1 I.1.a.2 I.1.b I.2",
    ),
    "a list inside a list": (
        "I. A\n2. Bên ngoài\n1. Đăng tin, bài.\n2. Phát sóng.",
        "I I.2 I.2.1 I.2.2",
    ),
    "a list inside a list and out again": (
        "I. A\n2. Ngoài\n1. Đăng tin.\n2. Phát sóng.\n3. In tờ gấp.\n3. Khen thưởng\n- Cuối năm.",
        "I I.2 I.2.1 I.2.2 I.2.3 I.3",
    ),
    "slashes and dashes": ("I/ A\n1/ B\nII - C\n1) D", "I I.1 II II.1"),
    "articles": ("Điều 1. A\n1. B\na) C\nĐiều 2. D", "Điều 1 Điều 1.1 Điều 1.1.a Điều 2"),
    "parts and chapters": (
        "Phần I\nX\nChương I\nY\nĐiều 1. Z\nPhần II\nX",
        "Phần I,Chương I,Điều 1,Phần II",
    ),
    "beyond ten": ("IX. A\n9. B\n10. C\nX. D\nXI. E", "IX IX.9 IX.10 X XI"),
    "dashes as the Party writes": ("I- A\n1- B\n2- C\nII- D", "I I.1 I.2 II"),
    "markdown": ("## I. A\n\n### 1. B\n\n- C\n\n## II. D", "I I.1 II"),
}


@pytest.mark.parametrize(("body", "paths"), STYLES.values(), ids=STYLES.keys())
def test_every_style_gives_its_paths(body, paths):
    separator = "," if "," in paths else " Điều " if paths.startswith("Điều") else " "
    expected = paths.split(separator)
    if separator == " Điều ":
        expected = [expected[0], *(f"Điều {rest}" for rest in expected[1:])]
    assert _paths(_sections(body)) == expected


def test_a_repeated_number_keeps_both_parts_under_different_paths():
    assert _paths(_sections("I. A\n1. B là mục đầu.\n1. C là mục sau.")) == ["I", "I.1", "I.1(2)"]


@pytest.mark.parametrize(
    "line",
    [
        "Điều 5 của Luật này quy định việc đó.",
        "mục II Kế hoạch này",
        "2023. Năm nay",
        "20/3/2031 là hạn cuối",
        "3 xã, phường",
        "V/v tuyên truyền",
        "a lô",
        "I am",
        "1.000 tờ gấp",
        "10.30 giờ",
    ],
)
def test_what_only_looks_like_a_label_is_text(line):
    assert find_marker(line) is None


def test_headings_and_sentences_are_told_apart():
    sections = _sections(
        "I. TỔ CHỨC THỰC HIỆN\n1. Sở Nội vụ\na) Theo dõi việc thực hiện.\n"
        "2. Sở Tài chính: Bố trí kinh phí, hướng dẫn các đơn vị.\n"
        "3. Báo cáo kết quả trước ngày 15/12.\n4. Các xã, phường:\n- Phát thanh hằng tuần.\n"
        "5. Tổ chức hội nghị đối thoại với người dân: ít nhất 02 lần.\n"
        "6. Đoàn Thanh niên.\nTham gia tuyên truyền.\n"
    )[0].children
    assert [s.heading for s in sections] == [
        "Sở Nội vụ", "Sở Tài chính", "", "Các xã, phường", "", "Đoàn Thanh niên",
    ]  # fmt: skip
    assert sections[1].paragraphs[0].text == "Bố trí kinh phí, hướng dẫn các đơn vị."
    assert sections[4].paragraphs[0].text.startswith("Tổ chức hội nghị")


def test_a_heading_ends_at_its_colon_however_short_the_sentence():
    sections = _sections(
        "I. MỤC TIÊU\n1. Nâng cao nhận thức.\nII. NHIỆM VỤ: Tập trung các việc sau\n"
        "1. Các chi bộ trực thuộc: lồng ghép vào sinh hoạt.\n"
        "2. Phòng Tư pháp: chủ trì tuyên truyền\n3. Trường hợp vướng mắc: báo cáo ngay.\n"
    )
    assert sections[1].heading == "NHIỆM VỤ"
    assert [s.heading for s in sections[1].children] == [
        "Các chi bộ trực thuộc", "Phòng Tư pháp", "",
    ]  # fmt: skip


def test_a_whole_name_on_its_line_is_not_joined_with_the_sentence_below():
    text = (
        "I. PHÂN CÔNG\n1. Thanh tra Sở\nNhận ý kiến của người dân.\n2. Văn phòng Sở\nIn tờ gấp.\n"
    )
    assert [s.heading for s in _sections(text)[0].children] == ["Thanh tra Sở", "Văn phòng Sở"]


def test_a_numbered_line_alone_is_the_duty_itself():
    section = _sections("I. A\n1. Đẩy mạnh tuyên truyền trên mạng xã hội của xã")[0].children[0]
    assert section.heading == ""
    assert section.paragraphs[0].text == "Đẩy mạnh tuyên truyền trên mạng xã hội của xã"


def test_lines_in_capitals_part_a_plan_without_numbers():
    sections = _sections("MỤC ĐÍCH\nNâng cao nhận thức.\nNỘI DUNG\n- Họp.\n- In tờ gấp.\n")
    assert [(s.path, s.heading) for s in sections] == [("1", "MỤC ĐÍCH"), ("2", "NỘI DUNG")]
    assert [p.text for p in sections[1].paragraphs] == ["Họp.", "In tờ gấp."]


def test_a_letter_without_numbers_is_one_part_without_its_introduction():
    text = "Kính gửi: Các xã\nThực hiện Kế hoạch số 5/KH-UBND, Phòng Nội vụ đề nghị như sau:\n"
    sections = (
        read_text(f"V/v tuyên truyền\n{text}Gửi báo cáo trước ngày 20/6.").documents[0].sections
    )
    assert [p.text for p in sections[0].paragraphs] == ["Gửi báo cáo trước ngày 20/6."]


def test_bullets_are_paragraphs_of_their_part():
    section = _sections("I. A\n- Một.\n+ Hai.\n• Ba.\n* Bốn.\nNăm không có gạch.")[0]
    assert [(p.text, p.bullet) for p in section.paragraphs] == [
        ("Một.", True), ("Hai.", True), ("Ba.", True), ("Bốn.", True),
        ("Năm không có gạch.", False),
    ]  # fmt: skip
    assert section.children == []


@pytest.mark.parametrize(
    "closing",
    [
        "Trên đây là Kế hoạch tuyên truyền năm 2031./.",
        "Trong quá trình thực hiện nếu có vướng mắc, các đơn vị phản ánh về Phòng Nội vụ./.",
        "Ủy ban nhân dân xã đề nghị các đơn vị thực hiện nghiêm túc./.",
    ],
)
def test_the_closing_sentence_belongs_to_no_duty(closing):
    part = _sections(f"V. TỔ CHỨC\n1. Tổ chức hội nghị.\n2. In và phát tờ gấp.\n\n{closing}")[0]
    assert [len(s.paragraphs) for s in part.children] == [1, 1]
    assert part.span[1] == part.children[-1].span[1]


def test_a_second_paragraph_of_the_last_item_stays_with_it():
    body = "V. TỔ CHỨC\n1. Việc chi theo quy định.\n\nPhòng Nội vụ chủ trì tổng hợp kinh phí./."
    assert len(_sections(body)[0].children[0].paragraphs) == 2


def test_spans_of_parts_hold_those_of_their_children():
    def check(section: Section) -> None:
        for child in section.children:
            assert section.span[0] <= child.span[0] <= child.span[1] <= section.span[1]
            check(child)

    for section in _sections("I. A\n1. B\na) C\nx\n- y\n2. D\nII. E\nz"):
        check(section)
