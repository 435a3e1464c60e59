"""Language: slips are found by rule and by phrase; right text, names and foreign words are not."""

from __future__ import annotations

import pytest

from lantoa.documents.reading.reader import read_text
from lantoa.documents.reading.syllables import is_syllable, repairs


@pytest.mark.parametrize(
    "words",
    ["nghiêng quyết quốc khuya nguyễn thuở hòa hoà thuý quý giết gì gìn yếu ươm rượu xoong ngoằn",
    "huỳnh quỳnh giữa ghế nghệ khuếch ủy uỷ ứng việc"],
)  # fmt: skip
def test_what_is_spelt_by_the_rules_is_a_syllable(words: str) -> None:
    assert [word for word in words.split() if not is_syllable(word)] == []


@pytest.mark.parametrize(
    ("word", "right"),
    [
        ("trỉên", "triển"),
        ("truờng", "trường"),
        ("nghành", "ngành"),
        ("kông", "công"),
        ("qúy", "quý"),
        ("đưọc", "được"),
        ("nguời", "người"),
        ("gế", "ghế"),
    ],
)
def test_what_breaks_a_rule_of_writing_is_put_right_by_it(word: str, right: str) -> None:
    assert not is_syllable(word)
    assert list(repairs(word)) == [right]


@pytest.mark.parametrize("word", ["phàt", "tạch̉", "việcc", "hoăăn", "bccc", "xhội"])
def test_what_no_rule_allows_is_no_syllable(word: str) -> None:
    assert not is_syllable(word)


def told(text: str, *codes: str) -> list[tuple[str, str | None]]:
    return [(f.quote, f.suggestion) for f in read_text(text).findings if f.code in codes]


SLIPS = [
    ("- Mật trận và các đoàn thể của xã;", "Mật trận", "Mặt trận"),
    ("NỘI DUNG TUYÊN TRUYỀN THÔNG NHẤT", "THÔNG NHẤT", "THỐNG NHẤT"),
    ("đặt tại tủ sách phát luật của xã", "phát luật", "pháp luật"),
    ("a) Lòng ghép nội dung vào cuộc họp", "Lòng ghép", "Lồng ghép"),
    ("b) Cung cố, kiện toàn đội ngũ", "Cung cố", "Củng cố"),
    ("Tiến khai các nhiệm vụ của năm", "Tiến khai", "Triển khai"),
    ("dịch vụ thu hộ, chỉ hộ qua bưu điện", "chỉ hộ", "chi hộ"),
    ("nghiên cứu giải pháp đề cải cách lề lối", "đề cải", "để cải"),
    ("theo quy đinh của pháp luật", "quy đinh", "quy định"),
]


@pytest.mark.parametrize(("text", "quote", "right"), SLIPS, ids=[slip[1] for slip in SLIPS])
def test_slip_inside_a_set_phrase_is_told_with_what_is_meant(
    text: str, quote: str, right: str
) -> None:
    assert told(text, "misspelt-phrase") == [(quote, right)]


@pytest.mark.parametrize(
    "text",
    [
        "các vấn đề cải cách hành chính và chủ đề xây dựng nông thôn",
        "Ông Nguyễn Văn Mật trận trọng kính báo; bà Trần Thị Thông Nhất",
        "quyết định hành chính phù hợp với quy định",
        "bệnh cấp tính; đại hội đồng cổ đông; liên quân hai nước; hướng dân cư ra ngoài đê",
        "xã Đắk Ơ, xã Ea Hiao, Krông Búk, Đạ Tẻh; ôxy, vắc-xin, kilôgam, website, Zalo OA, amiăng",
        "Cong van so 12/UBND kem theo bieu mau bao cao tong hop ket qua",
        "https://example.vn/tin-tuc/thông_nhất.html và nghia@xa.gov.vn",
    ],
)
def test_right_words_names_and_foreign_words_are_left_alone(text: str) -> None:
    assert told(text, "misspelt-phrase", "misspelt-syllable", "syllable-missing") == []


def test_what_a_document_says_throughout_is_what_it_means() -> None:
    line = "Chợ Cung cố họp phiên đầu tháng."

    assert told("\n\n".join([line] * 4), "misspelt-phrase") == []


