"""`lantoa remind`: writes and sends today's reminders, or only prints them (--dry-run)."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING

from .language import say
from .parser import UsageError

if TYPE_CHECKING:
    from lantoa.plans.selectors.reminding import Draft, Reading
    from lantoa.plans.services.digests import Occasion

EXAMPLE = "lantoa remind --dry-run"
_LONGEST = timedelta(hours=1)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--dry-run",
        action="store_true",
        help=say(
            "chỉ in đúng những gì sẽ gửi, không ghi và không gửi gì",
            "only print exactly what would be sent; write and send nothing",
        ),
    )
    parser.add_argument(
        "--on",
        metavar=say("NGÀY", "DAY"),
        type=_day,
        help=say(
            "xem cho một ngày khác (năm-tháng-ngày), chỉ dùng cùng --dry-run",
            "look at another day (YYYY-MM-DD), only together with --dry-run",
        ),
    )
    parser.add_argument(
        "--queue-only",
        action="store_true",
        help=say(
            "chỉ xếp hàng, để bộ xử lý nền gửi",
            "only queue the messages, for the worker to send",
        ),
    )


def run(args: argparse.Namespace) -> int:
    if args.on and not args.dry_run:
        raise UsageError(say("--on chỉ dùng cùng --dry-run.", "--on needs --dry-run."))
    from .preparing import set_up

    set_up()
    from django.db import DatabaseError

    try:
        return _preview(args.on) if args.dry_run else _send(queue_only=args.queue_only)
    except DatabaseError:
        raise UsageError(
            say(
                "Cơ sở dữ liệu chưa sẵn sàng; hãy chạy `lantoa serve` một lần trước.",
                "The database is not ready; run `lantoa serve` once first.",
            )
        ) from None


def _day(value: str) -> date:
    try:
        return date.fromisoformat(value)
    except ValueError:
        raise UsageError(
            say(f"Ngày “{value}” không đúng dạng năm-tháng-ngày.", f"“{value}” is no YYYY-MM-DD.")
        ) from None


def _preview(on: date | None) -> int:
    from django.utils import timezone

    from lantoa.plans.selectors import reminding
    from lantoa.plans.services import digests

    now = timezone.now()
    if on is not None:
        now = timezone.make_aware(datetime.combine(on, time(8)))
    day = timezone.localdate(now)
    reading = reminding.of_day(day)
    occasion = digests.daily(now, day)
    count = 0
    for draft in reading.drafts:
        for line in _printed(draft, occasion):
            print(line)
        count += 1
    print(say(f"{count} bản nhắc việc; chưa gửi gì.", f"{count} digests; nothing was sent."))
    _tell_left_out(reading)
    return 0


def _printed(draft: Draft, occasion: Occasion) -> Iterator[str]:
    from django.conf import settings

    from lantoa.channels.rules.messages import plain
    from lantoa.channels.selectors.settings import preferences
    from lantoa.plans.services import digests

    person = draft.contact.person_id
    sent = digests.outgoing(draft, occasion, preferences([person] if person else []))
    places = [one.channel + (f" <{one.address}>" if one.channel == "email" else "") for one in sent]
    nowhere = say("không gửi được: chưa có tài khoản hoặc thư điện tử", "no account, no e-mail")
    message = digests.message_of(draft, occasion)
    yield f"{say('Gửi', 'To')}: {draft.contact.name} ({', '.join(places) or nowhere})"
    yield f"{say('Tiêu đề', 'Subject')}: {message.subject}"
    yield ""
    yield plain(message, base=settings.WAGTAILADMIN_BASE_URL).rstrip()
    yield "-" * 72


def _tell_left_out(reading: Reading) -> None:
    if reading.paused:
        print(
            say(f"{reading.paused} người đang tạm dừng.", f"{reading.paused} people have paused.")
        )
    if reading.nobody:
        from lantoa.organisations.selectors import contacts

        names = ", ".join(sorted(contacts.labels(reading.nobody).values()))
        print(say(f"Chưa có người nhận: {names}.", f"Nobody to write to: {names}."))


def _send(*, queue_only: bool) -> int:
    from django.utils import timezone

    from lantoa.channels.services import deliveries
    from lantoa.plans.services import reminders

    outcome = reminders.run_for_all(now=timezone.now())
    print(say(f"Đã lập {outcome.written} bản nhắc việc.", f"{outcome.written} digests written."))
    _tell_left_out(outcome.reading)
    if queue_only:
        return 0
    tally = deliveries.run(budget=_LONGEST)
    waiting = deliveries.waiting()
    print(
        say(
            f"Đã gửi {tally.sent} tin; {waiting} tin chờ gửi sau; {tally.failed} không gửi được.",
            f"{tally.sent} messages sent; {waiting} wait; {tally.failed} failed.",
        )
    )
    return 0
