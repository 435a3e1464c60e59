"""Whatever goes wrong, the command says one sentence and ends with 2."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from .command import ENGLISH, SAMPLE, environment, lantoa, refused


@pytest.mark.parametrize("command", ["read", "check", "diff", "import"])
def test_a_missing_file_is_named(command):
    assert refused(lantoa(command, "khong-co.txt")) == "Không tìm thấy tệp “khong-co.txt”."


def test_the_sentence_is_english_where_the_environment_is():
    assert refused(lantoa("read", "nope.txt", **ENGLISH)) == "There is no file “nope.txt”."


def test_the_plain_locale_speaks_vietnamese():
    told = refused(lantoa("read", "nope.txt", LANG="C", LC_ALL="C"))
    assert told.startswith("Không tìm thấy")


@pytest.mark.parametrize("command", ["read", "check", "diff", "import"])
@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "không có nội dung"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "Tệp ảnh bị hỏng"),
        (b"PK\x03\x04\x00\x00", "bị hỏng"),
        (b"%PDF-1.4\n", "PDF"),
        (b"a\x00b\x00\x00c", "nhị phân"),
    ],
    ids=["empty", "image", "cut word file", "pdf", "binary"],
)
def test_a_bad_file_is_refused_in_words(tmp_path, command, content, words):
    path = tmp_path / "a.docx"
    path.write_bytes(content)
    assert words in refused(lantoa(command, path))


def test_what_is_no_regular_file_is_refused_at_once(tmp_path):
    assert "là thư mục" in refused(lantoa("read", tmp_path))
    os.mkfifo(tmp_path / "ong")
    for path in (tmp_path / "ong", "/dev/zero"):
        assert "thiết bị hoặc đường ống" in refused(lantoa("read", path))


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["doc", "a.txt"], "Không có lệnh “doc”"),
        (["read"], "Thiếu tham số TỆP"),
        (["read", "a.txt", "--yaml"], "Không có tùy chọn “--yaml”"),
        (["read", "a.txt", "b.txt"], "Thừa tham số “b.txt”"),
        (["read", "a.txt", "--register"], "cần một giá trị"),
        (["read", SAMPLE, "--register", "khong-co.json"], "Không mở được danh bạ"),
        (["read", SAMPLE, "--register", SAMPLE], "không đúng dạng"),
    ],
)
def test_a_wrong_call_is_explained(arguments, words):
    assert words in refused(lantoa(*arguments))


def test_one_version_is_not_compared_with_itself(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("KẾ HOẠCH\nTuyên truyền\n\nI. A\n\n1. B.\n", encoding="utf-8")
    assert "chỉ có một bản" in refused(lantoa("diff", path))


def test_output_that_cannot_be_written_is_a_sentence():
    with open("/dev/full", "wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "lantoa.cli", "read", str(SAMPLE), "--json"],
            stdout=full,
            stderr=subprocess.PIPE,
            env=environment({}),
            check=False,
        )
    assert done.returncode == 2
    assert done.stderr.decode() == "lantoa: Không ghi được kết quả ra.\n"


def test_a_reader_that_goes_away_is_no_failure_to_tell():
    process = subprocess.Popen(
        [sys.executable, "-m", "lantoa.cli", "read", str(SAMPLE), "--json"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment({}),
    )
    assert process.stdout and process.stderr
    process.stdout.close()
    told = process.stderr.read().decode()
    process.stderr.close()
    assert process.wait(60) == 141
    assert told == ""


def test_help_of_every_command_has_an_example_in_both_languages():
    listed = [line.split()[0] for line in lantoa("--help").out.splitlines() if line[:2] == "  "]
    names = [name for name in listed if name != "lantoa"]
    assert {"read", "check", "diff", "import"} <= set(names)
    for name in names:
        assert f"Ví dụ:\n  lantoa {name}" in lantoa(name, "--help").out
    assert "Example:\n  lantoa read" in lantoa("read", "--help", **ENGLISH).out


def test_an_error_nobody_foresaw_is_a_sentence_too(tmp_path, monkeypatch):
    (tmp_path / "sitecustomize.py").write_text(
        "import lantoa.documents.reading.reader as r\n"
        "def broken(*a, **k): raise ZeroDivisionError\n"
        "r.read_file = broken\n"
    )
    told = refused(lantoa("read", SAMPLE, PYTHONPATH=str(tmp_path)))
    assert "ZeroDivisionError" in told
