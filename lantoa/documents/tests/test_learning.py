"""Learned rules: proposed once, used when a person says so, given up and brought back, carried."""

from __future__ import annotations

import json

import pytest

from lantoa.common import audit
from lantoa.common.errors import NotAllowed, NotFound
from lantoa.documents.errors import RulesFileBad, RuleUnusable
from lantoa.documents.factories import make_document, make_rule
from lantoa.documents.models import LearnedRule
from lantoa.documents.selectors import learned
from lantoa.documents.services import learning
from lantoa.documents.services.learning import Lesson, Source
from lantoa.organisations.errors import AliasTaken
from lantoa.organisations.factories import make_actor, make_agency

pytestmark = pytest.mark.django_db
MONTHLY = Lesson("phrase", "Kỳ  lĩnh lương", {"kind": "monthly", "day_of_month": 24})


class Town:
    def __init__(self):
        self.authority = make_agency("UBND thị xã Sông Trà", kind="people_committee")
        self.division = make_agency("Phòng Nội vụ", code="noi-vu", parent=self.authority)
        self.by = make_actor(self.division, role="coordinator")
        self.officer = make_actor(self.division, role="officer")
        self.inspector = make_actor(self.division, role="inspector")

    def propose(self, lesson=MONTHLY, **values):
        return learning.propose(authority=self.authority, lesson=lesson, by=self.by, **values)

    def alias(self, name="Phòng NVTX"):
        return self.propose(Lesson("alias", name, {"agency": "noi-vu"}))


@pytest.fixture
def town():
    return Town()


def names(town):
    return set(town.division.aliases.values_list("name", flat=True))


def test_a_lesson_is_kept_with_its_source_and_its_words(town):
    document = make_document(owner=town.authority)
    rule = town.propose(source=Source(document, "IV.1", 12))
    assert (rule.phrase, rule.key, rule.state) == ("Kỳ lĩnh lương", "kỳ lĩnh lương", "proposed")
    assert rule.meaning == "hằng tháng, hạn cuối ngày 24"
    assert learned.proposed_from(document.pk) == {"IV.1": [rule]}
    assert audit.history(rule).get().verb == "documents.rule_proposed"


def test_only_those_who_review_teach(town):
    for service in (learning.activate, learning.retire):
        with pytest.raises(NotAllowed):
            service(rule=make_rule(town.authority), by=town.officer)
    with pytest.raises(NotAllowed):
        learning.propose(authority=town.authority, lesson=MONTHLY, by=town.inspector)
    with pytest.raises(NotAllowed):
        learning.import_(authority=town.authority, data=b"{}", by=town.inspector)
    with pytest.raises(NotAllowed):
        learning.export(authority=town.authority, by=town.officer)


def test_what_is_known_or_declined_is_not_proposed_again(town):
    rule = town.propose()
    assert town.propose() == rule
    learning.retire(rule=rule, by=town.by)
    assert town.propose() is None
    learning.activate(rule=rule, by=town.by)
    assert town.propose() is None


def test_a_newer_meaning_takes_the_place_of_an_undecided_one(town):
    rule = town.propose()
    newer = town.propose(Lesson("phrase", "kỳ lĩnh lương", {"kind": "weekly"}))
    assert newer == rule and newer.meaning == "hằng tuần"


def test_activating_gives_up_another_meaning_of_the_phrase(town):
    first = learning.activate(rule=town.propose(), by=town.by)
    second = town.propose(Lesson("phrase", "kỳ lĩnh lương", {"kind": "weekly"}))
    learning.activate(rule=second, by=town.by)
    assert [one.phrase for one in learned.active(town.authority)] == ["kỳ lĩnh lương"]
    first.refresh_from_db()
    assert first.state == "retired"


def test_a_name_goes_into_the_register_and_out_again(town):
    rule = town.alias()
    assert names(town) == set()
    rule = learning.activate(rule=rule, by=town.by)
    assert names(town) == {"Phòng NVTX"}
    learning.retire(rule=rule, by=town.by)
    assert names(town) == set()
    learning.activate(rule=rule, by=town.by)
    assert names(town) == {"Phòng NVTX"}


def test_a_name_that_stood_there_before_stays(town):
    town.division.aliases.create(name="Phòng NVTX", folded="phong nvtx")
    rule = learning.activate(rule=town.alias(), by=town.by)
    learning.retire(rule=rule, by=town.by)
    assert names(town) == {"Phòng NVTX"}
    assert town.alias() is None


def test_a_name_of_another_agency_is_refused_and_nothing_changes(town):
    make_agency("Phòng Tư pháp", parent=town.authority)
    rule = town.alias("Phòng Tư pháp")
    with pytest.raises(AliasTaken):
        learning.activate(rule=rule, by=town.by)
    rule.refresh_from_db()
    assert rule.state == "proposed"


def test_an_unknown_agency_cannot_be_taught(town):
    with pytest.raises(RuleUnusable):
        town.propose(Lesson("alias", "Phòng X", {"agency": "khong-co"}))


def test_each_authority_has_its_own(town):
    rule = make_rule(town.authority)
    stranger = make_actor(make_agency(), role="coordinator")
    assert learned.get_for(town.by, rule.pk, to="learn") == rule
    assert learned.get_for(town.inspector, rule.pk) == rule
    with pytest.raises(NotFound):
        learned.get_for(stranger, rule.pk)
    with pytest.raises(NotFound):
        learned.get_for(town.officer, rule.pk)
    with pytest.raises(NotAllowed):
        learned.get_for(town.inspector, rule.pk, to="learn")


def test_a_file_carries_everything_to_another_place(town):
    members = {"members": [{"code": "noi-vu", "name": "Phòng Nội vụ"}]}
    learning.activate(rule=town.alias(), by=town.by)
    town.propose()
    town.propose(Lesson("class", "Khối nội chính", members))
    data = json.dumps(learning.export(authority=town.authority, by=town.by)).encode()
    LearnedRule.objects.all().delete()
    done = learning.import_(authority=town.authority, data=data, by=town.by)
    assert (done.added, done.known, done.refused) == (3, 0, [])
    assert set(LearnedRule.objects.values_list("state", flat=True)) == {"proposed"}
    done = learning.import_(authority=town.authority, data=data, by=town.by)
    assert LearnedRule.objects.count() == 3
    again = json.loads(data.decode().replace('"noi-vu"', '"khong-co"'))
    again["rules"] = [one for one in again["rules"] if one["kind"] == "alias"]
    done = learning.import_(authority=town.authority, data=json.dumps(again).encode(), by=town.by)
    assert (done.added, done.refused) == (0, ["Phòng NVTX"])


RULE = {"kind": "phrase", "phrase": "x y", "value": {"kind": "monthly"}}
BAD = [
    b"", b"\xff\xfe", b"[]", b"{}", b'{"schema_version": 2, "rules": []}', b"null", b"[" * 99_999,
    *(
        json.dumps({"schema_version": 1, "rules": [RULE, {**RULE, **odd}]}).encode()
        for odd in (
            {"kind": "other"}, {"phrase": ""}, {"phrase": 5}, {"value": {}}, {"value": None},
            {"kind": "class", "value": {"members": []}}, {"kind": "alias", "value": {}},
            {"kind": "class", "value": {"members": [{"code": "a"}]}},
        )
    ),
]  # fmt: skip


@pytest.mark.parametrize("data", BAD)
def test_a_file_of_something_else_adds_nothing(town, data):
    with pytest.raises(RulesFileBad):
        learning.import_(authority=town.authority, data=data, by=town.by)
    assert not LearnedRule.objects.exists()
