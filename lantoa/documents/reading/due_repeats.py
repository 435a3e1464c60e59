"""Due phrases that return every so often (định kỳ), without a day of their own."""

from __future__ import annotations

import re

from .due_builders import Rule, Setting
from .due_patterns import EACH_YEAR, EVERY, EVERY_UNIT, UNIT, N, compiled, count_of
from .model import Due
from .recurrence import (
    end_of_months,
    every,
    every_other,
    first_of_month,
    half_yearly,
    monthly_on,
    quarterly_after,
    times_in,
)

_BEFORE = r"trước(?:\s+ngày)?"
_AT = r"(?:chậm|muộn) nhất(?:\s+(?:là|vào|đến))?(?:\s+hết)?(?:\s+ngày)?|(?:đến\s+)?hết\s+ngày"
_ONE = r"(?:một|01|1)"
_UNITS = ("tuần", "tháng", "quý", "năm")


def _once_in(match: re.Match[str], setting: Setting) -> Due | None:
    return every_other(count_of(match["count"]), match["unit"].lower())


def _times(match: re.Match[str], setting: Setting) -> Due | None:
    return times_in(count_of(match["count"]), match["unit"].lower())


def _months_each_year(match: re.Match[str], setting: Setting) -> Due | None:
    numbers = [int(number) for number in re.findall(r"\d+", match["months"])]
    return end_of_months(numbers) if all(1 <= number <= 12 for number in numbers) else None


def _quarters_each_year(match: re.Match[str], setting: Setting) -> Due | None:
    roman = {"I": 1, "II": 2, "III": 3, "IV": 4}
    names = re.findall(r"IV|I{1,3}|[1-4]", match["quarters"].upper())
    return end_of_months([3 * roman.get(name, 0) or 3 * int(name) for name in names])


def _day_of_next_quarter(match: re.Match[str], setting: Setting) -> Due | None:
    return quarterly_after(int(match["day"]) - (bool(match["before"]) and setting.strict))


def _day_of_next_month(match: re.Match[str], setting: Setting) -> Due | None:
    return monthly_on(int(match["day"]), before=bool(match["before"]) and setting.strict)


def _last_of_range(match: re.Match[str], setting: Setting) -> Due | None:
    return monthly_on(int(match["day"]), before=False)


def _mixed(match: re.Match[str], setting: Setting) -> Due | None:
    """ "Tháng, quý, 6 tháng, năm": whoever reports at each of them reports at the shortest."""
    said = match["units"].lower()
    for unit in ("tuần", "tháng", "quý"):
        if re.search(rf"(?<!6 )(?<!sáu )(?<!9 )(?<!chín )\b{unit}\b", said):
            return every(unit)
    halves = [6] if re.search(r"6 |sáu ", said) else []
    nine = [9] if re.search(r"9 |chín ", said) else []
    return end_of_months([*halves, *nine, 12]) if nine else half_yearly()


