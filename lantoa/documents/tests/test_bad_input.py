"""Files that are no readable documents are refused with one clear sentence, quickly and safely."""

from __future__ import annotations

import errno
import io
import re
import zipfile
from pathlib import Path

import docx
import pytest
from hypothesis import HealthCheck, event, given, settings
from hypothesis import strategies as st

from lantoa.documents.reading import refusals, source
from lantoa.documents.reading.errors import UnreadableFile
from lantoa.documents.reading.reader import read_bytes, read_file

from . import word_files as word

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 64


def _zip(**files: bytes) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in files.items():
            made.writestr(name.replace("__", "/"), content)
    return stream.getvalue()


def _code(data: bytes, name: str = "a.docx") -> str:
    with pytest.raises(UnreadableFile) as refused:
        read_bytes(data, name=name)
    told = refused.value
    assert told.message.endswith(".") and told.english.endswith(".")
    assert "\n" not in told.message and told.message.count(". ") == 0
    return told.code


def _sound() -> bytes:
    document = docx.Document()
    number = word.define_list(document, [("upperRoman", "%1."), ("decimal", "%2.")])
    word.listed(document, number, 0, "MỤC TIÊU")
    word.listed(document, number, 1, "Phổ biến kế hoạch.")
    table = document.add_table(2, 3)
    table.cell(0, 0).merge(table.cell(0, 1)).text = "STT"
    return word.saved(document)


SOUND = _sound()
LAUGHS = b"""<?xml version="1.0"?><!DOCTYPE w [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">
<!ENTITY c "&b;&b;&b;&b;">]><w:document xmlns:w="x"><w:body>&c;</w:body></w:document>"""


CASES = {
    "nothing": (b"", "empty"),
    "white space": (b" \r\n\t\n", "empty"),
    "a mark alone": (b"\xef\xbb\xbf", "empty"),
    "gif": (b"GIF89a" + b"\x00" * 40, "not-a-document"),
    "half a png": (b"\x89PNG\r\n\x1a\n" + b"\x00" * 40, "broken-image"),
    "half a jpeg": (b"\xff\xd8\xff\xe0" + b"\x10" * 40, "broken-image"),
    "half a tiff": (b"II*\x00" + b"\x10" * 40, "broken-image"),
    "windows program": (b"MZ\x90\x00" + b"\x00\x01" * 40, "not-a-document"),
    "linux program": (b"\x7fELF" + b"\x00" * 40, "not-a-document"),
    "rtf": (b"{\\rtf1 abc}", "not-a-document"),
    "web page without text": (b"<!DOCTYPE html><html></html>", "empty"),
    "web page of programs": (b"<html><script>x()</script></html>", "empty"),
    "zero bytes": (b"abc\x00def\x00ghi", "not-a-document"),
    "all bytes": (bytes(range(256)) * 8, "not-a-document"),
    "half a pdf": (b"%PDF-1.7\n%\xe2\xe3", "broken-pdf"),
    "encrypted word": (OLE + "EncryptedPackage".encode("utf-16-le"), "encrypted"),
    "old word": (OLE + "WordDocument".encode("utf-16-le"), "old-word"),
    "old excel": (OLE + "Workbook".encode("utf-16-le"), "old-office"),
    "a zip": (_zip(a=b"x"), "not-docx"),
    "excel": (_zip(xl__workbook=b"x"), "not-docx"),
    "opendocument": (_zip(mimetype=b"x", content=b"x"), "not-docx"),
    "zip header alone": (b"PK\x03\x04" + b"\x00" * 50, "broken-docx"),
    "word without its end": (word.word_file("Kế hoạch")[:-400], "broken-docx"),
    "word cut short": (word.word_file("Kế hoạch")[:900], "broken-docx"),
    "broken xml": (
        word.with_part(word.word_file("x"), "word/document.xml", b"<w:document"),
        "broken-docx",
    ),
    "not word xml": (
        word.with_part(word.word_file("x"), "word/document.xml", b"<a/>"),
        "broken-docx",
    ),
    "entities": (word.with_part(word.word_file("x"), "word/document.xml", LAUGHS), "unsafe-xml"),
    "word without text": (word.word_file("", " "), "empty"),
    "utf-16 with zeros": ("xin chào\x00".encode("utf-16"), "not-a-document"),
    "half utf-16": (b"\xff\xfe\x00\xd8\x00", "unknown-encoding"),
    "one endless line": (("chữ " * 60_000).encode(), "line-too-long"),
    "lines without end": (b"a\n" * 200_000, "too-many-lines"),
    "half as many lines of Windows": (b"a\r\n" * 110_000, "too-many-lines"),
}


@pytest.mark.parametrize(("data", "code"), CASES.values(), ids=CASES.keys())
def test_what_is_no_document_is_refused_with_its_own_code(data, code):
    assert _code(data) == code


