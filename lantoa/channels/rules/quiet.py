"""When messages may go out (giờ được gửi): outside quiet hours and, if set, on working days."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, time, timedelta

from lantoa.common.rules.calendar import WorkingCalendar


@dataclass(frozen=True, slots=True)
class SendingHours:
    """Messages go out from `opens` up to but not including `closes` o'clock."""

    opens: int = 7
    closes: int = 21
    working_days_only: bool = True

    def is_open(self, moment: datetime, calendar: WorkingCalendar) -> bool:
        """Whether something may be sent at that local moment."""
        return self.earliest(moment, calendar) == moment

    def earliest(self, moment: datetime, calendar: WorkingCalendar) -> datetime:
        """The first local moment, not before this one, at which something may be sent."""
        day = moment.date()
        if moment.hour >= self.closes:
            day += timedelta(days=1)
        if self.working_days_only:
            day = calendar.next_working_day_on_or_after(day)
        if day == moment.date() and moment.hour >= self.opens:
            return moment
        return datetime.combine(day, time(self.opens), tzinfo=moment.tzinfo)
