"""`lantoa.toml`: found above the document, weighs findings, and is refused with its line."""

from __future__ import annotations

from pathlib import Path

import pytest

from lantoa.documents.reading.configuration import (
    BadConfiguration,
    configuration_for,
    read_configuration,
)
from lantoa.documents.reading.options import Options
from lantoa.documents.reading.reader import read_text

TEXT = "KẾ HOẠCH\nNăm 2031\n\nI. MỤC TIÊU\n\n1. Quyết định của của Ủy ban."


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "a" / "b").mkdir(parents=True)
    return tmp_path


def test_the_nearest_file_above_the_document_counts(folder: Path) -> None:
    (folder / "lantoa.toml").write_text('[checks]\nword-doubled = "error"\n', encoding="utf-8")
    document = folder / "a" / "b" / "vb.txt"
    assert configuration_for(document).severities == {"word-doubled": "error"}

    (folder / "a" / "lantoa.toml").write_text("before_is_strict = false\n", encoding="utf-8")
    assert configuration_for(document).before_is_strict is False
    assert configuration_for(document, chosen=folder / "lantoa.toml").before_is_strict is None


def test_without_a_file_nothing_is_changed(folder: Path) -> None:
    wanted = configuration_for(folder / "a" / "vb.txt")
    assert (dict(wanted.severities), wanted.before_is_strict) == ({}, None)


@pytest.mark.parametrize("level", ["off", "note", "warning", "error"])
def test_a_code_is_as_grave_as_it_is_wanted(level: str) -> None:
    found = read_text(TEXT, options=Options(severities={"word-doubled": level})).findings
    expected = [] if level == "off" else [level]
    assert [f.severity for f in found if f.code == "word-doubled"] == expected


BAD = [
    ('[checks]\n\nword-double = "off"\n', 3, "có phải “word-doubled”"),
    ('[checks]\nword-doubled = "loud"\n', 2, "không phải “loud”"),
    ("[checks]\nword-doubled = 3\n", 2, "không phải “3”"),
    ('before_is_strict = "no"\n', 1, "true hoặc false"),
    ("\nstrict = true\n", 2, "không có mục “strict”"),
    ("[other]\na = 1\n", 1, "không có mục “other”"),
    ("[checks\n", 1, "không đúng dạng TOML"),
    ('checks = "off"\n', 1, "[checks]"),
]


@pytest.mark.parametrize(("text", "line", "says"), BAD, ids=[bad[2] for bad in BAD])
def test_a_bad_value_is_one_sentence_with_its_line(
    folder: Path, text: str, line: int, says: str
) -> None:
    path = folder / "lantoa.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(BadConfiguration) as problem:
        read_configuration(path)
    told = str(problem.value)
    assert told.startswith(f"{path}, dòng {line}: ") and says in told and "\n" not in told
    assert f"line {line}" in problem.value.english


def test_a_file_that_cannot_be_read_is_one_sentence(folder: Path) -> None:
    (folder / "lantoa.toml").write_bytes(b"\xff\xfe\x00")
    for path in (folder / "lantoa.toml", folder / "none.toml"):
        with pytest.raises(BadConfiguration, match="Không đọc được"):
            read_configuration(path)
