"""The grammar of due phrases (thời hạn): each rule is a pattern and how to build the typed due.

Rules stand in order of precedence: an absolute day beats a period, a period beats "thường xuyên".
"""

from __future__ import annotations

import re

from . import periods_of_year as periods
from .dates import DATE, DAY_AND_MONTH
from .due_builders import (
    Rule,
    a_range,
    by_date,
    by_end_of,
    monthly_day,
    open_range,
    periodic,
    plain,
    quarter_day,
    standing,
    weekday,
    whole_year,
    within,
    within_listed,
    yearly_day,
)
from .due_events import (
    BETWEEN,
    BETWEEN_CELL,
    FROM_ON_CELL,
    TRIGGERED,
    TRIGGERED_CELL,
    UNTIL_YEAR_CELL,
)
from .due_repeats import DAY_PAIR, HALF_AND_YEAR, REPEATS, SEVERAL_LIMITS
from .recurrence import half_yearly

_HOUR = r"(?:\d{1,2}\s?(?:giờ|h|g)\s?(?:\d{2})?['’]?(?:\s?phút)?\s?,?\s*)?"
_BEFORE = rf"(?P<before>trước)(?:\s+{_HOUR}(?:ngày)?)\s*"
_UNTIL = (
    r"(?:(?:chậm|muộn) nhất(?:\s+(?:là|vào|đến|trong))?(?:\s+hết)?(?:\s+ngày)?"
    rf"|(?:đến|trong)\s+hết(?:\s+ngày)?|hết\s+ngày|đến\s+(?:{_HOUR})ngày|không quá ngày|hạn "
    rf"cuối(?:\s+là)?\s*:?(?:\s+ngày)?"
    r"|không muộn hơn(?:\s+ngày)?)\s*"
)
_LIMIT = rf"(?:(?:hoàn thành|xong|gửi)\s+)?(?:{_BEFORE}|{_UNTIL})"
_EVERY = r"(?:hàng|hằng|mỗi)"
_UNIT = r"(?P<unit>tuần|tháng|quý|năm)"
_D = r"(?P<day>\d{1,2})(?![\d/])(?!\s+tháng\s+\d)"


