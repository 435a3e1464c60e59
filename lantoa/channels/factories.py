"""Deliveries and notices for tests."""

from __future__ import annotations

from itertools import count
from typing import Any

from django.utils import timezone

from lantoa.channels.models import Delivery, Notice
from lantoa.channels.rules.messages import Item, Message, Section
from lantoa.organisations.factories import make_person

_numbers = count(1)


def make_message(subject: str = "") -> Message:
    items = (Item("Gửi tin, bài tháng 3", "hạn 24/03/2023", "/lam-viec/nhiem-vu/"),)
    return Message(
        subject=subject or f"Nhắc việc số {next(_numbers)}",
        text="Bạn có 1 việc sắp đến hạn.",
        url="/lam-viec/nhiem-vu/",
        sections=(Section("Sắp đến hạn", items),),
        footer="Thư gửi tự động.",
    )


def make_delivery(person: Any = None, **values: Any) -> Delivery:
    """One waiting e-mail that may go out now."""
    number = next(_numbers)
    person = person or make_person(email=f"can-bo-{number}@xa.example.vn")
    values.setdefault("key", f"thu:{number}")
    values.setdefault("source", f"thu:{number}")
    values.setdefault("channel", "email")
    values.setdefault("address", person.email or f"can-bo-{number}@xa.example.vn")
    values.setdefault("recipient", person.full_name)
    values.setdefault("message", make_message().as_data())
    values.setdefault("next_try_at", timezone.now())
    return Delivery.objects.create(person=person, **values)


def make_notice(person: Any = None, **values: Any) -> Notice:
    values.setdefault("key", f"tin:{next(_numbers)}")
    values.setdefault("message", make_message().as_data())
    return Notice.objects.create(person=person or make_person(), **values)
