"""Loading a file as a draft: read, refused whole, loaded once, put away and brought back."""

from __future__ import annotations

import pytest

from lantoa.common.errors import NotAllowed
from lantoa.common.files import FileTooLarge
from lantoa.documents.errors import DocumentUnreadable
from lantoa.documents.factories import kept_files
from lantoa.documents.models import SignedDocument
from lantoa.plans.errors import AlreadyLoaded, AnotherDraftLives, NothingToPlan, PlanNotDraft
from lantoa.plans.models import Plan
from lantoa.plans.services import drafts
from lantoa.plans.tests.town import Town

pytestmark = pytest.mark.django_db

PLAN = """ỦY BAN NHÂN DÂN
THỊ XÃ SÔNG TRÀ
Số: 21/KH-UBND
Sông Trà, ngày 10 tháng 01 năm 2024

KẾ HOẠCH
Tuyên truyền cải cách hành chính thị xã Sông Trà năm 2024

I. MỤC TIÊU
- Nâng cao nhận thức của cán bộ, công chức về cải cách hành chính.
II. TỔ CHỨC THỰC HIỆN
1. Phòng Nội vụ
a) Chủ trì hướng dẫn, theo dõi việc thực hiện Kế hoạch này.
b) Định kỳ hàng tháng (trước ngày 25) tổng hợp kết quả, báo cáo UBND thị xã.
"""


@pytest.fixture
def town() -> Town:
    return Town()


def load(town, text=PLAN, *, name="ke-hoach.txt", by=None):
    return drafts.load(name=name, data=text.encode(), by=by or town.first)


def test_a_file_becomes_a_draft_of_the_authority_above_the_coordinator(town):
    plan = load(town)
    assert plan.title == "Kế hoạch tuyên truyền cải cách hành chính thị xã Sông Trà năm 2024"
    assert (plan.symbol, plan.year, plan.state) == ("21/KH-UBND", 2024, "draft")
    assert (plan.authority, plan.coordinator) == (town.authority, town.division)
    rows = {row.code: row for row in plan.draft_items.all()}
    assert {row.state for row in rows.values()} == {"pending"}
    assert rows["II.1.b"].due["day_of_month"] == 24
    assert rows["II.1.b"].nature == "duty"


def test_the_same_file_again_is_answered_with_the_first_draft(town):
    plan = load(town)
    with pytest.raises(AlreadyLoaded, match="Sông Trà") as refused:
        load(town, name="ban-sao.txt", by=town.second)
    assert refused.value.data["plan_id"] == plan.pk
    assert Plan.objects.count() == SignedDocument.objects.count() == 1


@pytest.mark.parametrize(
    ("data", "error"),
    [
        (b"", DocumentUnreadable),
        (b"\x00\x01\x02" * 400, DocumentUnreadable),
        ("Thư mời dự tiệc tất niên.".encode(), NothingToPlan),
    ],
)
def test_what_is_no_plan_is_refused_and_nothing_is_stored(town, data, error):
    before = kept_files()
    with pytest.raises(error):
        drafts.load(name="tep.txt", data=data, by=town.first)
    assert not SignedDocument.objects.exists()
    assert not Plan.objects.exists()
    assert kept_files() == before


def test_too_large_a_file_is_refused_before_reading(town, settings):
    settings.LANTOA_MAX_UPLOAD_BYTES = 1024 * 1024
    with pytest.raises(FileTooLarge, match="1 MB"):
        drafts.load(name="to.txt", data=b"a" * (1024 * 1024 + 1), by=town.first)


def test_only_coordinators_load(town):
    for actor in (town.inspector, town.officer):
        with pytest.raises(NotAllowed):
            load(town, by=actor)


def test_a_draft_put_away_can_be_brought_back_with_its_rows(town):
    plan = load(town)
    drafts.withdraw(plan=plan, by=town.first)
    back = drafts.reopen(plan=plan, by=town.second)
    assert (back.state, back.draft_items.count()) == ("draft", plan.draft_items.count())


def test_a_binding_plan_cannot_be_put_away(town):
    with pytest.raises(PlanNotDraft):
        drafts.withdraw(plan=town.plan(state="active"), by=town.first)


def test_a_draft_does_not_come_back_beside_a_newer_one_of_its_file(town):
    old = load(town)
    drafts.withdraw(plan=old, by=town.first)
    new = load(town)
    with pytest.raises(AnotherDraftLives):
        drafts.reopen(plan=old, by=town.first)
    drafts.withdraw(plan=new, by=town.first)
    assert drafts.reopen(plan=old, by=town.first).state == "draft"