END_OF_MONTH = Rule(
    compiled(
        r"(?:(?:chậm nhất\s+)?(?:vào\s+)?ngày\s+(?:làm việc\s+)?cuối(?:\s+cùng)?\s*(?:của\s+)?"
        r"(?:(?:hằng|hàng|mỗi)\s+)?tháng)(?!\s*\d)"
    ),
    lambda match, setting: monthly_on(1, before=True),
    needs=("cuối",),
)
FIRST_OF_MONTH = Rule(
    compiled(
        r"(?:vào\s+)?ngày\s+(?P<working>làm việc\s+)?đầu(?:\s+tiên)?\s+(?:của\s+)?(?:hằng "
        r"|hàng |mỗi )?"
        r"tháng(?!\s*\d)"
    ),
    lambda match, setting: first_of_month(working=bool(match["working"])),
    needs=("đầu",),
)
END_OF_EACH = Rule(
    compiled(rf"cuối\s+(?:mỗi|hằng|hàng|các|từng)\s+{UNIT}"),
    lambda match, setting: every(match["unit"].lower()),
    needs=("cuối",),
)
ONCE_IN = Rule(
    compiled(
        rf"(?:định kỳ\s+)?(?:cứ\s+)?\b{N}\s+{UNIT}\s*(?:/\s*(?:{_ONE}\s+)?|(?:(?:tổ chức|thực hiện|"
        rf"tiến hành|đánh giá|rà soát)\s+)?{_ONE}\s+)lần"
    ),
    _once_in,
    needs=("lần",),
    also=(_UNITS,),
)
TIMES = Rule(
    compiled(
        rf"(?:định kỳ\s+)?(?:ít nhất\s+|tối thiểu\s+)?\b{N}\s+(?:lần|kỳ"
        rf"|đợt)\s*(?:/\s*(?:{_ONE}\s+)?|"
        rf"(?:trong\s+)?(?:mỗi|{_ONE})\s+|trong\s+)(?P<unit>tuần|tháng(?!\s*\d)|quý(?!\s*[IV\d])|"
        r"năm(?!\s*(?:\d|học)))\b"
    ),
    _times,
    needs=("lần", "kỳ", "đợt"),
    also=(_UNITS,),
    near=re.compile(r"(?:lần|kỳ|đợt) ?(?:/|trong|mỗi|một|01|1)"),
)
EACH_TIMES = Rule(
    compiled(
        rf"(?:định kỳ\s+)?(?:{EVERY}|{_ONE})\s+{UNIT}(?:[\s,(]+"
        rf"|\s+[^.;:\d]{{1,60}}?\s)(?:ít nhất\s+|tối "
        rf"thiểu\s+)?{N}\s+(?:lần|kỳ|đợt)\b\)?"
    ),
    _times,
    needs=("lần", "kỳ", "đợt"),
    also=(_UNITS,),
    near=EVERY_UNIT,
)
MONTHS_EACH_YEAR = Rule(
    compiled(
        r"(?:trong\s+)?tháng\s+(?P<months>\d{1,2}(?:\s*(?:,|và|;)\s*(?:tháng\s+)?\d{1,2}){0,11})\s*"
        r"(?:hằng|hàng|mỗi)\s+năm"
    ),
    _months_each_year,
    needs=EACH_YEAR,
    also=(("tháng",),),
    digit=True,
)
QUARTERS_EACH_YEAR = Rule(
    compiled(
        r"(?:trong\s+)?quý\s+(?P<quarters>(?:I{1,3}|IV|[1-4])(?:\s*(?:,|và)\s*(?:quý\s+)?(?:I{1,3}|IV|"
        r"[1-4])){0,11})\s*(?:hằng|hàng|mỗi)\s+năm"
    ),
    _quarters_each_year,
    needs=EACH_YEAR,
    also=(("quý",),),
)
DAY_OF_NEXT_QUARTER = Rule(
    compiled(
        rf"(?:(?:hằng|hàng|mỗi)\s+quý[\s,(]*)?(?:(?P<before>{_BEFORE})|{_AT}|ngày)\s+(?P<day>\d{{1,2}})"
        r"\s*(?:của\s+)?tháng đầu(?:\s+(?:tiên|của))*\s+quý\s+(?:sau|tiếp theo|kế tiếp|liền kề)"
    ),
    _day_of_next_quarter,
    needs=("tháng đầu",),
    digit=True,
)
DAY_OF_NEXT_MONTH = Rule(
    compiled(
        rf"(?:(?:hằng|hàng|mỗi)\s+tháng[\s,(]*)?(?:(?P<before>{_BEFORE})|{_AT}|ngày)\s+(?P<day>\d{{1,2}})"
        r"\s*(?:của\s+)?tháng\s+(?:sau|tiếp theo|kế tiếp|liền kề)\)?"
    ),
    _day_of_next_month,
    needs=("tháng sau", "tháng tiếp", "tháng kế", "tháng liền"),
    digit=True,
)
DAYS_EACH_MONTH = Rule(
    compiled(
        r"từ\s+(?:ngày\s+)?\d{1,2}\s*(?:đến|-|–)\s*(?:hết\s+)?(?:ngày\s+)?(?P<day>\d{1,2})\s+(?:của\s+)?"
        r"(?:hằng|hàng|mỗi)\s+tháng"
    ),
    _last_of_range,
    needs=("từ",),
    digit=True,
)
_MIXED_UNIT = (
    r"(?:(?:hằng|hàng|theo|cả|01|1|một|báo cáo)\s+){0,2}(?:tuần|tháng|quý|(?:0?[69]|sáu"
    r"|chín)\s+tháng"
    r"(?:\s+đầu năm)?|năm)(?!\s*(?:\d|[IV]+\b|học|nay|tới|qua|trước|sau))(?!\w)"
)
MIXED = Rule(
    compiled(
        rf"(?:(?:báo cáo|sơ kết|định kỳ)\s+){{0,2}}(?:hằng\s+|hàng\s+|mỗi\s+)?(?<!\d/)"
        rf"(?P<units>{_MIXED_UNIT}(?:\s*(?:,|và|;|/|hoặc)\s*(?:và\s+)?{_MIXED_UNIT}){{1,4}})"
    ),
    _mixed,
    needs=_UNITS,
    near=re.compile(r"(?:tuần|tháng|quý|năm) ?(?:[,;/]|và|hoặc)"),
)
EACH_OF = Rule(
    compiled(
        r"^\W*(?:(?:hoàn thành\s+)?trong\s+)?(?:tất cả\s+)?(?:các|từng|cả "
        r"\d)\s+(?P<unit>tuần|tháng|quý)"
        r"(?:\s+(?:trong\s+)?(?:của\s+)?năm(?:\s+(?P<bound>(?:19|20)\d\d))?)?\W*$"
    ),
    lambda match, setting: every(
        match["unit"].lower(), until_year=int(match["bound"]) if match["bound"] else None
    ),
)

# With a day or a month of their own; in a sentence they need nothing around them.
REPEATS = (
    *(
        DAY_OF_NEXT_QUARTER,
        DAY_OF_NEXT_MONTH,
        DAYS_EACH_MONTH,
        FIRST_OF_MONTH,
        END_OF_MONTH,
        END_OF_EACH,
    ),
    *(ONCE_IN, TIMES, EACH_TIMES, MONTHS_EACH_YEAR, QUARTERS_EACH_YEAR),
)
