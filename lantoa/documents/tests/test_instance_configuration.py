"""An instance's own `lantoa.toml`, beside its data, weighs what is found in a loaded document."""

from __future__ import annotations

from pathlib import Path

import pytest

from lantoa.documents.errors import DocumentUnreadable
from lantoa.documents.models import SignedDocument
from lantoa.documents.services import intake
from lantoa.organisations.factories import make_actor

pytestmark = pytest.mark.django_db
PLAN = """Số: 21/KH-UBND
Sông Trà, ngày 10 tháng 01 năm 2024

KẾ HOẠCH
Tuyên truyền cải cách hành chính năm 2024

I. TỔ CHỨC THỰC HIỆN
1. Phòng Nội vụ chủ trì, trước ngày 05/01/2024 gửi kế hoạch về UBND thị xã.
2. Phòng Nội vụ gửi báo cáo của của xã trước ngày 20/11/2024.
"""


@pytest.fixture
def folder(tmp_path: Path, settings) -> Path:
    settings.DATA = tmp_path
    return tmp_path


def take_in(clerk) -> SignedDocument:
    return intake.take_in(name="a.txt", data=PLAN.encode(), owner=clerk.agency, by=clerk)


def test_findings_are_as_grave_as_the_instance_wants(folder: Path) -> None:
    (folder / "lantoa.toml").write_text(
        "before_is_strict = false\n[checks]\n"
        'deadline-before-issue = "off"\nword-doubled = "error"\n',
        encoding="utf-8",
    )
    document = take_in(make_actor(role="coordinator"))

    found = {finding.code: finding.severity for finding in document.findings.all()}
    assert "deadline-before-issue" not in found and found["word-doubled"] == "error"
    duties = document.reading["documents"][0]["obligations"]
    assert duties[-1]["due"]["by"] == "2024-11-20"


def test_without_the_file_the_strict_reading_holds(folder: Path) -> None:
    document = take_in(make_actor(role="coordinator"))

    assert document.findings.filter(code="deadline-before-issue", severity="error").exists()
    assert document.reading["documents"][0]["obligations"][-1]["due"]["by"] == "2024-11-19"


def test_a_bad_file_is_told_and_nothing_is_stored(folder: Path) -> None:
    (folder / "lantoa.toml").write_text('[checks]\nword-doubled = "loud"\n', encoding="utf-8")

    with pytest.raises(DocumentUnreadable, match="dòng 2"):
        take_in(make_actor(role="coordinator"))
    assert not SignedDocument.objects.exists()
