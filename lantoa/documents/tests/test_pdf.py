"""Digital PDF: the lines come in the order in which people read the page."""

from __future__ import annotations

from functools import cache

import pytest

from lantoa.documents.reading.page_lines import lines_of
from lantoa.documents.reading.pdf import extract_pdf
from lantoa.documents.reading.pdf_process import _answer
from lantoa.documents.reading.reader import read_bytes
from lantoa.documents.reading.sheets import Word
from lantoa.documents.reading.two_columns import find_band

from .pdf_files import WIDTH, Printed
from .work import growth

HEADER = [["STT"], ["Nội dung"], ["Cơ quan chủ trì"], ["Thời gian"]]
EDGES = [60, 100, 300, 440, 540]


def _lines(printed: Printed) -> list[str]:
    return [line for line in extract_pdf(printed.saved()).text.split("\n") if line.strip()]


def _head(printed: Printed) -> None:
    printed.new_page()
    printed.write(90, 70, "UBND TỈNH ĐỒI CHÈ").write(110, 88, "SỞ NỘI VỤ")
    printed.write(270, 70, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 12)
    printed.write(330, 88, "Độc lập - Tự do - Hạnh phúc")
    printed.write(100, 112, "Số: 12/KH-SNV").write(320, 112, "Đồi Chè, ngày 05 tháng 01 năm 2031")
    printed.write(260, 150, "KẾ HOẠCH").write(160, 170, "Tuyên truyền cải cách hành chính năm 2031")


def test_a_head_of_two_columns_reads_the_agency_first():
    printed = Printed()
    _head(printed)
    assert _lines(printed)[:6] == [
        "UBND TỈNH ĐỒI CHÈ",
        "SỞ NỘI VỤ",
        "Số: 12/KH-SNV",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "Đồi Chè, ngày 05 tháng 01 năm 2031",
    ]


def test_head_and_foot_give_number_place_signer_and_recipients():
    printed = Printed()
    _head(printed)
    printed.lines(80, 210, ["I. MỤC TIÊU", "1. Phổ biến Kế hoạch đến cán bộ, công chức./."])
    printed.lines(80, 270, ["Nơi nhận:", "- UBND tỉnh;", "- Các sở, ban;", "- Lưu: VT."], size=11)
    printed.write(380, 270, "GIÁM ĐỐC").write(370, 340, "Nguyễn Văn Bình")
    document = read_bytes(printed.saved(), name="a.pdf").documents[0]
    assert (document.symbol, document.place, document.signer) == (
        "12/KH-SNV",
        "Đồi Chè",
        "Nguyễn Văn Bình",
    )
    assert document.recipients == ["UBND tỉnh", "Các sở, ban", "Lưu: VT"]


def test_full_lines_are_one_paragraph_and_a_short_line_ends_it():
    printed = Printed().new_page()
    printed.lines(80, 100, [
        "1. Tổ chức quán triệt, phổ biến các nội dung cải cách hành chính đến toàn thể",
        "UBND các xã, phường và các cơ quan, đơn vị thuộc tỉnh trên mọi phương tiện,",
        "gồm cả loa truyền thanh",
        "Phòng Nội vụ theo dõi, báo cáo kết quả.",
    ])  # fmt: skip
    assert [line[:12] for line in _lines(printed)] == ["1. Tổ chức q", "Phòng Nội vụ"]


def test_a_paragraph_goes_on_over_a_page_and_the_page_number_is_no_text():
    printed = Printed().new_page()
    first = "1. Tổ chức quán triệt, phổ biến các nội dung cải cách hành chính của toàn tỉnh"
    printed.lines(80, 100, ["Kế hoạch gồm các nội dung sau:", first, first[3:], first[3:]])
    printed.write(295, 815, "1")
    printed.new_page().write(295, 40, "2")
    printed.write(80, 80, "Đồi Chè đến người dân.").write(80, 100, "2. Báo cáo kết quả.")
    lines = _lines(printed)
    assert lines[1].endswith("toàn tỉnh Đồi Chè đến người dân.")
    assert lines[2:] == ["2. Báo cáo kết quả."]


def test_the_file_tells_its_pages():
    printed = Printed()
    for number in range(3):
        printed.new_page().write(80, 100, f"Trang có chữ thứ {number}")
    found = read_bytes(printed.saved(), name="a.pdf").file
    assert (found.pages, found.ocr, found.media_type) == (3, False, "application/pdf")


@pytest.mark.parametrize("ruled", [True, False])
def test_a_table_becomes_rows_with_wrapped_cells_joined(ruled):
    printed = Printed().new_page()
    rows = [
        HEADER,
        [["1"], ["Tổ chức hội nghị phổ biến", "kế hoạch năm"], ["Phòng Nội vụ"], ["Quý I/2031"]],
        [["2"], ["Phát tờ rơi"], ["UBND các xã,", "phường"], ["Tháng 6/2031"]],
    ]
    printed.table(100, EDGES, rows, ruled=ruled)
    assert _lines(printed) == [
        "STT\tNội dung\tCơ quan chủ trì\tThời gian",
        "1\tTổ chức hội nghị phổ biến kế hoạch năm\tPhòng Nội vụ\tQuý I/2031",
        "2\tPhát tờ rơi\tUBND các xã, phường\tTháng 6/2031",
    ]


