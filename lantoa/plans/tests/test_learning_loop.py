"""The promise: what a reviewer corrected in one plan is right by itself in the next."""

from __future__ import annotations

import pytest

from lantoa.documents.models import LearnedRule
from lantoa.documents.services import learning
from lantoa.plans.services import corrections, drafts
from lantoa.plans.services.parties import Resolver
from lantoa.plans.tests.town import Town, party

pytestmark = pytest.mark.django_db
PLAN = """ỦY BAN NHÂN DÂN
THỊ XÃ SÔNG TRÀ
Số: {number}/KH-UBND

Sông Trà, ngày 10 tháng 01 năm {year}

KẾ HOẠCH
Tuyên truyền cải cách hành chính năm {year}

I. TỔ CHỨC THỰC HIỆN
1. Phòng TCCB chủ trì tổng hợp kết quả tuyên truyền, báo cáo vào dịp cuối vụ.
2. Ban Truyền thông cơ sở chủ trì phát sóng chuyên mục về cải cách hành chính.
"""


@pytest.fixture
def town() -> Town:
    return Town()


def load(town, year):
    data = PLAN.format(number=year - 2000, year=year).encode()
    plan = drafts.load(name=f"ke-hoach-{year}.txt", data=data, by=town.first)
    return plan, list(plan.draft_items.order_by("position"))


def correct(town, item, **values):
    return corrections.correct(item=item, version=item.version, values=values, by=town.first)


def meanings(plan, item):
    resolver = Resolver(plan=plan)
    return {one.label for named in item.parties for one in resolver.meaning(named).agencies}


def test_the_second_document_with_the_same_wording_needs_no_correction(town):
    plan, (report, broadcast) = load(town, 2026)
    assert meanings(plan, report) == meanings(plan, broadcast) == set()
    due = {"kind": "by_date", "text": "vào dịp cuối vụ", "by": "2026-10-15"}
    proposed = [
        *correct(town, report, parties=[party("Phòng Nội vụ")], due=due),
        *correct(town, broadcast, parties=[party("Phòng Nội vụ"), party("Văn phòng HĐND và UBND")]),
    ]
    assert [one.kind for one in proposed] == ["alias", "phrase", "class"]
    for rule in proposed:
        learning.activate(rule=rule, by=town.first)
    plan, (report, broadcast) = load(town, 2027)
    assert meanings(plan, report) == {"Phòng Nội vụ"}
    assert (report.due["kind"], report.due["by"]) == ("by_date", "2027-10-15")
    assert meanings(plan, broadcast) == {"Phòng Nội vụ", "Văn phòng HĐND và UBND"}
    assert set(LearnedRule.objects.values_list("used_count", flat=True)) == {1}


def test_what_nobody_agreed_to_is_not_used(town):
    _, (report, _) = load(town, 2026)
    (rule,) = correct(town, report, parties=[party("Phòng Nội vụ")])
    plan, (report, _) = load(town, 2027)
    assert meanings(plan, report) == set()
    learning.retire(rule=learning.activate(rule=rule, by=town.first), by=town.first)
    plan, (report, _) = load(town, 2028)
    assert meanings(plan, report) == set()
    rule.refresh_from_db()
    assert (rule.used_count, rule.state) == (0, "retired")


def test_the_lesson_knows_where_it_comes_from(town):
    plan, (report, _) = load(town, 2026)
    (rule,) = correct(town, report, parties=[party("Phòng Nội vụ")])
    assert (rule.document, rule.row_code, rule.line) == (plan.document, report.code, 11)
    assert rule.authority == town.authority
    assert report.state == "accepted"
