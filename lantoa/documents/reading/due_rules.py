"""The grammar of due phrases (thời hạn): each rule is a pattern and how to build the typed due.

Rules stand in order of precedence: an absolute day beats a period, a period beats "thường xuyên".
"""

from __future__ import annotations

import re

from . import due_parts as parts
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
    whole_year,
    within,
    within_listed,
    yearly_day,
)
from .due_events import TRIGGERED, TRIGGERED_CELL
from .due_occasions import OCCASION_CELL, OCCASIONS
from .due_patterns import (
    DAY_WORDS,
    EVERY,
    EVERY_UNIT,
    EVERY_WORDS,
    LIMIT,
    LIMIT_WORDS,
    MEANWHILE,
    UNIT,
    D,
)
from .due_patterns import compiled as _re
from .due_ranges import (
    BETWEEN,
    BETWEEN_CELL,
    DAYS_CELL,
    END_OF_YEAR_CELL,
    FROM_NOW,
    FROM_ON_CELL,
    UNTIL_YEAR_CELL,
)
from .due_repeats import EACH_OF, MIXED, REPEATS
from .due_several import (
    DAY_LIST,
    DAY_PAIR,
    DAYS_EACH_YEAR,
    DAYS_OF_MONTH,
    MONTH_DAYS,
    SEVERAL_LIMITS,
)
from .due_weeks import WEEKS
from .recurrence import half_yearly

_BOUND = (
    r"(?:\s*,?\s*(?:trong|của)\s+năm\s+(?P<bound>(?:19|20)\d\d)"
    r"|\s*,?\s*(?:trong\s+)?giai đoạn\s+(?P<bound_from>(?:19|20)\d\d)\s*[-–]\s*"
    r"(?P<bound_to>(?:19|20)\d\d))?"
)

