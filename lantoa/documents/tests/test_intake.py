"""Taking a document in: read first, kept untouched, once, or not at all."""

from __future__ import annotations

import hashlib

import pytest

from lantoa.common import audit
from lantoa.common.errors import NotAllowed
from lantoa.common.files import FileTooLarge
from lantoa.documents.errors import DocumentUnreadable
from lantoa.documents.factories import kept_files, make_document, make_finding
from lantoa.documents.models import SignedDocument
from lantoa.documents.services import findings, intake
from lantoa.organisations.factories import make_actor, make_agency

pytestmark = pytest.mark.django_db
PLAN = """Số: 21/KH-UBND
Sông Trà, ngày 10 tháng 01 năm 2024

KẾ HOẠCH
Tuyên truyền cải cách hành chính năm 2024

I. TỔ CHỨC THỰC HIỆN
1. Phòng Nội vụ chủ trì, trước ngày 05/01/2024 gửi kế hoạch về UBND thị xã.
""".replace("\n", "\r\n")
DATA = PLAN.encode()


@pytest.fixture
def clerk():
    return make_actor(role="coordinator")


def take_in(clerk, data=DATA, name="ke-hoach.txt"):
    return intake.take_in(name=name, data=data, owner=clerk.agency, by=clerk)


def test_the_file_is_kept_byte_for_byte_with_its_lines_and_findings(clerk):
    document = take_in(clerk)
    with document.file.open("rb") as file:
        kept = file.read()
    assert kept == PLAN.encode()
    assert document.sha256 == hashlib.sha256(kept).hexdigest()
    assert document.text.split("\n")[3] == "KẾ HOẠCH"
    assert document.reading["documents"][0]["symbol"] == "21/KH-UBND"
    found = document.findings.get(code="deadline-before-issue")
    assert (found.line, found.severity) == (8, "error")
    assert audit.history(document).get().verb == "documents.loaded"


def test_the_same_bytes_are_kept_once_under_any_name(clerk):
    first = take_in(clerk)
    assert take_in(clerk, name="ban-sao.txt") == first
    assert SignedDocument.objects.count() == 1


@pytest.mark.parametrize("data", [b"", b"   \n \n", b"%PDF-1.4\n" + b"\x00\x80" * 99])
def test_an_unreadable_file_leaves_nothing_behind(clerk, data):
    before = kept_files()
    with pytest.raises(DocumentUnreadable) as refused:
        take_in(clerk, data)
    assert refused.value.text.endswith(".")
    assert not SignedDocument.objects.exists()
    assert kept_files() == before


def test_a_file_over_the_limit_is_not_read(clerk, settings):
    settings.LANTOA_MAX_UPLOAD_BYTES = len(PLAN.encode()) - 1
    with pytest.raises(FileTooLarge):
        take_in(clerk)
    settings.LANTOA_MAX_UPLOAD_BYTES += 1
    assert take_in(clerk).pk


@pytest.mark.parametrize("role", ["officer", "head", "inspector", "leader"])
def test_only_who_may_load_documents_loads_them(role):
    with pytest.raises(NotAllowed):
        take_in(make_actor(role=role))


def test_the_command_line_may_load_without_a_person(clerk):
    document = intake.take_in(name="a.txt", data=PLAN.encode(), owner=make_agency(), by=None)
    assert document.loaded_by is None


def test_a_finding_is_marked_seen_and_opened_again(clerk):
    finding = make_finding(make_document())
    findings.mark_seen(finding=finding, seen=True, by=clerk)
    finding.refresh_from_db()
    assert (finding.seen_by, finding.seen_at is not None) == (clerk.user, True)
    findings.mark_seen(finding=finding, seen=False, by=clerk)
    finding.refresh_from_db()
    assert (finding.seen_by, finding.seen_at) == (None, None)
    verbs = [entry.verb for entry in audit.history(finding.document)]
    assert verbs == ["documents.finding_reopened", "documents.finding_seen"]


def test_a_reader_does_not_mark_findings():
    with pytest.raises(NotAllowed):
        findings.mark_seen(
            finding=make_finding(make_document()), seen=True, by=make_actor(role="inspector")
        )
