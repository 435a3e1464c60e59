"""The measures: a perfect reading scores 1, and each kind of slip costs what it should."""

from __future__ import annotations

import copy
import json

import pytest

from .alarms import PAGE, count_alarms
from .compose import compose
from .loading import Sample
from .scores import empty
from .scoring import score_reading
from .targets import TARGETS, missed

MARKED = """@clean
@doc plan | title=Tuyên truyền năm 2031 | number=7 | date=2031-01-05
KẾ HOẠCH
Tuyên truyền năm 2031
I. NHIỆM VỤ
@s I h
1. Phòng Nội vụ chủ trì, phối hợp với Công an huyện mở 05 lớp trước ngày 10/6/2031.
@s I.1
@o I.1 | L=Phòng Nội vụ | C=Công an huyện | D=by_date | by=2031-06-09 | t=5 lớp
2. Đề nghị Hội Nông dân huyện vận động hội viên tham gia đông đủ.
@s I.2
@o I.2 | L= | req=Hội Nông dân huyện
Nội dung\tChủ trì\tThời gian
Phát 2.000 tờ gấp tại chợ phiên\tBưu điện huyện\tHằng tuần
@a 1 | task=$0 | L=$1 | D=weekly
@f impossible-date | quote=Hằng tuần
"""


@pytest.fixture
def sample(tmp_path):
    text, expected = compose(MARKED)
    (tmp_path / "source.txt").write_text(text, "utf-8")
    for document in expected["documents"]:
        for each in [*document["obligations"], *document["sections"]]:
            line = each["span"][0] if "span" in each else each["line"]
            each["text"] = text.split("\n")[line - 1]
        for section in document["sections"]:
            section["text"] = section.get("heading") or section["starts"]
    return Sample("s", "tuning", tmp_path / "source.txt", text, expected)


def _party(role, name, *, group=False):
    return {"name": name, "role": role, "group": group}


def _perfect(sample):
    wanted = copy.deepcopy(sample.expected["documents"][0])
    head = {key: None for key in ("status", "parent", "version_of", "symbol", "place", "signer")}
    for each in [*wanted["obligations"], *wanted["activities"]]:
        due = {key: (v[0] if isinstance(v, list) else v) for key, v in each["due"].items()}
        blank = {"by": None, "start": None, "day_of_month": None, "rrule": None}
        each["due"] = {**blank, "external_symbol": None, **due}
        roles = ("lead", "coordinating", "requested")
        each["parties"] = [_party(role, name) for role in roles for name in each.get(role, [])]
    sections = [
        {"heading": "", "children": [], "paragraphs": [{"text": s["text"]}], **s}
        for s in wanted["sections"]
    ]
    finding = {"code": "impossible-date", "severity": "error", "line": 7, "quote": "Hằng tuần"}
    document = {**head, **wanted, "number": "7", "date": "2031-01-05", "sections": sections}
    return {"documents": [document], "findings": [{**finding, "message": "", "related": []}]}


def test_perfect_reading_scores_one_in_every_field(sample):
    scores = score_reading(sample, _perfect(sample))

    assert {name: score.f1 for name, score in scores.items()} == dict.fromkeys(scores, 1.0)


DUTY = ("documents", 0, "obligations", 0)
SLIPS = [
    (("documents", 0, "number"), "8", "head", (1, 1)),
    (("documents", 0, "sections", 1, "path"), "I.9", "section", (1, 1)),
    (("documents", 0, "sections", 1, "paragraphs"), [{"text": "Khác hẳn"}], "section", (1, 1)),
    (("documents", 0, "obligations"), [], "obligation", (0, 2)),
    ((*DUTY, "text"), "Một đoạn không có trong văn bản", "obligation", (1, 1)),
    ((*DUTY, "parties"), [_party("lead", "Phòng Nội")], "lead", (1, 1)),
    ((*DUTY, "parties"), [_party("lead", "phòng Nội vụ")], "lead", (0, 0)),
    ((*DUTY, "parties"), [], "coordinating", (0, 1)),
    ((*DUTY, "due", "by"), "2031-06-10", "due", (1, 1)),
    ((*DUTY, "due", "kind"), "unstated", "due", (0, 1)),
    ((*DUTY, "target"), None, "target", (0, 1)),
    ((*DUTY, "target", "value"), 6, "target", (1, 1)),
    ((*DUTY, "target", "unit"), "buổi", "target", (1, 1)),
    (
        (*DUTY, "parties"),
        [_party("coordinating", "Công an huyện mở 05 lớp")],
        "coordinating",
        (1, 1),
    ),
    (("documents", 0, "title"), f"Tuyên truyền năm 2031 {MARKED}", "head", (1, 1)),
    (("documents", 0, "sections", 1, "paragraphs"), [{"text": "Phòng Nội vụ"}], "section", (1, 1)),
    (("documents", 0, "activities"), [], "activity", (0, 1)),
    (("documents", 0, "activities", 0, "task"), "Phát tờ gấp cho dân", "activity", (1, 1)),
    (("documents", 0, "activities", 0, "task"), "Phát 2.000 tờ gấp", "activity", (1, 1)),
    (("findings",), [], "finding", (0, 1)),
    (("findings", 0, "line"), 3, "finding", (1, 1)),
]


@pytest.mark.parametrize(("way", "value", "field", "cost"), SLIPS)
def test_slip_costs_its_field(sample, way, value, field, cost):
    slipped = _perfect(sample)
    place = slipped
    for step in way[:-1]:
        place = place[step]
    place[way[-1]] = value

    score = score_reading(sample, slipped)[field]

    assert (score.wrong, score.missing) == cost, json.dumps(score.told, ensure_ascii=False)


def test_paragraphs_run_together_or_split_are_not_the_duty_expected(sample):
    joined = _perfect(sample)
    first, second = joined["documents"][0]["obligations"]
    first["text"] += " " + second["text"]
    del joined["documents"][0]["obligations"][1]

    assert score_reading(sample, joined)["obligation"].missing >= 1


def test_reading_nothing_misses_every_target(sample):
    nothing = {"documents": [], "findings": []}

    scores = score_reading(sample, nothing)

    assert missed(scores) == list(TARGETS)


def test_a_field_that_is_never_expected_meets_no_target():
    assert missed(empty()) == list(TARGETS)


def _alarm(code, severity):
    return {
        "code": code,
        "severity": severity,
        "line": 3,
        "quote": "x",
        "message": "",
        "related": [],
    }


def test_false_errors_are_counted_by_pages_and_warnings_are_not(sample):
    reading = _perfect(sample)
    reading["findings"] += [_alarm("past-year", "error"), _alarm("motto-missing", "warning")]

    alarms = count_alarms([(sample, reading)])

    assert len(alarms.told) == 1
    assert alarms.per_ten_pages == pytest.approx(10 * PAGE / len(sample.text))
    sample.expected["clean_otherwise"] = False
    assert count_alarms([(sample, reading)]).per_ten_pages is None