_QUARTER_WORDS = ("qu", "qú", "qý", "qí", "qy")
_NUMBERED_QUARTER = re.compile(r"qu?[ýíúy]y? (?:i|[1-4])")
_EVERY_MONTH = re.compile(r"(?:hàng|hằng|mỗi|các|từng) tháng")
_EVERY_YEAR = re.compile(r"(?:hàng|hằng|mỗi) năm")

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
        rf"(?:định kỳ\s+)?(?:{EVERY}|các)\s+tháng{MEANWHILE}(?:{LIMIT}|(?:vào\s+)?ngày\s+){D}"
        rf"(?!\s*(?:của\s+)?tháng\s+(?:cuối|đầu|sau|tiếp))(?:\s+(?:của\s+)?(?:{EVERY}\s+)?tháng)?\)?"
    ),
    monthly_day,
    needs=("tháng",),
    also=(EVERY_WORDS, DAY_WORDS),
    digit=True,
    near=_EVERY_MONTH,
)
MONTHLY_DAY_BARE = Rule(
    _re(rf"{LIMIT}{D}\s+(?:của\s+)?tháng(?!\s*(?:\d|cuối|đầu|liền|sau))"),
    monthly_day,
    needs=("tháng",),
    also=(LIMIT_WORDS,),
    digit=True,
)
MONTHLY_DAY_AFTER = Rule(
    _re(
        rf"(?:{LIMIT}|(?:vào\s+)?ngày\s+){D}[\s,(]*(?:của\s+)?(?:định kỳ\s+)?(?:{EVERY}|các|từng)"
        r"\s+tháng(?!\s*\d)\)?"
    ),
    monthly_day,
    needs=("tháng",),
    also=(EVERY_WORDS, DAY_WORDS),
    digit=True,
    near=_EVERY_MONTH,
)
QUARTER_DAY = Rule(
    _re(
        rf"(?:(?:định kỳ\s+)?{EVERY}\s+quý[\s,(;]*)?(?:{LIMIT}|"
        rf"(?:vào\s+)?ngày\s+){D}\s*(?:của\s+)?tháng cuối"
        rf"(?:\s+của)?(?:\s+{EVERY})?\s+quý\)?"
    ),
    quarter_day,
    needs=("tháng cuối",),
    digit=True,
)
YEARLY_DAY = Rule(
    _re(rf"{EVERY}\s+năm{MEANWHILE}(?:{LIMIT}|(?:vào\s+)?ngày\s+)(?P<date>{DAY_AND_MONTH})"),
    yearly_day,
    needs=("năm",),
    also=(EVERY_WORDS, DAY_WORDS),
    digit=True,
    near=_EVERY_YEAR,
)
YEARLY_DAY_AFTER = Rule(
    _re(rf"(?:{LIMIT}|ngày\s+)(?P<date>{DAY_AND_MONTH})\s*(?:của\s+)?{EVERY}\s+năm"),
    yearly_day,
    needs=("năm",),
    also=(EVERY_WORDS, DAY_WORDS),
    digit=True,
    near=_EVERY_YEAR,
)
BY_DATE = Rule(
    _re(rf"{LIMIT}(?P<date>{DATE}|{DAY_AND_MONTH})"), by_date, also=(LIMIT_WORDS,), digit=True
)
BY_PART_OF_MONTH = Rule(
    _re(rf"(?:{LIMIT}|đến\s+){parts.PART_OF_MONTH.pattern}"),
    by_end_of(parts.part_of_month),
    needs=("tháng",),
    also=(LIMIT_WORDS,),
    digit=True,
)
BY_PART_OF_QUARTER = Rule(
    _re(rf"(?:{LIMIT}|đến\s+){parts.PART_OF_QUARTER.pattern}"),
    by_end_of(parts.part_of_quarter),
    needs=("quý",),
    also=(LIMIT_WORDS,),
)
BY_QUARTER = Rule(
    _re(LIMIT + periods.QUARTER.pattern),
    by_end_of(periods.quarters),
    needs=_QUARTER_WORDS,
    also=(LIMIT_WORDS,),
    near=_NUMBERED_QUARTER,
)
BY_MONTH = Rule(
    _re(LIMIT + periods.MONTH.pattern),
    by_end_of(periods.months),
    needs=("tháng",),
    also=(LIMIT_WORDS,),
    digit=True,
)
BY_YEAR = Rule(
    _re(LIMIT + periods.YEARS.pattern),
    by_end_of(periods.years),
    needs=("năm", "giai đoạn"),
    also=(LIMIT_WORDS,),
    digit=True,
)


