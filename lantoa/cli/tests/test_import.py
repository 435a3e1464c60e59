"""`lantoa import`: a document becomes a draft plan, for the agency it names or the one told."""

from __future__ import annotations

import pytest

from lantoa.cli.main import main
from lantoa.documents.tests.scan_files import Paper, stored
from lantoa.organisations.factories import make_actor, make_agency
from lantoa.plans.models import Plan

TEXT = """ỦY BAN NHÂN DÂN
XÃ ĐỒI CHÈ
Số: 41/KH-UBND
Đồi Chè, ngày 20 tháng 01 năm 2026
KẾ HOẠCH
Truyền thông cải cách hành chính năm 2026
I. NHIỆM VỤ
1. Phòng Văn hóa phát bản tin cải cách hành chính hằng tuần.
"""


@pytest.fixture
def path(tmp_path, settings):
    settings.MEDIA_ROOT = tmp_path / "media"
    path = tmp_path / "ke-hoach.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


@pytest.fixture
def commune(db):
    return make_agency("UBND xã Đồi Chè", kind="commune", level="commune")


def test_the_issuer_named_in_the_document_owns_the_draft(path, commune, capsys):
    assert main(["import", str(path)]) == 0
    assert Plan.objects.get().authority == commune
    assert capsys.readouterr().out.startswith("Đã nạp thành bản dự thảo: ")


def test_the_owner_may_be_told_by_code(path, commune):
    other = make_agency("UBND xã Nà Pán", kind="commune", level="commune")
    assert main(["import", str(path), "--owner", other.code]) == 0
    assert Plan.objects.get().authority == other


def test_the_account_that_loads_is_recorded(path, commune):
    actor = make_actor(make_agency(parent=commune), role="coordinator")
    assert main(["import", str(path), "--by", actor.user.get_username()]) == 0
    assert Plan.objects.get().authority == commune


@pytest.mark.parametrize("extra", [["--by", "khong-ai"], ["--owner", "khong-co"]])
def test_an_unknown_account_or_agency_is_refused_and_nothing_is_kept(path, commune, extra, capsys):
    assert main(["import", str(path), *extra]) == 2
    assert capsys.readouterr().err.count("\n") == 1
    assert not Plan.objects.exists()


def test_the_same_file_twice_is_refused_in_words(path, commune, capsys):
    assert main(["import", str(path)]) == 0
    assert main(["import", str(path)]) == 2
    assert "đã được nạp" in capsys.readouterr().err
    assert Plan.objects.count() == 1


def test_an_officer_without_the_right_is_refused(path, commune):
    actor = make_actor(make_agency(parent=commune), role="officer")
    assert main(["import", str(path), "--by", actor.user.get_username()]) == 2
    assert not Plan.objects.exists()


def scan(*lines: str) -> bytes:
    return stored(Paper().lines(60, 100, lines).image, "PNG")


def test_a_scan_tells_its_pages_on_stderr_and_its_draft_on_stdout(tmp_path, commune, capsys):
    path = tmp_path / "quet.png"
    path.write_bytes(scan(*TEXT.splitlines()))
    assert main(["import", str(path), "--owner", commune.code]) == 0
    said = capsys.readouterr()
    assert said.err.splitlines() == [f"Đang nhận dạng bản quét: {done}/1 trang" for done in (0, 1)]
    assert said.out.count("\n") == 1
    assert Plan.objects.get().document.reading["file"]["ocr"] is True


def test_a_scan_that_gives_no_plan_is_refused_in_one_sentence(tmp_path, commune, capsys):
    path = tmp_path / "quet.png"
    path.write_bytes(scan("Thư mời dự tiệc tất niên của cơ quan."))
    assert main(["import", str(path), "--owner", commune.code]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    last = said.err.splitlines()[-1]
    assert last.startswith("lantoa: Tệp đọc được nhưng không có kế hoạch")
    assert not Plan.objects.exists()
