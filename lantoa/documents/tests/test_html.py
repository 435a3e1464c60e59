"""Web pages: what a browser shows is what the reader gets, in the order of the page."""

from __future__ import annotations

import pytest

from lantoa.documents.reading.html import extract_html
from lantoa.documents.reading.reader import read_bytes

from .outcomes import outcome


def _lines(body: str) -> list[str]:
    page = f'<!DOCTYPE html><meta charset="utf-8"><body>{body}</body>'
    return [line for line in extract_html(page.encode()).split("\n") if line.strip()]


@pytest.mark.parametrize(
    ("body", "lines"),
    [
        ("<h1>KẾ HOẠCH</h1><p>một <b>h</b>ai\n ba</p>bốn", ["KẾ HOẠCH", "một hai ba", "bốn"]),
        ("a<br>b<div>c<div>d</div>e</div>", ["a", "b", "c", "d", "e"]),
        ("<p>T&agrave;i li&#7879;u&nbsp;&amp; b&#xE1;o</p>", ["Tài liệu & báo"]),
        ("<script>x</script><style>y</style><p>chữ</p><!-- z -->", ["chữ"]),
        ('<p style="display:none">ẩn</p><p hidden>ẩn</p><p>hiện</p>', ["hiện"]),
        ("<p>trước <del>20</del><ins>25</ins></p>", ["trước 25"]),
        ("<ol><li>một<li>hai<ul><li>gạch</ul><li value=7>bảy</ol>",
         ["1. một", "2. hai", "- gạch", "7. bảy"]),
        ("<ol type=I start=2><li>A<ol type=a><li>b</ol></ol>", ["II. A", "a) b"]),
        ("<pre>một\nhai</pre>", ["một", "hai"]),
    ],
)  # fmt: skip
def test_the_page_reads_as_it_shows(body, lines):
    assert _lines(body) == lines


def test_cells_over_several_columns_and_rows_keep_every_row_whole():
    body = (
        "<table><thead><tr><th rowspan=2>STT<th rowspan=2>Nội dung<th colspan=2>Phân công"
        "<tr><th>Chủ trì<th>Phối hợp</thead>"
        "<tr><td>1<td><p>Họp</p><p>- kín</p><td>Sở A<td rowspan=2>Sở B<tr><td>2<td>In<td>Sở C"
        "</table>"
    )
    assert _lines(body) == [
        "STT\tNội dung\tPhân công\t",
        "\t\tChủ trì\tPhối hợp",
        "1\tHọp - kín\tSở A\tSở B",
        "2\tIn\tSở C\tSở B",
    ]


def test_a_head_laid_out_as_a_table_reads_column_by_column():
    body = (
        "<table><tr><td>UBND TỈNH<br>SỞ NỘI VỤ<td>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
        "<tr><td>Số: 1/KH<td>Đồi Chè, ngày 01 tháng 02 năm 2031</table>"
    )
    assert _lines(body)[:3] == ["UBND TỈNH", "SỞ NỘI VỤ", "Số: 1/KH"]


def test_html_pasted_from_word_keeps_the_numbers_that_word_wrote():
    body = (
        "<p class=MsoNormal style='mso-list:l0'><![if !supportLists]><span "
        "style='mso-list:Ignore'>a)<span>&nbsp;&nbsp; </span></span><![endif]>Phổ biến"
        "<o:p></o:p></p><!--[if gte mso 9]><xml><w:x>rác</w:x></xml><![endif]-->"
    )
    assert _lines(body) == ["a) Phổ biến"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "windows-1258"])
def test_the_declared_encoding_counts_unless_it_does_not_fit(encoding):
    text = "KẾ HOẠCH Tuyên truyền" if encoding != "windows-1258" else "Kê hoach năm đó"
    page = f'<html><head><meta charset="{encoding}"></head><p>{text}</p></html>'
    assert extract_html(page.encode(encoding)) == text
    wrong = f'<html><head><meta charset="us-ascii"></head><p>{text}</p></html>'
    assert extract_html(wrong.encode("utf-8")) == text


def test_a_plan_on_a_web_page_gives_its_duties():
    page = (
        "<html><body><h2>KẾ HOẠCH</h2><p>Tuyên truyền năm 2031</p><p>I. NHIỆM VỤ</p>"
        "<p>1. Phòng Nội vụ: Phát tờ rơi trước ngày 20/6/2031.</p></body></html>"
    )
    reading = read_bytes(page.encode(), name="a.html")
    assert reading.file.media_type == "text/html"
    assert [str(duty.due.by) for duty in reading.documents[0].obligations] == ["2031-06-19"]


def test_a_page_nested_without_end_ends_in_a_reading_or_a_sentence():
    page = "<html>" + "<div>" * 50_000 + "chữ"
    assert outcome(page.encode(), "a.html") in {None, "too-deep", "broken-html", "empty"}