PERIODIC = Rule(
    _re(rf"(?:định kỳ\s+)?(?:{EVERY}|một lần/|\d+\s+lần/|lần/)\s?{UNIT}{_BOUND}"),
    periodic,
    needs=(*EVERY_WORDS, "lần/"),
    near=EVERY_UNIT,
)
PERIODIC_PLAIN = Rule(_re(rf"định kỳ\s+{UNIT}{_BOUND}"), periodic, needs=("định kỳ",))
PER_UNIT = Rule(
    _re(
        rf"(?:ít nhất|tối thiểu)?\s*\d+\s+(?:lần|tin|bài|chuyên|buổi|kỳ|số|phóng sự|video|hội "
        rf"nghị)[^.;/]{{0,40}}/\s?"
        rf"(?:1\s|01\s)?{UNIT}{_BOUND}"
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
    needs=("6 tháng", "sáu tháng"),
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
    near=_NUMBERED_QUARTER,
)
HALF = Rule(periods.HALF, within(periods.half), needs=("đầu năm", "cuối năm"))
BOTH_HALVES = Rule(
    _re(r"6 tháng đầu năm\s*(?:,|và|;)\s*(?:6 tháng\s+)?cuối năm(?!\s*\d)"),
    lambda match, setting: half_yearly(),
    needs=("đầu năm",),
)
NINE_MONTHS = Rule(periods.NINE_MONTHS, within(periods.nine_months), needs=("tháng",))
MONTH = Rule(
    periods.MONTH,
    within_listed(periods.months, periods.months_apart),
    needs=("tháng",),
    digit=True,
)
SCHOOL_YEAR = Rule(periods.SCHOOL_YEAR, within(periods.school_year), needs=("năm học",), digit=True)
SHORT_MONTHS = Rule(periods.SHORT_MONTHS, within(periods.short_months), digit=True)
SHORT_QUARTERS = Rule(periods.SHORT_QUARTER, within(periods.short_quarters))
PART_OF_MONTH = Rule(parts.PART_OF_MONTH, within(parts.part_of_month), needs=("tháng",), digit=True)
PART_OF_QUARTER = Rule(parts.PART_OF_QUARTER, within(parts.part_of_quarter), needs=("quý",))
HALF_OF_YEAR = Rule(parts.HALF_OF_YEAR, within(parts.half_of_year), needs=("nửa",))
PART_OF_YEAR = Rule(parts.PART_OF_YEAR, within(parts.part_of_year), needs=("năm",))
YEARS = Rule(periods.YEARS, within(periods.years), needs=("năm", "giai đoạn"), digit=True)
BARE_YEAR = Rule(periods.BARE_YEAR, within(periods.years))
IN_YEAR = Rule(
    _re(r"(?:trong(?:\s+suốt)?|cả|suốt|quanh)\s+năm(?:\s+nay)?(?!\s*(?:học|\d))"),
    lambda match, setting: whole_year("within_period", setting.year),
)
ONE_DAY = Rule(
    _re(
        rf"(?:ngày\s+)?(?P<before>(?!))?(?P<date>(?<![\d/]){DATE}|ngày\s+{DAY_AND_MONTH}"
        rf"|^\W*(?!24/7){DAY_AND_MONTH}\W*$)"
    ),
    by_date,
    digit=True,
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
    _re(
        r"^\W*(?:liên tục|24/(?:7|24)\b|thường kỳ|định kỳ\W*$|định kỳ\W{1,3}(?:và |hoặc )?đột xuất)"
    ),
    plain("standing"),
)

# Days named with a limit: the same in a cell and in a sentence.
LIMITS = (
    *(RANGE, OPEN_RANGE, *WEEKS, MONTHLY_DAY, MONTHLY_DAY_AFTER, QUARTER_DAY, SEVERAL_LIMITS),
    *(YEARLY_DAY, YEARLY_DAY_AFTER, BETWEEN, FROM_NOW),
    *(DAYS_EACH_YEAR, MONTH_DAYS, DAYS_OF_MONTH, DAY_LIST, *REPEATS, MONTHLY_DAY_BARE),
    *(BY_DATE, BY_PART_OF_MONTH, BY_PART_OF_QUARTER, BY_QUARTER, BY_MONTH, BY_YEAR),
)
# A cell is nothing but a due phrase, so a bare period is enough.
CELL = (
    *(DAYS_CELL, BETWEEN_CELL, FROM_ON_CELL, *LIMITS, EXTERNAL_CELL, TRIGGERED_CELL, CONTINUOUS),
    *(
        EACH_OF,
        BOTH_HALVES,
        MIXED,
        HALF_YEARLY,
        PER_UNIT,
        PERIODIC,
        PERIODIC_PLAIN,
        STANDING,
        DAILY,
    ),
    *(*OCCASIONS, TRIGGERED, SCHOOL_YEAR, SHORT_MONTHS, SHORT_QUARTERS, PART_OF_MONTH),
    *(PART_OF_QUARTER, HALF_OF_YEAR, QUARTER, HALF, NINE_MONTHS, DAY_PAIR, ONE_DAY, OCCASION_CELL),
    *(MONTH, UNTIL_YEAR_CELL, END_OF_YEAR_CELL, PART_OF_YEAR, YEARS, BARE_YEAR, IN_YEAR, EXTERNAL),
)
