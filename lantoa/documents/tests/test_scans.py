"""Scans through the real Tesseract: pages drawn, spoiled with noise and read again."""

from __future__ import annotations

from typing import Any

import pytest
from PIL import Image

from lantoa.documents.reading import ocr
from lantoa.documents.reading.errors import UnreadableFile
from lantoa.documents.reading.ocr_slips import repaired
from lantoa.documents.reading.reader import read_bytes
from lantoa.documents.reading.source import load_bytes

from .pdf_files import Printed
from .scan_files import Paper, stored

TEXT = [
    "KẾ HOẠCH",
    "Tuyên truyền cải cách hành chính huyện Đồi Chè năm 2031",
    "Căn cứ Quyết định số 45/QĐ-UBND ngày 03/01/2031 của UBND tỉnh, UBND huyện",
    "ban hành Kế hoạch tuyên truyền cải cách hành chính năm 2031 như sau:",
    "I. MỤC TIÊU, YÊU CẦU",
    "1. Nâng cao nhận thức của cán bộ, công chức, viên chức và người dân về cải",
    "cách hành chính, dịch vụ công trực tuyến và chuyển đổi số trên địa bàn huyện.",
    "2. Phòng Nội vụ chủ trì, phối hợp các cơ quan liên quan tổ chức hội nghị quán",
    "triệt, phổ biến Kế hoạch; báo cáo kết quả trước ngày 20 tháng 6 năm 2031.",
]


def _page(lean: float = 0.0) -> Any:
    return Paper().lines(70, 100, TEXT).noisy(lean=lean)


def _wrong(found: str, meant: str) -> float:
    """The share of characters that differ (Levenshtein)."""
    row = list(range(len(meant) + 1))
    for i, a in enumerate(found, 1):
        before, row[0] = row[0], i
        for j, b in enumerate(meant, 1):
            before, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, before + (a != b))
    return row[-1] / len(meant)


def test_tesseract_with_vietnamese_is_installed():
    assert ocr.reads_vietnamese(), (
        "Thiếu Tesseract tiếng Việt: chạy script/ocr hoặc cài gói tesseract-ocr, tesseract-ocr-vie."
    )


@pytest.mark.parametrize("lean", [0.0, 0.6])
def test_a_noisy_scan_of_200_dpi_loses_hardly_a_letter(lean):
    printed = Printed().new_page().picture(_page(lean))
    found = read_bytes(printed.saved(), name="quet.pdf").file
    assert (found.ocr, found.pages, found.media_type) == (True, 1, "application/pdf")
    assert _wrong(" ".join(" ".join(found.text).split()), " ".join(TEXT)) < 0.02


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "TIFF"])
def test_pictures_give_the_structure_of_the_plan(kind):
    reading = read_bytes(stored(_page(), kind), name="quet")
    document = reading.documents[0]
    assert (document.kind, reading.file.ocr) == ("plan", True)
    assert document.title.startswith("Tuyên truyền cải cách hành chính")
    assert [str(duty.due.by) for duty in document.obligations][-1] == "2031-06-19"


def test_every_page_of_a_tiff_is_read_and_told_as_it_is_done():
    told: list[tuple[int, int]] = []
    pages = [
        Paper().lines(70, 100, [f"Nội dung trang {number} của văn bản", "Có hai dòng."]).image
        for number in ("một", "hai")
    ]
    data = stored(pages[0], "TIFF", save_all=True, append_images=pages[1:])
    found = load_bytes(data, name="a.tif", told=lambda *count: told.append(count))
    assert told == [(0, 2), (1, 2), (2, 2)]
    assert found.pages == 2
    assert "trang một" in found.text[0] and any("trang hai" in line for line in found.text)


def test_a_scanned_table_with_rules_becomes_rows():
    rows = [
        ["STT", "Nội dung", "Cơ quan chủ trì", "Thời gian"],
        ["1", "Tổ chức hội nghị / phổ biến kế hoạch", "Phòng Nội vụ", "Quý II/2031"],
        ["2", "Phát tờ rơi", "UBND các xã", "Tháng 6/2031"],
    ]
    paper = Paper().table(100, [60, 100, 300, 440, 540], rows)
    data = stored(paper.noisy(), "PNG")
    lines = [line for line in read_bytes(data, name="a.png").file.text if line.strip()]
    assert lines == [
        "STT\tNội dung\tCơ quan chủ trì\tThời gian",
        "1\tTổ chức hội nghị phổ biến kế hoạch\tPhòng Nội vụ\tQuý II/2031",
        "2\tPhát tờ rơi\tUBND các xã\tTháng 6/2031",
    ]


