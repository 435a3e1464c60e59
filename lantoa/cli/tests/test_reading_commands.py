"""`lantoa read`, `check` and `diff` as the contract describes them."""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path

import jsonschema
import pytest

from lantoa.documents import reading
from lantoa.documents.tests.raw_pdf import certificate, signed

from .command import ENGLISH, SAMPLE, lantoa

SCHEMA = json.loads((Path(reading.__file__).parent / "document.schema.json").read_text("utf-8"))
CLEAN = "KẾ HOẠCH\nTuyên truyền năm 2031\n\nI. MỤC TIÊU\n\n1. Phổ biến kế hoạch đến công chức.\n"


@pytest.fixture
def clean(tmp_path):
    path = tmp_path / "kế hoạch.txt"
    path.write_text(CLEAN, encoding="utf-8")
    return path


def test_read_tells_a_person_what_it_understood():
    outcome = lantoa("read", SAMPLE)
    assert outcome.code == 0 and outcome.err == ""
    for words in ("Nhận ra 4 văn bản", "QUYẾT ĐỊNH 130/QĐ-UBND", "Lê Minh Tâm", "Căn cứ (6)",
                  "Bảng hoạt động: 14", "Là bản khác của: [2] kế hoạch"):  # fmt: skip
        assert words in outcome.out
    assert max(map(len, outcome.out.splitlines())) <= 160


def test_read_speaks_english_when_the_environment_does():
    outcome = lantoa("read", SAMPLE, **ENGLISH)
    assert "Documents found: 4." in outcome.out
    assert "Activities: 14" in outcome.out


def test_read_json_follows_the_schema():
    outcome = lantoa("read", SAMPLE, "--json")
    data = json.loads(outcome.out)
    jsonschema.Draft202012Validator(SCHEMA).validate(data)
    assert data["file"]["name"] == "source.txt" and data["file"]["lines"] >= 649


def test_check_prints_findings_like_a_linter_and_fails_on_an_error():
    outcome = lantoa("check", SAMPLE)
    assert outcome.code == 1
    shape = re.compile(rf"{re.escape(str(SAMPLE))}:\d+: (error|warning|note) [a-z0-9-]+: \S.*")
    assert outcome.out.splitlines()
    assert all(shape.fullmatch(line) for line in outcome.out.splitlines())


def test_check_of_a_document_without_errors_succeeds(clean):
    outcome = lantoa("check", clean)
    assert outcome.code == 0
    assert " error " not in outcome.out


def test_check_json_is_the_findings_alone():
    outcome = lantoa("check", SAMPLE, "--json")
    findings = json.loads(outcome.out)
    schema = {"type": "array", "items": {"$ref": "#/$defs/finding"}, "$defs": SCHEMA["$defs"]}
    jsonschema.Draft202012Validator(schema).validate(findings)
    assert outcome.code == 1 and len(findings) > 10


def test_diff_compares_two_files_word_by_word(tmp_path, clean):
    other = tmp_path / "b.txt"
    other.write_text(CLEAN.replace("công chức", "viên chức"), encoding="utf-8")
    assert "[-công-] {+viên+} chức" in lantoa("diff", clean, other).out
    counts = json.loads(lantoa("diff", clean, other, "--json").out)["counts"]
    assert (counts["changed"], counts["added"], counts["removed"]) == (1, 0, 0)


def test_diff_of_one_file_compares_the_versions_it_holds():
    counts = json.loads(lantoa("diff", SAMPLE, "--json").out)["counts"]
    assert counts["changed"] == 10 and counts["equal"] > 100


def test_diff_tells_what_is_ordered_otherwise():
    assert "Thay đổi về nội dung giao việc (2):" in lantoa("diff", SAMPLE).out
    changes = json.loads(lantoa("diff", SAMPLE, "--json").out)["changes"]
    assert [(one["kind"], one["path"]) for one in changes] == [
        ("lead_changed", "II.3.1.5"),
        ("figure_changed", ""),
    ]


def test_a_register_names_the_agencies_that_are_known(tmp_path, clean):
    register = tmp_path / "danh-ba.json"
    register.write_text(
        json.dumps({"agencies": [{"name": "Phòng Nội vụ", "aliases": ["PNV"]}]}), "utf-8"
    )
    assert lantoa("read", clean, "--register", register).code == 0


def test_before_a_day_may_include_the_day(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text(CLEAN.replace(" đến công chức", " trước ngày 20/3/2031"), "utf-8")

    def due(*extra):
        data = json.loads(lantoa("read", path, "--json", *extra).out)
        return data["documents"][0]["obligations"][0]["due"]["by"]

    assert due() == "2031-03-19"
    assert due("--before-includes-day") == "2031-03-20"


def test_reading_commands_start_without_django_and_help_without_reading():
    code = (
        "import sys; from lantoa.cli.main import main; "
        f"main(['read', {str(SAMPLE)!r}, '--json']); "
        "heavy = {'django', 'wagtail', 'lxml', 'docx', 'pypdfium2', 'PIL', 'asn1crypto', "
        "'cryptography'}; "
        "sys.exit(any(m.split('.')[0] in heavy for m in sys.modules))"
    )
    import subprocess

    done = subprocess.run([sys.executable, "-c", code], stdout=subprocess.DEVNULL, check=False)
    assert done.returncode == 0
    code = (
        "import contextlib, sys; from lantoa.cli.main import main\n"
        "with contextlib.suppress(SystemExit): main(['--help'])\n"
        "sys.exit(any(m.startswith(('lantoa.documents', 'django')) for m in sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", code], stdout=subprocess.DEVNULL, check=False)
    assert done.returncode == 0


def test_a_signed_pdf_tells_its_signer_and_what_was_not_examined(tmp_path):
    path = tmp_path / "a.pdf"
    path.write_bytes(signed(certificate("Nguyễn Văn Bình", "Sở Nội vụ")))
    told = lantoa("read", path).out
    assert "Tệp: a.pdf (1 trang, " in told
    assert "Chữ ký số: Nguyễn Văn Bình, Sở Nội vụ, ký lúc " in told
    assert "chữ ký phủ toàn bộ tệp" in told and "chưa kiểm tra chứng thư số" in told
    path.write_bytes(path.read_bytes() + b"%%EOF them vao")
    assert "có phần thêm vào sau khi ký" in lantoa("read", path).out
