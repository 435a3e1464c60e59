"""A file may hold a decision, its plan, appendices and an older draft: who is who."""

from __future__ import annotations

import pytest

from lantoa.documents.reading.reader import read_text

DECISION = """ỦY BAN NHÂN DÂN
HUYỆN ĐỒI CHÈ
Số: 88 /QĐ-UBND
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Đồi Chè, ngày 02 tháng 3 năm 2031
QUYẾT ĐỊNH
Ban hành Kế hoạch tuyên truyền cải cách hành chính huyện Đồi Chè năm 2031
CHỦ TỊCH ỦY BAN NHÂN DÂN HUYỆN ĐỒI CHÈ
Căn cứ Luật Tổ chức chính quyền địa phương;
Xét đề nghị của Trưởng phòng Nội vụ tại Tờ trình số 15/TTr-NV ngày 01/3/2031,
QUYẾT ĐỊNH
Điều 1. Ban hành kèm theo Quyết định này Kế hoạch tuyên truyền.
Điều 2. Các cơ quan chịu trách nhiệm thi hành Quyết định này./.
CHỦ TỊCH
(Đã ký)
Vàng A Sùng
Nơi nhận:
- Như Điều 2;
- Lưu: VT.
"""
PLAN = """KẾ HOẠCH
Tuyên truyền cải cách hành chính huyện Đồi Chè năm 2031
(Ban hành kèm theo Quyết định số 88/QĐ-UBND ngày 02/3/2031)

I. MỤC TIÊU
1. Phổ biến đến 95% hộ dân.
"""
DRAFT = """KẾ HOẠCH
Tuyên truyền cải cách hành chính huyện Đồi Chè năm 2031
(Dự thảo lần 2)

I. MỤC TIÊU
1. Phổ biến đến 90% hộ dân. ✓
"""
APPENDICES = """PHỤ LỤC I
PHÂN CÔNG NHIỆM VỤ
(Kèm theo Kế hoạch tuyên truyền cải cách hành chính năm 2031)
TT\tNhiệm vụ\tChủ trì\tThời gian
1\tPhát thanh\tTrung tâm Văn hóa\tHằng tuần
PHỤ LỤC II
DANH MỤC KINH PHÍ
(Kèm theo Quyết định số 88/QĐ-UBND ngày 02/3/2031)
Nội dung\tSố tiền\tNguồn
In tờ gấp\t20\tNgân sách
"""


def _read(*parts):
    return read_text("\n".join(parts)).documents


def _shape(documents):
    return [(d.kind, d.status, d.parent, d.version_of) for d in documents]


def test_a_package_is_told_apart_and_its_parts_point_to_each_other():
    assert _shape(_read(DECISION, PLAN, APPENDICES)) == [
        ("decision", "issued", None, None),
        ("plan", "issued", 0, None),
        ("appendix", "issued", 1, None),
        ("appendix", "issued", 0, None),
    ]


def test_a_second_copy_after_the_package_is_the_draft():
    assert _shape(_read(DECISION, PLAN, PLAN.replace("95", "90")))[1:] == [
        ("plan", "issued", 0, None),
        ("plan", "draft", None, 1),
    ]


def test_a_draft_before_the_package_points_forward_to_the_plan_it_became():
    assert _shape(_read(DRAFT, DECISION, PLAN)) == [
        ("plan", "draft", None, 2),
        ("decision", "issued", None, None),
        ("plan", "issued", 1, None),
    ]


def test_an_unmarked_copy_before_the_package_is_the_draft_all_the_same():
    copy = "\n".join(line for line in PLAN.split("\n") if "kèm theo" not in line)
    assert _shape(_read(copy, DECISION, PLAN)) == [
        ("plan", "draft", None, 2),
        ("decision", "issued", None, None),
        ("plan", "issued", 1, None),
    ]


def test_the_words_that_enact_do_not_begin_a_document():
    document = _read(DECISION)[0]
    assert [s.path for s in document.sections] == ["Điều 1", "Điều 2"]
    assert [base.symbol for base in document.legal_bases] == [None, "15/TTr-NV"]
    assert [len(s.paragraphs) for s in document.sections] == [1, 1]
    assert document.signer == "Vàng A Sùng"
    assert document.issuer == "CHỦ TỊCH ỦY BAN NHÂN DÂN HUYỆN ĐỒI CHÈ"


def test_spans_cover_each_document_and_nothing_between():
    text = "\n".join([DECISION, PLAN, APPENDICES])
    lines = text.split("\n")
    for document in read_text(text).documents:
        first, last = document.span
        assert lines[first - 1].strip() and lines[last - 1].strip()
    assert read_text(text).documents[0].span == (1, 20)


def test_a_plan_cited_in_capitals_within_a_sentence_begins_nothing():
    for words in ("KẾ HOẠCH này, các xã báo cáo.", "Kế hoạch\nnăm 2031, các xã báo cáo."):
        assert len(read_text(f"{PLAN}2. Căn cứ\n{words}\n").documents) == 1


def test_a_regulation_with_chapters_is_issued_with_its_decision():
    rules = """QUY CHẾ
Phối hợp truyền thông
(Ban hành kèm theo Quyết định số 88/QĐ-UBND ngày 02/3/2031)
Chương I
QUY ĐỊNH CHUNG
Điều 1. Phạm vi
1. Quy chế này quy định việc phối hợp.
2. Đối tượng:
a) Các phòng;
b) Các xã.
Chương II. BÁO CÁO
Mục 1
THỜI HẠN
Điều 2. Chế độ báo cáo
Báo cáo quý theo Điều 1 Quy chế này./.
"""
    document = _read(DECISION, rules)[1]
    assert (document.kind, document.parent, document.status) == ("regulation", 0, "issued")
    chapters = [(s.path, s.heading) for s in document.sections]
    assert chapters == [("Chương I", "QUY ĐỊNH CHUNG"), ("Chương II", "BÁO CÁO")]
    article = document.sections[0].children[0]
    assert [c.path for c in article.children] == ["Điều 1.1", "Điều 1.2"]
    assert [c.path for c in article.children[1].children] == ["Điều 1.2.a", "Điều 1.2.b"]
    division = document.sections[1].children[0]
    assert (division.path, division.heading) == ("Chương II.Mục 1", "THỜI HẠN")


def test_a_text_without_any_title_is_one_document():
    documents = read_text("Hôm nay trời đẹp.\nNgày mai cũng vậy.").documents
    assert [(d.kind, d.status) for d in documents] == [("other", "unknown")]
    assert read_text("").documents == []


@pytest.mark.parametrize("second", ["Phụ lục II", "Phụ lục 2", "Phụ lục số 02"])
def test_an_appendix_after_the_table_of_another_is_its_own(second):
    attached = "(Kèm theo Kế hoạch số 9/KH-UBND ngày 02/3/2031)"
    table = "TT\tNhiệm vụ\tChủ trì\tHạn\n1\tIn sổ tay\tPhòng A\t15/4/2031\n"
    text = (
        "KẾ HOẠCH\nQuảng bá năm 2031\nI. MỤC TIÊU\n1. Ai cũng biết.\nNơi nhận:\n- Lưu: VT.\n"
        f"Phụ lục I\nVIỆC NĂM 2031\n{attached}\n{table}\n"
        f"{second}\nLỊCH VIẾT BÀI\n{attached}\n{table}"
    )
    documents = read_text(text).documents
    assert [d.title for d in documents[1:]] == ["VIỆC NĂM 2031", "LỊCH VIẾT BÀI"]
    assert [len(d.activities) for d in documents] == [0, 1, 1]
