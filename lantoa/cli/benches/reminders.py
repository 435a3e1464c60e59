"""Whether the day's reminders of a country keep their time: written, as notices and as e-mail.

The heaviest day there is: all 60 duties of 3,321 agencies are due on the same day of the month.
Makes a database of its own beside the one named by DATABASE_URL and drops it.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator

from lantoa.cli.benches import plans as country

AGENCIES, DUTIES = country.COUNTRY, country.DUTIES
MOST_SECONDS = 60.0


def run(*, runs: int) -> Iterator[str]:
    """Lines to print; one run, since a second one finds nothing left to send."""
    url = os.environ.get("DATABASE_URL", "")
    if not url:
        yield "Đặt DATABASE_URL (PostgreSQL) để đo đợt nhắc việc cỡ cả nước."
        return
    own = country._create(url)
    command = [sys.executable, "-m", "lantoa.cli.benches.mail_sink"]
    with (
        tempfile.TemporaryDirectory(prefix="lantoa-bench-") as folder,
        subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as sink,
    ):
        port = sink.stdout.readline().strip() if sink.stdout else ""
        here = {
            **os.environ,
            "LANTOA_DATA": folder,
            "DATABASE_URL": own,
            "LANTOA_SMTP_URL": f"smtp://127.0.0.1:{port}",
        }
        here.setdefault("DJANGO_SETTINGS_MODULE", "lantoa.config.settings.dev")
        try:
            yield from _measure(here)
        finally:
            sink.kill()
            country._drop(url, own)


def _measure(environment: dict[str, str]) -> Iterator[str]:
    country._child(["-m", "django", "migrate", "--verbosity", "0"], environment)
    words = ["-m", "lantoa.cli.benches.reminder_day", str(AGENCIES), str(DUTIES)]
    found = json.loads(country._child(words, environment))
    size = f"{AGENCIES} cơ quan × {DUTIES} nhiệm vụ × 12 tháng"
    yield f"{size}: {found['occurrences']} kỳ thực hiện"
    digests = f"{found['digests']} bản nhắc về {found['reminders']} việc"
    yield f"  lập {digests}: {found['written']:.1f} giây"
    yield f"  gửi {found['notices']} thông báo, {found['mails']} thư: {found['sent']:.1f} giây"
    whole = found["written"] + found["sent"]
    yield f"  cả đợt: {country._verdict(whole, MOST_SECONDS, 'giây')}"
    yield f"  chạy lại khi không còn gì: {found['again']:.1f} giây, bộ nhớ {found['memory']:.0f} MB"