def test_a_row_over_two_pages_with_its_repeated_header_is_one_activity():
    printed = Printed().new_page()
    printed.lines(80, 70, ["KẾ HOẠCH", "Tuyên truyền năm 2031", "I. NHIỆM VỤ"])
    row = [["1"], ["Tổ chức hội nghị"], ["Phòng Nội vụ"], ["Quý I/2031"]]
    printed.table(140, EDGES, [HEADER, row])
    printed.new_page()
    rest = [[""], ["phổ biến kế hoạch"], [""], [""]]
    printed.table(60, EDGES, [HEADER, rest, [["2"], ["In"], ["Sở A"], ["Quý II/2031"]]])
    document = read_bytes(printed.saved(), name="a.pdf").documents[0]
    assert [a.task for a in document.activities] == ["Tổ chức hội nghị phổ biến kế hoạch", "In"]


def test_a_merged_cell_holds_for_every_row_it_covers():
    printed = Printed().new_page()
    printed.write(64, 112, "1", 12).write(64, 142, "2", 12).write(104, 112, "Họp", 12)
    printed.write(104, 142, "In", 12).write(304, 127, "Sở A", 12)
    for x in (60, 100, 300, 440):
        printed.rule(x, 100, x, 160)
    printed.rule(60, 100, 440, 100).rule(60, 160, 440, 160).rule(60, 130, 300, 130)
    assert _lines(printed) == ["1\tHọp\tSở A", "2\tIn\tSở A"]


def test_turned_words_are_a_watermark():
    printed = Printed().new_page()
    printed.write(80, 100, "Nội dung kế hoạch")
    printed.write(150, 600, "BẢN SAO ĐIỆN TỬ", 60, turned=45)
    assert _lines(printed) == ["Nội dung kế hoạch"]


def test_a_page_shown_sideways_reads_as_shown():
    printed = Printed().new_page()
    printed.page.set_rotation(90)
    # Shown, the page is 842 wide: x to the right is upwards on paper.
    printed.write(WIDTH - 500, 742, "Dòng một của phụ lục", turned=90)
    printed.write(WIDTH - 480, 742, "Dòng hai của phụ lục", turned=90)
    assert _lines(printed) == ["Dòng một của phụ lục", "Dòng hai của phụ lục"]


def test_heads_that_repeat_from_page_to_page_are_left_out():
    printed = Printed()
    for number in range(4):
        printed.new_page().write(80, 40, "Kế hoạch tuyên truyền 2031")
        printed.write(80, 200, f"Nội dung thứ {number}")
    assert _lines(printed) == [f"Nội dung thứ {number}" for number in range(4)]


def test_a_short_line_with_a_wide_gap_keeps_both_parts_in_order():
    printed = Printed().new_page()
    printed.write(80, 100, "Số: 5/KH").write(350, 100, "Đồi Chè, ngày 1 tháng 2 năm 2031")
    assert _lines(printed) == ["Số: 5/KH    Đồi Chè, ngày 1 tháng 2 năm 2031"]


@cache
def _with_pages(count: int) -> bytes:
    printed = Printed()
    for _ in range(count):
        printed.new_page()
        printed.lines(70, 80, ["Tổ chức quán triệt, phổ biến cải cách hành chính"] * 40)
    return printed.saved()


def test_the_work_on_a_pdf_grows_with_its_pages(tmp_path):
    def read(count: int) -> None:
        path = tmp_path / f"{count}.pdf"
        path.write_bytes(_with_pages(count))
        _answer(path, "text", [])

    assert growth(read, 10) < 2.2


def test_many_pages_are_all_read():
    assert extract_pdf(_with_pages(20)).pages == 20


def test_a_symbol_cut_behind_its_hyphen_is_whole_again():
    printed = Printed().new_page()
    cell = ["Thực hiện Quyết định số 49/QĐ-", "UBND giai đoạn 2031-", "2035"]
    printed.table(100, EDGES, [HEADER, [["1"], cell, ["Sở A"], ["Quý I/2031"]]])
    printed.lines(80, 300, [
        "1. Tổ chức quán triệt, phổ biến các nội dung cải cách hành chính toàn tỉnh QĐ-",
        "UBND năm nay và các năm sau.",
    ])  # fmt: skip
    lines = _lines(printed)
    assert "49/QĐ-UBND giai đoạn 2031-2035\t" in lines[1]
    assert lines[2].endswith("QĐ-UBND năm nay và các năm sau.")


def test_a_row_continued_in_few_of_its_columns_keeps_its_columns():
    printed = Printed().new_page()
    printed.table(700, EDGES, [HEADER, [["1"], ["Tổ chức"], ["Sở A"], ["Quý I/2031"]]])
    printed.new_page().table(60, EDGES, [[[""], ["hội nghị"], [""], [""]]])
    assert _lines(printed)[-1] == "\thội nghị\t\t"


def _spread(texts: str, y: float, gap: float) -> list[Word]:
    words, x = [], 80.0
    for text in texts.split():
        words.append(Word(text, x, y, x + 6 * len(text), y + 14))
        x = words[-1].x1 + gap
    return words


def test_justified_lines_of_few_words_are_no_columns():
    rows = [("Cổng thông tin điện tử <https://", 80), ("cải cách hành chính tỉnh <https://", 98)]
    lines = lines_of([word for text, y in rows for word in _spread(text, y, 40)])
    assert [line.text for line in lines] == [text for text, _ in rows]
    assert find_band(lines, 0, 595) is None
