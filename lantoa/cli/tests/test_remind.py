"""`lantoa remind`: prints what it would send, sends it once, refuses what makes no sense."""

from __future__ import annotations

from datetime import date

import pytest
import time_machine

from lantoa.channels.models import Delivery, Notice
from lantoa.cli.main import main
from lantoa.cli.tests.command import lantoa, refused
from lantoa.plans.factories import make_obligation, make_occurrence
from lantoa.plans.models import Digest
from lantoa.plans.tests.town import Town


@pytest.fixture
def town(db):
    town = Town()
    duty = make_obligation(town.plan(state="active"), lead=town.communes[0])
    make_occurrence(duty, agency=town.communes[0], due_on=date(2023, 3, 23))
    return town


@time_machine.travel("2023-03-22 02:00:00+00:00", tick=True)
def test_a_dry_run_prints_what_would_be_sent_and_writes_nothing(town, capsys):
    assert main(["remind", "--dry-run"]) == 0
    out = capsys.readouterr().out
    assert f"{town.officer.user.person.full_name} (workspace)" in out
    assert "Nhắc việc: 1 việc cần làm" in out and "hạn 23/03/2023, còn 1 ngày" in out
    assert "1 bản nhắc việc; chưa gửi gì." in out
    assert not Digest.objects.exists() and not Delivery.objects.exists()


@time_machine.travel("2023-03-22 02:00:00+00:00", tick=True)
def test_it_sends_what_the_dry_run_printed_and_only_once(town, capsys):
    assert main(["remind"]) == 0
    assert "Đã gửi 1 tin" in capsys.readouterr().out
    assert main(["remind"]) == 0
    assert "Đã lập 0 bản nhắc việc." in capsys.readouterr().out
    assert Notice.objects.count() == 1


def test_another_day_may_only_be_looked_at(town, capsys):
    assert main(["remind", "--dry-run", "--on", "2023-03-20"]) == 0
    assert "còn 3 ngày" in capsys.readouterr().out
    assert main(["remind", "--on", "2023-03-20"]) == 2


def test_help_has_an_example_and_a_bad_day_is_one_sentence():
    assert "lantoa remind --dry-run" in lantoa("remind", "--help").out
    assert "hôm qua" in refused(lantoa("remind", "--dry-run", "--on", "hôm qua"))
