"""The grammar of due phrases (thời hạn): each rule is a pattern and how to build the typed due.

Rules stand in order of precedence: an absolute day beats a period, a period beats "thường xuyên".
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from . import periods_of_year as periods
from .dates import DATE, DAY_AND_MONTH, read_day
from .model import Due, DueKind
from .recurrence import every, half_yearly, monthly_on, quarterly_on, weekly_on, yearly_on


@dataclass(frozen=True, slots=True)
class Setting:
    """What the phrase leaves unsaid: the plan's year, and whether "trước ngày" is strict."""

    year: int | None
    strict: bool


Build = Callable[[re.Match[str], Setting], Due | None]
Find = Callable[[re.Match[str], int | None], periods.Period | None]


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern of due phrases and its meaning; a builder may decline with None.

    `needs` (one of these words, in lower case) and `digit` spare a search that cannot succeed.
    """

    pattern: re.Pattern[str]
    build: Build
    needs: tuple[str, ...] = ()
    digit: bool = False

    def may_match(self, lowered: str, has_digit: bool) -> bool:
        """Whether the text, given in lower case, holds what every match must hold."""
        if self.digit and not has_digit:
            return False
        return not self.needs or any(word in lowered for word in self.needs)


_HOUR = r"(?:\d{1,2}\s?(?:giờ|h|g)\s?(?:\d{2})?(?:\s?phút)?\s?,?\s*)?"
_BEFORE = rf"(?P<before>trước)(?:\s+{_HOUR}(?:ngày)?)\s*"
_UNTIL = (
    r"(?:(?:chậm|muộn) nhất(?:\s+(?:là|vào|đến|trong))?(?:\s+hết)?(?:\s+ngày)?"
    rf"|(?:đến|trong)\s+hết(?:\s+ngày)?|hết\s+ngày|đến\s+(?:{_HOUR})ngày|không quá ngày|hạn cuối(?:\s+là)?\s*:?(?:\s+ngày)?"
    r"|không muộn hơn(?:\s+ngày)?)\s*"
)
_LIMIT = rf"(?:(?:hoàn thành|xong|gửi)\s+)?(?:{_BEFORE}|{_UNTIL})"
_EVERY = r"(?:hàng|hằng|mỗi)"
_UNIT = r"(?P<unit>tuần|tháng|quý|năm)"
_D = r"(?P<day>\d{1,2})(?![\d/])(?!\s+tháng\s+\d)"


def _re(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


def _is_before(match: re.Match[str], setting: Setting) -> bool:
    return bool(match["before"]) and setting.strict


def _by(day: date | None, match: re.Match[str], setting: Setting) -> Due | None:
    if day is None:
        return None
    return Due("by_date", "", by=day - timedelta(days=1) if _is_before(match, setting) else day)


def _range(match: re.Match[str], setting: Setting) -> Due | None:
    last = read_day(match["to"], year=setting.year)
    first = read_day(match["from"], year=last.year if last else setting.year)
    return Due("within_period", "", start=first, by=last) if first and last else None


def _monthly_day(match: re.Match[str], setting: Setting) -> Due | None:
    return monthly_on(int(match["day"]), before=_is_before(match, setting))


def _quarter_day(match: re.Match[str], setting: Setting) -> Due | None:
    return quarterly_on(int(match["day"]), before=_is_before(match, setting))


def _weekday(match: re.Match[str], setting: Setting) -> Due | None:
    return weekly_on(match["weekday"], before=_is_before(match, setting))


def _yearly_day(match: re.Match[str], setting: Setting) -> Due | None:
    day = read_day(match["date"], year=setting.year or 2001)
    due = _by(day, match, setting)
    return yearly_on(due.by) if due and due.by else None


def _by_date(match: re.Match[str], setting: Setting) -> Due | None:
    return _by(read_day(match["date"], year=setting.year), match, setting)


def _period(find: Find) -> Build:
    def build(match: re.Match[str], setting: Setting) -> Due:
        found = find(match, setting.year)
        return Due("within_period", "", *(found or (None, None)))

    return build


def _by_period(find: Find) -> Build:
    """ "Trước tháng 11" ends the day before it begins; "chậm nhất tháng 11" on its last day."""

    def build(match: re.Match[str], setting: Setting) -> Due | None:
        found = find(match, setting.year)
        if found is None:
            return None
        return Due("by_date", "", by=found[0] - timedelta(days=1) if match["before"] else found[1])

    return build


def _periodic(match: re.Match[str], setting: Setting) -> Due:
    year = match.groupdict().get("bound")
    return every(match["unit"].lower(), until_year=int(year) if year else None)


def _whole_year(kind: DueKind, year: int | None) -> Due:
    if year is None:
        return Due(kind, "")
    return Due(kind, "", start=date(year, 1, 1), by=date(year, 12, 31))


def _plain(kind: DueKind, rrule: str | None = None) -> Build:
    return lambda match, setting: Due(kind, "", rrule=rrule)


def _standing(match: re.Match[str], setting: Setting) -> Due:
    year = match.groupdict().get("bound")
    return _whole_year("standing", int(year) if year else None)


_BOUND = r"(?:\s*,?\s*(?:trong|của)\s+năm\s+(?P<bound>(?:19|20)\d\d))?"

_QUARTER_WORDS = ("qu", "qú")

RANGE = Rule(
    _re(
        rf"từ\s+(?:ngày\s+)?(?P<from>{DATE}|{DAY_AND_MONTH})\s*(?:đến|-|–|tới)\s*(?:hết\s+)?(?:ngày\s+)?"
        rf"(?P<to>{DATE}|{DAY_AND_MONTH})"
    ),
    _range,
    needs=("từ",),
    digit=True,
)
MONTHLY_DAY = Rule(
    _re(
        rf"(?:định kỳ\s+)?(?:{_EVERY}\s+tháng)[\s,(;]*(?:{_LIMIT}|vào\s+ngày\s+|ngày\s+){_D}(?:\s+{_EVERY}\s+tháng)?\)?"
    ),
    _monthly_day,
    needs=("tháng",),
    digit=True,
)
MONTHLY_DAY_AFTER = Rule(
    _re(
        rf"(?:{_LIMIT}|(?:vào\s+)?ngày\s+){_D}[\s,(]*(?:của\s+)?(?:định kỳ\s+)?{_EVERY}\s+tháng\)?"
    ),
    _monthly_day,
    needs=("tháng",),
    digit=True,
)
QUARTER_DAY = Rule(
    _re(
        rf"(?:(?:định kỳ\s+)?{_EVERY}\s+quý[\s,(;]*)?(?:{_LIMIT}|(?:vào\s+)?ngày\s+){_D}\s*(?:của\s+)?tháng cuối"
        rf"(?:\s+của)?(?:\s+{_EVERY})?\s+quý\)?"
    ),
    _quarter_day,
    needs=("tháng cuối",),
    digit=True,
)
YEARLY_DAY = Rule(
    _re(rf"(?:{_EVERY}\s+năm[\s,(]*(?:{_LIMIT}|ngày\s+)(?P<date>{DAY_AND_MONTH}))"),
    _yearly_day,
    needs=("năm",),
    digit=True,
)
YEARLY_DAY_AFTER = Rule(
    _re(rf"(?:{_LIMIT}|ngày\s+)(?P<date>{DAY_AND_MONTH})\s*(?:của\s+)?{_EVERY}\s+năm"),
    _yearly_day,
    needs=("năm",),
    digit=True,
)
WEEKDAY = Rule(
    _re(
        rf"(?:{_EVERY}\s+tuần[\s,(]*)?(?:(?P<before>trước)\s+|vào\s+|(?:chậm nhất\s+)?)(?:sáng |chiều )?(?:ngày\s+)?thứ\s+"
        rf"(?P<weekday>hai|ba|tư|năm|sáu|bảy|[2-7])(?:\s+{_EVERY}\s+tuần|\s+đầu tuần|\))"
    ),
    _weekday,
    needs=("thứ",),
)
BY_DATE = Rule(_re(rf"{_LIMIT}(?P<date>{DATE}|{DAY_AND_MONTH})"), _by_date, digit=True)
BY_QUARTER = Rule(
    _re(_LIMIT + periods.QUARTER.pattern), _by_period(periods.quarters), needs=_QUARTER_WORDS
)
BY_MONTH = Rule(
    _re(_LIMIT + periods.MONTH.pattern), _by_period(periods.months), needs=("tháng",), digit=True
)
BY_YEAR = Rule(
    _re(_LIMIT + periods.YEARS.pattern),
    _by_period(periods.years),
    needs=("năm", "giai đoạn"),
    digit=True,
)

PERIODIC = Rule(
    _re(rf"(?:định kỳ\s+)?(?:{_EVERY}|một lần/|\d+\s+lần/|lần/)\s?{_UNIT}{_BOUND}"),
    _periodic,
    needs=("hàng", "hằng", "mỗi", "/"),
)
PERIODIC_PLAIN = Rule(_re(rf"định kỳ\s+{_UNIT}{_BOUND}"), _periodic, needs=("định kỳ",))
PER_UNIT = Rule(
    _re(
        rf"(?:ít nhất|tối thiểu)?\s*\d+\s+(?:lần|tin|bài|chuyên|buổi|kỳ|số|phóng sự|video|hội nghị)[^.;/]{{0,40}}/\s?"
        rf"(?:1\s|01\s)?{_UNIT}{_BOUND}"
    ),
    _periodic,
    needs=("/",),
    digit=True,
)
HALF_YEARLY = Rule(
    _re(
        r"(?:định kỳ|hàng|hằng)\s+(?:0?6|sáu)\s+tháng(?:\s*(?:,|và|/|một lần)?\s*(?:(?:hàng|hằng|cả|01|1)\s+)?năm)?"
    ),
    lambda match, setting: half_yearly(),
    needs=("tháng",),
)
STANDING = Rule(
    _re(rf"thường xuyên(?:,?\s+liên tục)?(?:{_BOUND}|\s+trong năm)"),
    _standing,
    needs=("thường xuyên",),
)
DAILY = Rule(_re(r"(?:hàng|hằng)\s+ngày"), _plain("standing", "FREQ=DAILY"), needs=("ngày",))

QUARTER = Rule(periods.QUARTER, _period(periods.quarters), needs=_QUARTER_WORDS)
HALF = Rule(periods.HALF, _period(periods.half), needs=("đầu năm", "cuối năm"))
MONTH = Rule(periods.MONTH, _period(periods.months), needs=("tháng",), digit=True)
YEARS = Rule(periods.YEARS, _period(periods.years), needs=("năm", "giai đoạn"), digit=True)
BARE_YEAR = Rule(periods.BARE_YEAR, _period(periods.years))
IN_YEAR = Rule(
    _re(r"(?:trong|cả|cuối)\s+năm(?:\s+nay)?(?!\s*(?:học|\d))"),
    lambda match, setting: _whole_year("within_period", setting.year),
)
ONE_DAY = Rule(
    _re(rf"(?:ngày\s+)?(?P<before>(?!))?(?P<date>(?<![\d/]){DATE}|ngày\s+{DAY_AND_MONTH})"),
    _by_date,
)
TRIGGERED = Rule(
    _re(
        r"(?:ngay\s+sau\s+khi|ngay\s+khi|sau\s+khi\s+(?:có|được|nhận|ban hành|kết thúc|hoàn thành|phê duyệt))\s[^.;)]+"
        r"|(?:trong(?:\s+(?:thời hạn|vòng))?|sau|chậm nhất(?:\s+(?:là|sau))?|không quá)\s+\d+\s+(?:ngày|giờ)(?:\s+làm việc)?"
        r"(?:\s*,)?\s+(?:kể\s+)?(?:từ|sau)\s[^.;)]+"
        r"|khi có\s+(?:yêu cầu|đề nghị|chỉ đạo|phát sinh|văn bản|hướng dẫn|nhu cầu|kế hoạch)[^.;,)]*"
        r"|khi (?:có )?phát sinh[^.;,)]*"
    ),
    _plain("triggered"),
    needs=("khi", "kể", "từ", "sau"),
)
TRIGGERED_CELL = Rule(
    _re(r"^\W*(?:sau khi|khi\s|đột xuất|theo (?:yêu cầu|nhu cầu))"), _plain("triggered")
)
EXTERNAL = Rule(_re(r"theo (?:đúng )?tiến độ[^.;,)]*"), _plain("external"), needs=("tiến độ",))
EXTERNAL_CELL = Rule(
    _re(
        r"^\W*(?:thực hiện\s+)?theo\s+(?:(?:đúng\s+)?tiến độ|kế hoạch|lịch|chương trình|hướng dẫn|chỉ đạo|quy định|"
        r"thời gian|quyết định|đề án|công văn|văn bản)"
    ),
    _plain("external"),
)
CONTINUOUS = Rule(_re(r"^\W*(?:liên tục|thường kỳ|định kỳ\W*$)"), _plain("standing"))

# Days named with a limit: the same in a cell and in a sentence.
LIMITS = (
    RANGE, MONTHLY_DAY, MONTHLY_DAY_AFTER, QUARTER_DAY, YEARLY_DAY, YEARLY_DAY_AFTER, WEEKDAY,
    BY_DATE, BY_QUARTER, BY_MONTH, BY_YEAR,
)  # fmt: skip
# A cell is nothing but a due phrase, so a bare period is enough.
CELL = (
    *LIMITS, EXTERNAL_CELL, TRIGGERED_CELL, TRIGGERED, HALF_YEARLY, PER_UNIT, PERIODIC, PERIODIC_PLAIN, STANDING, DAILY,
    QUARTER, HALF, MONTH, ONE_DAY, YEARS, BARE_YEAR, IN_YEAR, EXTERNAL, CONTINUOUS,
)  # fmt: skip
