"""A scan is read once and gives one draft although its worker is killed in the middle.

Workers are processes of their own against this test's database.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.db import connection

from lantoa.documents.models import Intake, SignedDocument
from lantoa.documents.tests.scan_files import Paper, stored
from lantoa.organisations.factories import make_actor, make_agency
from lantoa.plans.models import Plan
from lantoa.plans.services import loading
from tests.journeys.processes import database_address

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]
HEAD = [
    "ỦY BAN NHÂN DÂN", "THỊ XÃ SÔNG TRÀ", "Số: 21/KH-UBND",
    "Sông Trà, ngày 10 tháng 01 năm 2024", "KẾ HOẠCH",
    "Tuyên truyền cải cách hành chính năm 2024", "I. TỔ CHỨC THỰC HIỆN",
]  # fmt: skip
DUTIES = [
    "1. Phòng Nội vụ báo cáo kết quả trước ngày 11/3/2024.",
    "2. Văn phòng đăng tin, bài về cải cách hành chính trước ngày 12/3/2024.",
    "3. Công an thị xã cấp phát tờ rơi về định danh điện tử trước ngày 13/3/2024.",
]
PAGES = len(DUTIES)


def scan() -> bytes:
    """Duties on pages of their own, so that one page lost would be seen."""
    pages: list[Any] = []
    for duty in DUTIES:
        above = [] if pages else HEAD
        pages.append(Paper().lines(60, 100, [*above, duty]).image)
    return stored(pages[0], "TIFF", save_all=True, append_images=pages[1:])


def worker(folder: Path) -> subprocess.Popen[bytes]:
    """`lantoa worker --once` beside the test's own files, with a lease of one second."""
    left_out = {"DATABASE_URL", "DJANGO_SETTINGS_MODULE"}
    environment = {k: v for k, v in os.environ.items() if k not in left_out} | {
        "LANTOA_DATA": str(folder),
        "DATABASE_URL": database_address(connection),
        "LANTOA_LEASE_SECONDS": "1",
    }
    command = [sys.executable, "-m", "lantoa.cli", "worker", "--once"]
    return subprocess.Popen(command, env=environment, stderr=subprocess.PIPE)


def test_a_killed_worker_leaves_the_file_to_the_next_and_one_draft_comes_of_it():
    clerk = make_actor(make_agency(parent=make_agency(kind="people_committee")), role="coordinator")
    row = loading.send(name="quet.tif", data=scan(), by=clerk)
    dying = worker(settings.DATA)
    while not Intake.objects.filter(pages_done__gte=1).exists() and dying.poll() is None:
        time.sleep(0.005)
    dying.kill()
    dying.communicate(timeout=120)
    row.refresh_from_db()
    assert (row.state, row.pages, Plan.objects.exists()) == ("reading", PAGES, False)
    next_one = worker(settings.DATA)
    _, problems = next_one.communicate(timeout=120)
    assert next_one.returncode == 0, problems
    row.refresh_from_db()
    assert (row.state, row.attempts) == ("read", 2)
    plan = Plan.objects.get()
    assert SignedDocument.objects.get() == plan.document == row.document
    dues = [item.due["by"] for item in plan.draft_items.order_by("position")]
    assert dues == [f"2024-03-{day}" for day in range(10, 10 + PAGES)]
    with row.file.open("rb") as file:
        assert file.read() == scan()
