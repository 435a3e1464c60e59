"""Working calendar (lịch làm việc): which days offices work, and counting working days.

Monday to Friday are working days except public holidays (ngày nghỉ lễ, Tết); a Saturday or Sunday
worked in exchange for another day off (ngày làm bù) is a working day.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any

HOLIDAYS_FILE = Path(__file__).resolve().parent.parent / "data" / "holidays-vn.json"
WEEKDAYS = ("Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy", "Chủ nhật")
UNCERTAIN = "cần kiểm tra"
_ONE_DAY = timedelta(days=1)
_LONGEST_SEARCH = 366


class NoWorkingDay(ValueError):
    """A calendar that leaves no working day within a year of the day asked for."""


class UnreadableHolidays(ValueError):
    """A holiday file that does not have the expected shape; the text says where."""


@dataclass(frozen=True, slots=True)
class WorkingCalendar:
    """Days off and days worked in exchange, each with the reason an official would give.

    `sources` names for each year the notices that the days come from.
    """

    holidays: Mapping[date, str] = field(default_factory=dict)
    extra_working_days: Mapping[date, str] = field(default_factory=dict)
    sources: Mapping[int, str] = field(default_factory=dict)

    def is_working_day(self, day: date) -> bool:
        """A weekday that is no holiday, or a weekend day worked in exchange."""
        if day in self.extra_working_days:
            return True
        return day.weekday() < 5 and day not in self.holidays

    def add_working_days(self, day: date, count: int) -> date:
        """The count-th working day after `day`, which itself is not counted; before it if negative.

        Zero gives the day itself, or the next working day when it is a day off.
        """
        if count == 0:
            return self.next_working_day_on_or_after(day)
        step = _ONE_DAY if count > 0 else -_ONE_DAY
        for _ in range(abs(count)):
            day = self._first_from(day + step, step)
        return day

    def working_days_between(self, start: date, end: date) -> int:
        """How many working days follow `start`, up to and including `end`; negative if reversed."""
        if end < start:
            return -self.working_days_between(end, start)
        return sum(self.is_working_day(day) for day in _days(start + _ONE_DAY, end))

    def last_working_day_on_or_before(self, day: date) -> date:
        """The day itself if worked, else the nearest working day earlier."""
        return self._first_from(day, -_ONE_DAY)

    def next_working_day_on_or_after(self, day: date) -> date:
        """The day itself if worked, else the nearest working day later."""
        return self._first_from(day, _ONE_DAY)

    def days_off_between(self, start: date, end: date) -> list[tuple[date, str]]:
        """Each day off after `start` up to `end` with its reason, weekends included."""
        return [
            (day, self.reason(day))
            for day in _days(start + _ONE_DAY, end)
            if not self.is_working_day(day)
        ]

    def reason(self, day: date) -> str:
        """Why the day is worked or not: holiday, exchange or day of the week."""
        if day in self.extra_working_days:
            return self.extra_working_days[day]
        if day in self.holidays:
            return self.holidays[day]
        return "nghỉ hằng tuần" if day.weekday() >= 5 else "ngày làm việc"

    def explain(self, day: date) -> str:
        """One sentence an official can read: the day, whether it is worked, and why."""
        written = f"{WEEKDAYS[day.weekday()]}, ngày {day:%d/%m/%Y}"
        reason = self.reason(day)
        if day in self.extra_working_days:
            return f"{written}: ngày làm việc ({reason})."
        if day in self.holidays:
            return f"{written}: ngày nghỉ ({reason})."
        return f"{written}: {reason}."

    def _first_from(self, day: date, step: timedelta) -> date:
        for _ in range(_LONGEST_SEARCH):
            if self.is_working_day(day):
                return day
            day += step
        raise NoWorkingDay(f"Không có ngày làm việc nào trong một năm tính từ ngày {day:%d/%m/%Y}.")


def calendar_from(data: Mapping[str, Any]) -> WorkingCalendar:
    """Build a calendar from a holiday file's content; later years override earlier ones."""
    holidays: dict[date, str] = {}
    extra: dict[date, str] = {}
    sources: dict[int, str] = {}
    for year in data.get("years", ()):
        holidays.update(_entries(year, "days_off"))
        extra.update(_entries(year, "extra_working_days"))
        if year.get("year") and year.get("source"):
            sources[int(year["year"])] = str(year["source"])
    return WorkingCalendar(holidays, extra, sources)


def load_calendar(path: Path = HOLIDAYS_FILE, *overrides: Path) -> WorkingCalendar:
    """Read a holiday file, then others that replace or add days (a province's own notice)."""
    holidays: dict[date, str] = {}
    extra: dict[date, str] = {}
    sources: dict[int, str] = {}
    for file in (path, *overrides):
        read = calendar_from(_content(file))
        for day in read.extra_working_days:
            holidays.pop(day, None)
        for day in read.holidays:
            extra.pop(day, None)
        holidays.update(read.holidays)
        extra.update(read.extra_working_days)
        sources.update(read.sources)
    return WorkingCalendar(holidays, extra, sources)


@cache
def vietnam() -> WorkingCalendar:
    """The calendar shipped with the product, from `common/data/holidays-vn.json`."""
    return load_calendar()


def _content(path: Path) -> dict[str, Any]:
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise UnreadableHolidays(f"Không đọc được tệp ngày nghỉ {path.name}.") from error
    if not isinstance(content, dict):
        raise UnreadableHolidays(f"Tệp ngày nghỉ {path.name} không đúng cấu trúc.")
    return content


def _entries(year: Mapping[str, Any], key: str) -> Iterator[tuple[date, str]]:
    for entry in year.get(key, ()):
        try:
            day, name = date.fromisoformat(entry["date"]), str(entry["name"])
        except (KeyError, TypeError, ValueError) as error:
            raise UnreadableHolidays(f"Ngày nghỉ không hợp lệ: {entry!r}.") from error
        yield day, name if entry.get("verified", True) else f"{name}, {UNCERTAIN}"


def _days(start: date, end: date) -> Iterator[date]:
    for offset in range((end - start).days + 1):
        yield start + timedelta(days=offset)
