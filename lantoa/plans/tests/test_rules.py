"""The pure rules of plans: due rules, periods, deadlines, standings, progress, words."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from re import findall

import pytest

from lantoa.common.rules.calendar import WorkingCalendar
from lantoa.plans.rules.deadlines import deadline, left_in_words
from lantoa.plans.rules.due_rule import DueRule
from lantoa.plans.rules.history import WORDS, said
from lantoa.plans.rules.natures import may_lack_lead, nature_of
from lantoa.plans.rules.progress import progress, together
from lantoa.plans.rules.states import LABELS, Facts, as_of, standing
from lantoa.plans.rules.titles import short, suggested_caption

DUE = date(2023, 3, 19)
TODAY = date(2023, 3, 10)


def day(text: str) -> date:
    return date.fromisoformat(text)


# Due rules


def test_a_due_rule_survives_being_stored():
    rule = DueRule(
        kind="quarterly",
        text="trước ngày 20 tháng cuối quý",
        start=day("2023-01-01"),
        by=day("2023-12-31"),
        day_of_month=19,
        rrule="FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=19",
        external_symbol="12/KH-UBND",
    )
    assert DueRule.from_json(rule.as_json()) == rule


def test_an_absent_due_is_unstated():
    assert DueRule.from_json({}).kind == "unstated"
    assert DueRule.from_json({"kind": None, "by": None}).by is None


# Deadlines


HOLIDAY = WorkingCalendar({day("2023-03-20"): "Ngày lễ thử"})


def steps(due: str | None, today: str | None, **rule: str) -> dict[str, str]:
    found = deadline(
        DueRule(**{"kind": "by_date", **rule}),
        day(due) if due else None,
        calendar=HOLIDAY,
        today=day(today) if today else None,
    )
    return dict(found.steps)


def test_a_stated_sunday_is_not_moved_but_the_last_working_day_is_named():
    found = deadline(DueRule("by_date"), DUE, calendar=HOLIDAY, today=TODAY)
    assert (found.due_on, found.act_by) == (DUE, day("2023-03-17"))
    told = dict(found.steps)
    assert "Chủ nhật" in told["Ngày cuối là ngày nghỉ"]
    assert told["Ngày làm việc cuối trước hạn"] == "17/03/2023"


@pytest.mark.parametrize(
    ("due", "today", "term", "words"),
    [
        ("2023-03-17", "2023-03-10", "Còn lại", "5 ngày làm việc sau hôm nay"),
        ("2023-03-17", "2023-03-17", "Còn lại", "hết hôm nay"),
        ("2023-03-19", "2023-03-18", "Còn lại", "không còn ngày làm việc nào trước hạn"),
        ("2023-03-21", "2023-03-17", "Còn lại", "1 ngày làm việc sau hôm nay"),
        ("2023-03-21", "2023-03-17", "Ngày lễ không tính", "20/03 (Ngày lễ thử)"),
        ("2023-03-17", "2023-03-22", "Đã quá hạn", "5 ngày, trong đó 2 ngày làm việc"),
    ],
)
def test_how_much_time_is_left_in_working_days(due, today, term, words):
    assert steps(due, today)[term] == words


def test_a_settled_duty_says_nothing_of_time_left():
    assert set(steps("2023-03-17", None)) == {"Ngày cuối còn đúng hạn"}


@pytest.mark.parametrize(
    ("rule", "words"),
    [
        ({"kind": "standing"}, "Việc thường xuyên"),
        ({"kind": "unstated"}, "không nêu thời hạn"),
        ({"kind": "external", "external_symbol": "12/KH-UBND"}, "(12/KH-UBND)"),
        ({"kind": "triggered", "text": "sau khi có hướng dẫn."}, "sau khi có hướng dẫn."),
        ({"kind": "triggered"}, "theo văn bản."),
    ],
)
def test_a_duty_without_a_day_says_why(rule, words):
    assert words in steps(None, "2023-03-10", **rule)["Thời hạn"]


@pytest.mark.parametrize(
    ("due", "words"),
    [(None, ""), (TODAY, "hết hôm nay"), (DUE, "còn 9 ngày"), (day("2023-03-01"), "quá 9 ngày")],
)
def test_time_left_beside_a_day(due, words):
    assert left_in_words(due, today=TODAY) == words


# Standings


@pytest.mark.parametrize(
    ("state", "due", "sent", "binding", "expected"),
    [
        ("open", 9, None, "directed", "not_due"),
        ("open", 8, None, "directed", "not_due"),
        ("open", 7, None, "directed", "due_soon"),
        ("open", 0, None, "directed", "due_soon"),
        ("open", -1, None, "directed", "overdue"),
        ("open", None, None, "directed", "standing"),
        ("open", -1, None, "requested", "no_information"),
        ("open", 9, None, "requested", "no_information"),
        ("open", None, None, "requested", "no_information"),
        ("submitted", -5, -1, "directed", "submitted"),
        ("submitted", None, -1, "requested", "submitted"),
        ("returned", 9, -1, "directed", "returned"),
        ("returned", None, -1, "directed", "returned"),
        ("returned", -1, -2, "directed", "overdue"),
        ("returned", -1, -2, "requested", "returned"),
        ("accepted", -1, -1, "directed", "done_on_time"),
        ("accepted", -2, -1, "directed", "done_late"),
        ("accepted", None, -1, "directed", "done_on_time"),
        ("accepted", 9, -1, "requested", "done_on_time"),
        ("accepted", -2, -1, "requested", "done_late"),
        # A look back: what was sent after the day had not been sent.
        ("accepted", -1, 3, "directed", "overdue"),
        ("submitted", 9, 3, "directed", "not_due"),
    ],
)
def test_standing_of_each_case(state, due, sent, binding, expected):
    def on(days: int | None) -> date | None:
        return None if days is None else TODAY + timedelta(days=days)

    found = standing(Facts(state, on(due), binding, on(sent)), today=TODAY)
    assert found.code == expected
    assert found.sentence.endswith(".") and found.label == LABELS[expected]


def test_a_decision_after_the_day_was_still_waited_for():
    facts = Facts("accepted", DUE, "directed", sent_on=TODAY, decided_on=TODAY + timedelta(days=1))
    assert as_of(facts, TODAY).state == "submitted"
    assert as_of(facts, TODAY + timedelta(days=1)) == facts


def test_a_returned_duty_past_its_day_says_both():
    found = standing(Facts("returned", DUE, "directed", DUE), today=day("2023-03-22"))
    assert found.sentence == (
        "Hạn cuối là 19/03/2023, đã quá 3 ngày. Minh chứng đã bị trả lại, cần gửi lại."
    )


# Progress


def test_progress_counts_every_standing_and_rounds_down():
    found = progress({"done_on_time": 2, "done_late": 1, "overdue": 1, "submitted": 196})
    assert (found.total, found.done, found.percent) == (200, 3, 1)
    assert found.on_time_percent == 50
    assert list(found.counts) == list(LABELS)
    assert progress({"done_on_time": 199, "not_due": 1}).percent == 99


def test_progress_of_nothing_is_zero_and_on_time_unknown():
    assert (progress({}).percent, progress({"not_due": 3}).on_time_percent) == (0, None)


def test_progress_of_parts_adds_up():
    whole = together([{"overdue": 2, "standing": 1}, {"overdue": 1}])
    assert (whole.overdue, whole.total, whole.counts["standing"]) == (3, 4, 1)


def test_an_unknown_standing_is_a_bug():
    with pytest.raises(ValueError, match="unknown"):
        progress({"late": 1})


# Natures, titles, words


@pytest.mark.parametrize(
    ("headings", "nature"),
    [
        (["I. MỤC TIÊU, YÊU CẦU", "1. Mục tiêu"], "goal"),
        (["I. MỤC TIÊU, YÊU CẦU", "2. Yêu cầu"], "requirement"),
        (["II. NỘI DUNG, HÌNH THỨC", "1. Nội dung tuyên truyền"], "content"),
        (["II. NỘI DUNG, HÌNH THỨC", "3. Hình thức tuyên truyền"], "channel"),
        (["III. TỔ CHỨC THỰC HIỆN", "1. Phòng Nội vụ"], "duty"),
        (["Nhiệm vụ và giải pháp"], "duty"),
        (["Quan điểm chỉ đạo"], "requirement"),
        ([], "duty"),
    ],
)
def test_nature_comes_from_the_nearest_heading_that_says_something(headings, nature):
    assert nature_of(headings) == nature


def test_only_principles_may_lack_a_lead():
    assert may_lack_lead("goal") and not may_lack_lead("duty") and not may_lack_lead("activity")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Gửi tin, bài hằng tháng.", "Gửi tin, bài hằng tháng"),
        ("- Gửi  tin,\nbài", "Gửi tin, bài"),
        ("Tuyên truyền " + "cải cách " * 20, "…"),
        ("Phát huy vai trò người đứng đầu trong thực hiện; " + "chữ " * 40, "thực hiện…"),
        ("x" * 300, "…"),
    ],
)
def test_a_short_title_never_breaks_a_word(text, expected):
    found = short(text)
    assert found.endswith(expected) and len(found) <= 111
    assert expected != "…" or found.rstrip("…") in " ".join(text.split())


def test_a_suggested_caption_names_the_period():
    assert suggested_caption("Treo băng rôn.", "Quý I/2023") == "Treo băng rôn (Quý I/2023)"


def test_every_verb_recorded_about_evidence_has_vietnamese_words():
    services = Path(__file__).resolve().parents[1] / "services"
    sources = "".join(path.read_text(encoding="utf-8") for path in services.glob("*.py"))
    verbs = set(findall(r'"(evidence\.[a-z_]+)"', sources))
    assert verbs - {"evidence.submit", "evidence.decide"} == set(WORDS)


def test_a_verb_of_another_app_still_has_a_line():
    assert said("organisations.carried_over", {}).what == "Cập nhật"


def test_a_reason_or_caption_is_the_note_of_its_row():
    assert said("evidence.returned", {"reason": "Ảnh mờ"}).note == "Ảnh mờ"
    assert said("evidence.attached", {"caption": "Hội nghị", "evidence": 3}).note == "Hội nghị"
