"""What an action on many rows does to each: one table per kind."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from lantoa.plans.rules.bulk import Details, Row, acceptance, extension, mark, reminder

OPEN = Row(
    key=1, state="open", standing="due_soon", due_on=date(2023, 3, 24), sent_on=None, agency=7,
    sender=None, running=True, excused=False,
)  # fmt: skip
SENT = replace(OPEN, state="submitted", standing="submitted", sent_on=date(2023, 3, 20), sender=5)


@pytest.mark.parametrize(
    ("row", "refused", "said"),
    [
        (SENT, False, "đúng hạn"),
        (replace(SENT, sent_on=date(2023, 3, 25)), False, "trễ hạn"),
        (replace(SENT, due_on=None), False, "đúng hạn"),
        (replace(SENT, state="accepted"), True, "trước đó"),
        (replace(SENT, state="returned"), True, "Đã trả lại"),
        (OPEN, True, "chưa gửi"),
        (replace(SENT, sender=9), True, "Bạn là người gửi"),
    ],
)
def test_only_what_others_sent_and_what_waits_is_accepted(row, refused, said):
    verdict = acceptance(row, user=9)
    assert verdict.refused is refused and said in verdict.said


@pytest.mark.parametrize(
    ("row", "details", "refused", "said"),
    [
        (OPEN, Details(until="2023-04-30"), False, "24/03/2023 → 30/04/2023"),
        (OPEN, Details(days=10), False, "24/03/2023 → 03/04/2023"),
        (OPEN, Details(until="2023-03-24"), True, "không sau hạn hiện nay"),
        (replace(OPEN, due_on=None), Details(days=10), True, "không có ngày hạn"),
        (replace(OPEN, agency=3), Details(days=10), True, "chính đơn vị bạn"),
        (replace(OPEN, asked=True), Details(days=10), True, "chờ trả lời"),
        (replace(OPEN, excused=True), Details(days=10), True, "không phải thực hiện"),
        (replace(OPEN, running=False), Details(days=10), True, "không còn hiệu lực"),
        (SENT, Details(days=10), True, "đang chờ duyệt"),
        (
            replace(SENT, state="accepted", standing="done_late"),
            Details(days=1),
            True,
            "hoàn thành",
        ),
    ],
)
def test_only_what_is_still_to_be_done_gets_a_later_day(row, details, refused, said):
    verdict = extension(row, details, own_agency=3)
    assert verdict.refused is refused and said in verdict.said


@pytest.mark.parametrize(
    ("row", "reached", "spared", "refused", "said"),
    [
        (OPEN, ("An", "Bình"), (), False, "An, Bình"),
        (replace(OPEN, standing="overdue"), ("An",), ("Bình",), False, "Gửi cho An."),
        (OPEN, (), ("An",), True, "đủ số lần: An"),
        (OPEN, (), (), True, "chưa có người nhận"),
        (replace(OPEN, standing="not_due"), ("An",), (), True, "chưa đến hạn"),
        (replace(OPEN, due_on=None), ("An",), (), True, "không có ngày hạn"),
        (SENT, ("An",), (), True, "đang chờ duyệt"),
    ],
)
def test_only_what_presses_is_urged_and_only_with_somebody_to_write_to(
    row, reached, spared, refused, said
):
    verdict = reminder(row, reached=reached, spared=spared)
    assert verdict.refused is refused and said in verdict.said


def test_details_come_back_from_what_was_kept():
    asked = Details(days=3, reason="Chờ tài liệu")
    assert Details.of({**asked.kept, "of_another_version": 1}) == asked


def test_the_mark_differs_as_soon_as_one_thing_seen_differs():
    assert mark("open", date(2023, 3, 24)) == mark("open", date(2023, 3, 24))
    assert mark("open", date(2023, 3, 24)) != mark("open", date(2023, 3, 25))