def _re(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


_BOUND = (
    r"(?:\s*,?\s*(?:trong|của)\s+năm\s+(?P<bound>(?:19|20)\d\d)"
    r"|\s*,?\s*(?:trong\s+)?giai đoạn\s+(?P<bound_from>(?:19|20)\d\d)\s*[-–]\s*"
    r"(?P<bound_to>(?:19|20)\d\d))?"
)

_QUARTER_WORDS = ("qu", "qú", "qý", "qí", "qy")
_EVERY_WORDS = ("hàng", "hằng", "mỗi")
_LIMIT_WORDS = ("trước", "nhất", "hết", "đến", "quá", "cuối", "muộn")

RANGE = Rule(
    _re(
        rf"từ\s+(?:ngày\s+)?(?P<from>{DATE}|{DAY_AND_MONTH})\s*(?:đến|-|–|"
        rf"tới)\s*(?:hết\s+)?(?:ngày\s+)?"
        rf"(?P<to>{DATE}|{DAY_AND_MONTH})"
    ),
    a_range,
    needs=("từ",),
    digit=True,
)
OPEN_RANGE = Rule(
    _re(
        rf"từ\s+(?:ngày\s+(?P<from>{DATE}|{DAY_AND_MONTH})|{periods.MONTH.pattern}"
        r"|năm\s+(?P<since>(?:19|20)\d\d))\s*"
        r"(?:(?:cho\s+)?(?:đến|tới)\s+khi\s[^.;)]+|trở đi|và (?:các|những) năm tiếp theo)"
    ),
    open_range,
    needs=("từ",),
    digit=True,
)
MONTHLY_DAY = Rule(
    _re(
        rf"(?:định kỳ\s+)?(?:{_EVERY}\s+tháng)[\s,(;]*(?:{_LIMIT}|vào\s+ngày\s+|"
        rf"ngày\s+){_D}(?:\s+{_EVERY}\s+tháng)?\)?"
    ),
    monthly_day,
    needs=("tháng",),
    also=_EVERY_WORDS,
    digit=True,
)
MONTHLY_DAY_BARE = Rule(
    _re(rf"{_LIMIT}{_D}\s+(?:của\s+)?tháng(?!\s*(?:\d|cuối|đầu|liền|sau))"),
    monthly_day,
    needs=("tháng",),
    also=_LIMIT_WORDS,
    digit=True,
)
MONTHLY_DAY_AFTER = Rule(
    _re(
        rf"(?:{_LIMIT}|(?:vào\s+)?ngày\s+){_D}[\s,(]*(?:của\s+)?(?:định kỳ\s+)?{_EVERY}\s+tháng\)?"
    ),
    monthly_day,
    needs=("tháng",),
    also=_EVERY_WORDS,
    digit=True,
)
QUARTER_DAY = Rule(
    _re(
        rf"(?:(?:định kỳ\s+)?{_EVERY}\s+quý[\s,(;]*)?(?:{_LIMIT}|"
        rf"(?:vào\s+)?ngày\s+){_D}\s*(?:của\s+)?tháng cuối"
        rf"(?:\s+của)?(?:\s+{_EVERY})?\s+quý\)?"
    ),
    quarter_day,
    needs=("tháng cuối",),
    digit=True,
)
YEARLY_DAY = Rule(
    _re(rf"(?:{_EVERY}\s+năm[\s,(]*(?:{_LIMIT}|ngày\s+)(?P<date>{DAY_AND_MONTH}))"),
    yearly_day,
    needs=("năm",),
    also=_EVERY_WORDS,
    digit=True,
)
YEARLY_DAY_AFTER = Rule(
    _re(rf"(?:{_LIMIT}|ngày\s+)(?P<date>{DAY_AND_MONTH})\s*(?:của\s+)?{_EVERY}\s+năm"),
    yearly_day,
    needs=("năm",),
    also=_EVERY_WORDS,
    digit=True,
)
WEEKDAY_AFTER = Rule(
    _re(
        rf"{_EVERY}\s+tuần[\s,(]*(?:(?P<before>trước)\s+|vào\s+|chậm nhất\s+)?(?:sáng |chiều )?"
        r"(?:ngày\s+)?thứ\s+(?P<weekday>hai|ba|tư|năm|sáu|bảy|[2-7])\b\)?"
    ),
    weekday,
    needs=("thứ",),
    also=_EVERY_WORDS,
)
WEEKDAY = Rule(
    _re(
        rf"(?:{_EVERY}\s+tuần[\s,(]*)?(?:(?P<before>trước)\s+|vào\s+|(?:chậm nhất\s+)?)(?:sáng |"
        rf"chiều )?(?:ngày\s+)?thứ\s+"
        rf"(?P<weekday>hai|ba|tư|năm|sáu|bảy|[2-7])(?:\s+{_EVERY}\s+tuần|\s+đầu tuần|\))"
    ),
    weekday,
    needs=("thứ",),
)
BY_DATE = Rule(
    _re(rf"{_LIMIT}(?P<date>{DATE}|{DAY_AND_MONTH})"), by_date, also=_LIMIT_WORDS, digit=True
)
BY_QUARTER = Rule(
    _re(_LIMIT + periods.QUARTER.pattern),
    by_end_of(periods.quarters),
    needs=_QUARTER_WORDS,
    also=_LIMIT_WORDS,
)
BY_MONTH = Rule(
    _re(_LIMIT + periods.MONTH.pattern),
    by_end_of(periods.months),
    needs=("tháng",),
    also=_LIMIT_WORDS,
    digit=True,
)
BY_YEAR = Rule(
    _re(_LIMIT + periods.YEARS.pattern),
    by_end_of(periods.years),
    needs=("năm", "giai đoạn"),
    also=_LIMIT_WORDS,
    digit=True,
)

PERIODIC = Rule(
    _re(rf"(?:định kỳ\s+)?(?:{_EVERY}|một lần/|\d+\s+lần/|lần/)\s?{_UNIT}{_BOUND}"),
    periodic,
    needs=("hàng", "hằng", "mỗi", "/"),
)
PERIODIC_PLAIN = Rule(_re(rf"định kỳ\s+{_UNIT}{_BOUND}"), periodic, needs=("định kỳ",))
PER_UNIT = Rule(
    _re(
        rf"(?:ít nhất|tối thiểu)?\s*\d+\s+(?:lần|tin|bài|chuyên|buổi|kỳ|số|phóng sự|video|hội "
        rf"nghị)[^.;/]{{0,40}}/\s?"
        rf"(?:1\s|01\s)?{_UNIT}{_BOUND}"
    ),
    periodic,
    needs=("/",),
    digit=True,
)
HALF_YEARLY = Rule(
    _re(
        r"(?:định kỳ|hàng|hằng)\s+(?:0?6|sáu)\s+tháng(?:\s*(?:,|và|/|một lần)?\s*(?:(?:hàng|hằng|"
        r"cả|01|1)\s+)?năm)?"
    ),
    lambda match, setting: half_yearly(),
    needs=("tháng",),
)
STANDING = Rule(
    _re(rf"thường xuyên(?:,?\s+liên tục)?(?:{_BOUND}|\s+trong năm)"),
    standing,
    needs=("thường xuyên",),
)
DAILY = Rule(_re(r"(?:hàng|hằng)\s+ngày"), plain("standing", "FREQ=DAILY"), needs=("ngày",))

QUARTER = Rule(
    periods.QUARTER,
    within_listed(periods.quarters, periods.quarters_apart),
    needs=_QUARTER_WORDS,
)
HALF = Rule(periods.HALF, within(periods.half), needs=("đầu năm", "cuối năm"))
MONTH = Rule(
    periods.MONTH,
    within_listed(periods.months, periods.months_apart),
    needs=("tháng",),
    digit=True,
)
SCHOOL_YEAR = Rule(periods.SCHOOL_YEAR, within(periods.school_year), needs=("năm học",), digit=True)
SHORT_MONTHS = Rule(periods.SHORT_MONTHS, within(periods.months), digit=True)
PART_OF_YEAR = Rule(periods.PART_OF_YEAR, within(periods.part_of_year), needs=("năm",))
PART_OF_QUARTER = Rule(periods.PART_OF_QUARTER, within(periods.part_of_quarter), needs=("quý",))
YEARS = Rule(periods.YEARS, within(periods.years), needs=("năm", "giai đoạn"), digit=True)
BARE_YEAR = Rule(periods.BARE_YEAR, within(periods.years))
IN_YEAR = Rule(
    _re(r"(?:trong|cả|cuối)\s+năm(?:\s+nay)?(?!\s*(?:học|\d))"),
    lambda match, setting: whole_year("within_period", setting.year),
)
ONE_DAY = Rule(
    _re(rf"(?:ngày\s+)?(?P<before>(?!))?(?P<date>(?<![\d/]){DATE}|ngày\s+{DAY_AND_MONTH})"),
    by_date,
)
EXTERNAL = Rule(_re(r"theo (?:đúng )?tiến độ[^.;,)]*"), plain("external"), needs=("tiến độ",))
EXTERNAL_CELL = Rule(
    _re(
        r"^\W*(?:thực hiện\s+)?theo\s+(?:(?:đúng\s+)?tiến độ|kế hoạch|lịch|chương trình|hướng "
        r"dẫn|chỉ đạo|quy định|"
        r"thời gian|quyết định|đề án|công văn|văn bản)"
    ),
    plain("external"),
)
CONTINUOUS = Rule(
    _re(r"^\W*(?:liên tục|thường kỳ|định kỳ\W*$|định kỳ\W{1,3}(?:và |hoặc )?đột xuất)"),
    plain("standing"),
)

# Days named with a limit: the same in a cell and in a sentence.
LIMITS = (
    *(
        RANGE,
        OPEN_RANGE,
        SEVERAL_LIMITS,
        MONTHLY_DAY,
        MONTHLY_DAY_AFTER,
        QUARTER_DAY,
        YEARLY_DAY,
        YEARLY_DAY_AFTER,
        WEEKDAY_AFTER,
        WEEKDAY,
    ),
    *(BETWEEN, *REPEATS, MONTHLY_DAY_BARE),
    *(BY_DATE, BY_QUARTER, BY_MONTH, BY_YEAR),
)
# A cell is nothing but a due phrase, so a bare period is enough.
CELL = (
    *(BETWEEN_CELL, FROM_ON_CELL, *LIMITS, EXTERNAL_CELL, TRIGGERED_CELL, CONTINUOUS),
    *(HALF_AND_YEAR, HALF_YEARLY, PER_UNIT, PERIODIC, PERIODIC_PLAIN, STANDING, DAILY),
    *(TRIGGERED, SCHOOL_YEAR, SHORT_MONTHS, PART_OF_YEAR, PART_OF_QUARTER, QUARTER, HALF),
    *(DAY_PAIR, ONE_DAY, MONTH, UNTIL_YEAR_CELL, YEARS, BARE_YEAR, IN_YEAR, EXTERNAL),
)
