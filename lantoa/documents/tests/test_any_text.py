"""Whatever the text, reading it never raises, and what it says of the text is true of it."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lantoa.documents.reading.errors import UnreadableFile
from lantoa.documents.reading.reader import read_bytes, read_text

SCHEMA = json.loads(
    (Path(__file__).parents[1] / "reading/document.schema.json").read_text(encoding="utf-8")
)
VALIDATOR = jsonschema.Draft202012Validator(SCHEMA)

# Pieces that steer generated text into every branch: titles, labels, tables, heads, feet, marks.
PIECES = [
    "QUYẾT ĐỊNH", "QUYẾT ĐỊNH:", "KẾ HOẠCH", "PHỤ LỤC I", "Phụ lục", "CHỈ THỊ", "KẾ HOẠCH NĂM 2031",
    "Số: 12 /KH-UBND", "Số:    /QĐ-UBND", "Hòa Lạc, ngày 03 tháng 02 năm 2031", 
    "DỰ THẢO",
    "(Ban hành kèm theo Quyết định số 5/QĐ-UBND ngày 31/02/2031", "của UBND huyện)",
    "Căn cứ Luật Tổ chức chính quyền địa phương;", "I. MỤC TIÊU", "II.", "1. Mục tiêu", "1)", "a)",
    "3.1. Hình thức", "1.1.1.1.1.1.1 x", "Điều 1. Phạm vi", "Chương II", "- gạch", "+ cộng",
    "i) la mã",
    "STT\tNhiệm vụ\tThời gian", "1\tTổ chức hội nghị\tQuý I", "\tnối tiếp\t", "I\tNhóm\t",
    "| TT | Nội dung | Chủ trì |", "|---|---|---|", "| 1 | a | |", "Nơi nhận:", "- Lưu: VT.",
    "TM. ỦY BAN NHÂN DÂN", "Trần Thị Bưởi", "./.", "✓", "9 } - chữ", "<ul style=x> - a", "**đậm**",
    "phòng Nội vụ chủ trì trước ngày 30/02/2031", "100% cán bộ",
    "2", "Trang 3/4", "", " ", "\u00a0",
]  # fmt: skip
LINES = st.one_of(
    st.sampled_from(PIECES), st.text(max_size=60), st.text("IVX.)1a-\t| ", max_size=12)
)
TEXTS = st.one_of(st.text(max_size=400), st.lists(LINES, max_size=40).map("\n".join))
SLOW = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def _spans(value: object) -> list[list[int]]:
    if isinstance(value, dict):
        own = [value["span"]] if "span" in value else list(value.get("spans", []))
        return own + [span for item in value.values() for span in _spans(item)]
    if isinstance(value, list):
        return [span for item in value for span in _spans(item)]
    return []


def _lines(value: object) -> list[int]:
    if isinstance(value, dict):
        own = [value["line"]] if isinstance(value.get("line"), int) else []
        return own + [line for item in value.values() for line in _lines(item)]
    if isinstance(value, list):
        return [line for item in value for line in _lines(item)]
    return []


@SLOW
@given(TEXTS)
def test_any_text_is_read_and_its_reading_is_valid_and_inside_the_text(text):
    data = json.loads(json.dumps(read_text(text).as_dict()))
    VALIDATOR.validate(data)
    count = data["file"]["lines"]
    assert all(1 <= first <= last <= count for first, last in _spans(data["documents"]))
    assert all(1 <= line <= count for line in _lines([data["documents"], data["findings"]]))


@SLOW
@given(TEXTS)
def test_documents_of_a_text_follow_each_other_and_point_at_each_other_rightly(text):
    documents = read_text(text).documents
    for index, document in enumerate(documents):
        if index:
            assert documents[index - 1].span[1] < document.span[0]
        for pointer in (document.parent, document.version_of):
            assert pointer is None or (0 <= pointer < len(documents) and pointer != index)


@SLOW
@given(TEXTS)
def test_reading_the_same_text_twice_says_the_same(text):
    assert read_text(text).as_dict() == read_text(text).as_dict()


@SLOW
@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused_with_a_sentence(data):
    try:
        VALIDATOR.validate(json.loads(json.dumps(read_bytes(data, name="a.txt").as_dict())))
    except UnreadableFile as refusal:
        sentences = (refusal.message, refusal.english)
    else:
        sentences = ()
    assert all(sentence.endswith(".") for sentence in sentences)
