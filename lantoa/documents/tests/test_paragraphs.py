"""Lines become the paragraphs that were written."""

from __future__ import annotations

from lantoa.documents.reading.lines import read_lines
from lantoa.documents.reading.noticed import Noticed
from lantoa.documents.reading.paragraphs import join_paragraphs
from lantoa.documents.reading.reader import read_text

LONG = (
    "Các cơ quan, đơn vị tiếp tục đẩy mạnh công tác tuyên truyền cải cách hành chính trên hệ thống "
    "truyền thanh; lồng ghép trong các hội nghị (khóa XII) và báo cáo kết quả theo Quyết định số "
    "12/QĐ-UBND ngày 20. tháng nào cũng gửi tin, bài về Phòng Nội vụ để tổng hợp. Ủy ban nhân dân "
    "xã kiểm tra việc thực hiện của từng thôn, tổ dân phố trên địa bàn quản lý"
)


def _texts(text, noticed=None):
    pieces = join_paragraphs(read_lines(text.split("\n")), noticed or Noticed())
    return [piece.text for piece in pieces]


def _wrapped(paragraphs, width):
    lines = []
    for paragraph in paragraphs:
        line = ""
        for word in paragraph.split():
            if line and len(line) + 1 + len(word) > width:
                lines.append(line)
                line = word
            else:
                line = f"{line} {word}".strip()
        lines.append(line)
    return "\n".join(lines)


def test_a_sentence_cut_by_a_page_is_one_again_and_noticed():
    noticed = Noticed()
    text = "- Theo Quyết định 48/QĐ-UBND\n\nngày 24/12/2031 của UBND tỉnh.\n\n- Việc khác."
    assert _texts(text, noticed) == [
        "- Theo Quyết định 48/QĐ-UBND ngày 24/12/2031 của UBND tỉnh.",
        "- Việc khác.",
    ]
    assert [(n.line, n.related_line) for n in noticed.rejoined_paragraphs] == [(3, 1)]


def test_an_open_end_goes_on_in_capitals_too():
    assert _texts("Theo đề nghị của\n\nPhòng Nội vụ.") == ["Theo đề nghị của Phòng Nội vụ."]


def test_whole_sentences_and_headings_stay_apart():
    text = "Một câu.\nHai câu.\nMục tiêu\nBa câu.\nNỘI DUNG\nchữ thường"
    assert _texts(text) == text.split("\n")


def test_wrapped_text_is_rejoined_at_any_width():
    paragraphs = [f"{n}. {LONG}." for n in range(1, 5)] + [f"{c}) {LONG};" for c in "abcđ"]
    for width in range(50, 120, 7):
        assert _texts(_wrapped(paragraphs, width)) == paragraphs, width


def test_wrapped_text_with_bullets_and_no_blank_lines_is_rejoined():
    paragraphs = ["I. NHIỆM VỤ", *(f"- {LONG}." for _ in range(5)), "II. TỔ CHỨC", f"1. {LONG}."]
    for width in (60, 75, 90):
        assert _texts(_wrapped(paragraphs, width)) == paragraphs, width


def test_page_numbers_between_pages_do_not_cut_a_sentence():
    text = (
        "KẾ HOẠCH\nTuyên truyền\nI. A\n- Việc giải\n\n2\n\nquyết thủ tục.\nTrang 3/4\n- Việc khác."
    )
    section = read_text(text).documents[0].sections[0]
    assert [p.text for p in section.paragraphs] == ["Việc giải quyết thủ tục.", "Việc khác."]


def test_offsets_lead_back_to_the_lines_of_a_citation():
    text = "KẾ HOẠCH\nX\nI. A\n- Theo văn bản,\ngồm Kế hoạch số 5/KH-UBND ngày 02/01/2031."
    reference = read_text(text).documents[0].references[0]
    assert (reference.symbol, reference.line) == ("5/KH-UBND", 5)


def test_marks_of_markup_and_of_reviewers_are_no_words():
    lines = read_lines(["**Đậm** và *nghiêng* ✓", "9 } - gạch (*trả lại*)", "## Mục", "a * b"])
    assert [line.text for line in lines] == ["Đậm và nghiêng", "- gạch", "Mục", "a b"]