def test_as_many_lines_as_are_allowed_are_taken():
    assert len(source.to_lines("a\r\n" * 100_000)) == 100_000


def test_the_ending_of_the_name_is_not_believed():
    assert read_bytes("KẾ HOẠCH\nTuyên truyền".encode(), name="anh.png").documents
    assert _code(b"\x89PNG\r\n\x1a\n" + b"\x00" * 40, "ke-hoach.txt") == "broken-image"


def test_a_bomb_is_refused_by_what_it_declares():
    bomb = word.with_part(word.word_file("x"), "word/media/a.bin", b"\x00" * 60_000_000)
    assert len(bomb) < 200_000
    assert _code(bomb) == "expands-too-much"


def test_a_bomb_that_lies_about_its_size_is_stopped_while_it_expands(monkeypatch):
    monkeypatch.setattr("lantoa.documents.reading.docx_package.MAX_PART", 100_000)
    monkeypatch.setattr("lantoa.documents.reading.docx_package.MAX_EXPANDED", 10**12)
    monkeypatch.setattr("lantoa.documents.reading.docx_package._MAX_RATIO", 10**12)
    long = word.document_xml("<w:p><w:r><w:t>" + "a" * 200_000 + "</w:t></w:r></w:p>")
    assert _code(word.with_part(word.word_file("x"), "word/document.xml", long)) == (
        "expands-too-much"
    )


def test_tables_nested_without_end_are_refused():
    inner = "<w:p/>"
    for _ in range(40):
        inner = f"<w:tbl><w:tr><w:tc>{inner}</w:tc></w:tr></w:tbl>"
    data = word.with_part(word.word_file("x"), "word/document.xml", word.document_xml(inner))
    assert _code(data) == "too-deep"


def test_xml_nested_without_end_is_refused():
    inner = "<w:sdt>" * 5000 + "</w:sdt>" * 5000
    data = word.with_part(word.word_file("x"), "word/document.xml", word.document_xml(inner))
    assert _code(data) == "too-deep"


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.data())
def test_a_word_file_with_broken_parts_is_read_or_refused(data):
    name = data.draw(
        st.sampled_from(["word/document.xml", "word/numbering.xml", "word/styles.xml"])
    )
    with zipfile.ZipFile(io.BytesIO(SOUND)) as package:
        xml = package.read(name).decode()
    places = [match.span(1) for match in re.finditer(r'w:\w+="([^"]*)"', xml)]
    start, end = data.draw(st.sampled_from(places))
    value = data.draw(st.sampled_from(["", "-1", "9" * 12, "x", "1.5", "²", "%1%2", "٣"]))
    broken = word.with_part(SOUND, name, f"{xml[:start]}{value}{xml[end:]}".encode())
    try:
        assert read_bytes(broken, name="a.docx").file.text
    except UnreadableFile as refusal:
        event(refusal.code)


def test_the_main_part_may_have_another_name():
    with zipfile.ZipFile(io.BytesIO(SOUND)) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    parts["word/document2.xml"] = parts.pop("word/document.xml")
    parts["_rels/.rels"] = parts["_rels/.rels"].replace(b"document.xml", b"document2.xml")
    assert "MỤC TIÊU" in read_bytes(_zip(**parts), name="a.docx").file.text[0]


def test_a_file_beyond_the_limit_is_refused_without_being_read(tmp_path):
    path = tmp_path / "lon.txt"
    with path.open("wb") as stream:
        stream.truncate(200_000_000)
    with pytest.raises(UnreadableFile) as refused:
        read_file(path)
    assert refused.value.code == "too-large"
    assert "200,0 MB" in refused.value.message


def test_what_the_system_says_becomes_a_sentence(tmp_path):
    for path, code in [(tmp_path / "khong-co.txt", "missing"), (tmp_path, "directory")]:
        with pytest.raises(UnreadableFile) as refused:
            read_file(path)
        assert refused.value.code == code


@pytest.mark.parametrize(
    ("number", "code"),
    [
        (errno.EACCES, "no-permission"),
        (errno.ENOENT, "missing"),
        (errno.ENAMETOOLONG, "missing"),
        (errno.EISDIR, "directory"),
        (errno.EIO, "unreadable"),
    ],
)
def test_every_answer_of_the_system_has_its_own_sentence(number, code):
    assert refusals.from_os(OSError(number, "x"), "a.txt").code == code


def test_a_name_that_no_system_takes_is_a_missing_file():
    with pytest.raises(UnreadableFile) as refused:
        read_file(Path("a\x00b"))
    assert refused.value.code == "missing"


def test_limits_are_those_the_documentation_names():
    assert source.MAX_BYTES == 20_000_000