def test_lone_figures_of_a_number_column_are_found():
    header = ["STT", "Nội dung", "Cơ quan chủ trì", "Thời gian"]
    rows = [[f"{n}", f"Tổ chức hội nghị lần {n}", "Phòng Nội vụ", f"Tháng {n}/2031"]
            for n in range(1, 12)]  # fmt: skip
    paper = Paper().table(100, [60, 100, 300, 440, 540], [header, *rows])
    found = read_bytes(stored(paper.noisy(lean=0.3), "PNG"), name="a.png").file.text
    assert [line.split("\t")[0] for line in found if "hội nghị" in line] == [r[0] for r in rows]


def test_only_pages_without_a_text_layer_are_recognised():
    printed = Printed().new_page()
    printed.lines(70, 100, ["Trang có lớp chữ", "Không cần nhận dạng: ĐỦ CHỮ."])
    printed.new_page().picture(_page())
    found = read_bytes(printed.saved(), name="a.pdf").file
    assert found.ocr and "Trang có lớp chữ" in found.text
    assert any("Tuyên truyền cải cách" in line for line in found.text)


def test_a_text_layer_without_vietnamese_marks_is_not_believed():
    printed = Printed().new_page().picture(_page())
    printed.hidden = True
    printed.lines(70, 100, ["Tuyen truyen cai cach hanh chinh huyen Doi Che nam"] * 8)
    found = read_bytes(printed.saved(), name="a.pdf").file
    assert found.ocr and any("Tuyên truyền cải cách" in line for line in found.text)


def test_without_tesseract_one_sentence_says_what_to_install(monkeypatch, tmp_path):
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(UnreadableFile) as refused:
        read_bytes(stored(_page(), "PNG"), name="a.png")
    assert refused.value.code == "no-ocr"
    assert "tesseract-ocr-vie" in refused.value.message


def test_an_empty_scan_and_a_scan_of_too_many_pages_are_refused(monkeypatch):
    white = Image.new("L", (1654, 2339), 255)
    with pytest.raises(UnreadableFile) as refused:
        read_bytes(stored(white, "PNG"), name="a.png")
    assert refused.value.code == "unread-scan"
    monkeypatch.setattr(ocr, "MAX_PAGES", 1)
    data = stored(white, "TIFF", save_all=True, append_images=[white])
    with pytest.raises(UnreadableFile) as refused:
        read_bytes(data, name="a.tif")
    assert refused.value.code == "too-many-pages"


def test_a_picture_of_too_many_dots_is_refused_before_it_is_unpacked():
    with pytest.raises(UnreadableFile) as refused:
        read_bytes(stored(Image.new("1", (20_000, 20_000), 1), "PNG"), name="a.png")
    assert refused.value.code == "image-too-large"


@pytest.mark.parametrize(
    ("read", "meant"),
    [
        ("số 12/QĐÐ-UBND", "số 12/QĐ-UBND"),
        ("số 12/QD-UBND", "số 12/QĐ-UBND"),
        ("số 45/QĐĐ-TTg", "số 45/QĐ-TTg"),
        ("Ðảng và ðoàn", "Đảng và đoàn"),
        ("Quý I⁄2031", "Quý I/2031"),
        ("CƠ quan chủtrì", "Cơ quan chủ trì"),
        ("SởThông tin", "Sở Thông tin"),
        ("cán bỘ, iOS", "cán bộ, iOS"),
        ("năm 2O31, 1l0 lượt", "năm 2031, 110 lượt"),
        ("— Lưu: VT", "- Lưu: VT"),
        ("SỞ NỘI VỤ", "SỞ NỘI VỤ"),
        ("Để nghị các cơ quan", "Đề nghị các cơ quan"),
        ("Để nghị quyết đi vào cuộc sống", "Để nghị quyết đi vào cuộc sống"),
        ("Trong nam 2031, phía nam", "Trong năm 2031, phía nam"),
        ("H. NỘI DUNG", "II. NỘI DUNG"),
        ("Mã QD-12, QUY ĐỊNH", "Mã QD-12, QUY ĐỊNH"),
    ],
)
def test_slips_that_leave_no_doubt_are_put_right(read, meant):
    assert repaired(read) == meant