@pytest.mark.parametrize(
    ("text", "quote", "right"),
    [
        ("Các truờng học trên địa bàn thực hiện", "truờng", "trường"),
        ("các nghành, các cấp phối hợp", "nghành", "ngành"),
        ("cơ quan, đơn vị tổ chưc thực hiện; tổ chức", "chưc", "chức"),
    ],
)
def test_word_that_is_no_syllable_is_told(text: str, quote: str, right: str) -> None:
    assert told(text, "misspelt-syllable", "misspelt-phrase")[0][0].endswith(quote)
    assert right in str(told(text, "misspelt-syllable", "misspelt-phrase")[0][1])


def test_lost_first_syllable_is_told_but_not_across_a_hard_line_end() -> None:
    assert told("NHIỆM VỤ TUYÊN TRUYỀN CÁCH HÀNH CHÍNH", "syllable-missing") == [
        ("CÁCH HÀNH CHÍNH", "CẢI CÁCH HÀNH CHÍNH")
    ]
    assert told("tuyên truyền công tác cải\ncách hành chính của xã", "syllable-missing") == []


WORDING = [
    ("word-doubled", "Quyết định của của Ủy ban", "của của"),
    ("item-repeated-in-list", "tiếp tục phối hợp, đồng hành, hỗ trợ, phối hợp chính quyền",
     "phối hợp, đồng hành, hỗ trợ, phối hợp"),
    ("sign-spacing", "trên Facebook, Zalo...các cơ quan", "Zalo...các"),
    ("sign-spacing", "trang thông tin; ... về cải cách", "tin; ... về"),
    ("colon-for-semicolon", "Tuyên truyền qua các hội nghị, đối thoại: qua các hội thảo",
     "thoại: qua"),
    ("stop-before-lower-case", "hỗ trợ trực tuyến. tại các cuộc họp", "tuyến. tại"),
]  # fmt: skip


@pytest.mark.parametrize(("code", "text", "quote"), WORDING, ids=[w[2] for w in WORDING])
def test_fault_of_wording_or_signs_is_told(code: str, text: str, quote: str) -> None:
    assert [found for found, _ in told(text, code)] == [quote]


@pytest.mark.parametrize(
    "text",
    [
        "Luật Chuyển đổi số số 148; từ từ, dần dần, ngày ngày; tổ chức tổ chức thực hiện",
        "TP. Hà Nội, TS. Nguyễn An, v.v. và tương tự; 1.000.000 đồng; 8:30; http://a.vn/x,y",
        "cơ quan, tổ chức, cá nhân; cơ quan khác",
        "Festival, hội chợ ... của địa phương.",
        "gửi thư tới a.b@xa.gov.vn; xem ninhbinh.gov.vn.",
        "KH,CN và ĐMST",
    ],
)
def test_right_wording_is_left_alone(text: str) -> None:
    codes = {code for code, _, _ in WORDING}

    assert told(text, *codes) == []


def test_mixed_tone_marks_are_told_once_at_the_rarer_style() -> None:
    text = "Xã Hòa An, xã Hòa Tân.\n\nXã Hòa Bình.\n\nXây dựng nhà văn hoá, hoá đơn."
    (finding,) = [f for f in read_text(text).findings if f.code == "tone-marks-mixed"]

    assert (finding.line, finding.quote, finding.suggestion) == (5, "hoá", "hóa")
    assert "2 chỗ" in finding.message and len(finding.related) == 1


def test_months_without_their_zero_are_told_once_beside_those_with_it() -> None:
    text = "Quyết định số 5/QĐ-UBND ngày 31/01/2023; Kế hoạch số 6/KH-UBND ngày 23/2/2022."
    plan = f"KẾ HOẠCH\nTuyên truyền năm 2023\n\nI. MỤC TIÊU\n\n{text}"

    assert [quote for quote, _ in told(plan, "date-styles-mixed")] == ["23/2/2022"]
    assert told(plan.replace("23/2/", "23/02/"), "date-styles-mixed") == []


def test_lone_italics_of_words_that_are_plain_elsewhere_are_told() -> None:
    plain = "Nhân dân tỉnh An Hà tham gia.\n\n" * 5

    assert told(f"{plain}Phát triển tỉnh *An Hà* đến năm 2030.", "stray-emphasis") == [
        ("*An Hà*", "An Hà")
    ]
    assert told("Phát triển tỉnh *An Hà* đến năm 2030.", "stray-emphasis") == []
