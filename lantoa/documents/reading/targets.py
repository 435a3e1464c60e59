"""Measurable targets (chỉ tiêu) in a duty: "100% cán bộ …", "ít nhất 02 tin, bài/tháng"."""

from __future__ import annotations

import re

from .agency_names import STOP
from .limits import MAX_SAID
from .model import Target
from .references import squeeze

_NUMBER = r"\d{1,6}(?:[.,]\d+)?"
_PERCENT = re.compile(rf"(?<![\d.,])(?P<value>{_NUMBER})\s?%(?P<after>[^.;:]*)")
_RATE = re.compile(
    r"(?:[Tt]ỷ|[Tt]ỉ) (?:lệ|trọng)\s(?P<of>[^.;]+?)\s(?:đạt|tăng|đạt từ|là|từ|phấn đấu|tối thiểu|"
    r"trên|ít "
    r"nhất)\b[^.;%]*$"
)
# "Hồ sơ trực tuyến đạt trên 90%": what reaches the share stands before it, from the start on.
_REACHES = re.compile(
    r"^\W*(?P<of>[^.;:%\d]{3,80}?)\s(?:đạt|chiếm)(?:\s(?:từ|trên|tối thiểu|ít nhất|khoảng))?\s*$"
)
_OF_END = re.compile(
    rf"{STOP.pattern}|\b(?:truy cập|ứng dụng|trở lên|đạt|nộp|biết|hiểu|so với|trên tổng|năm \d|"
    rf"so)\b|"
    rf",\s(?=phấn đấu|nhằm)|[()]"
)
_UNITS = (
    r"tin, bài|tin bài|tin|bài viết|bài|lớp tập huấn|lớp|cuộc đối thoại|cuộc thi|cuộc|buổi|hội "
    r"nghị|hội thi|phóng sự|"
    r"video clip|video|clip|tờ rơi|tờ gấp|chuyên mục|chuyên đề|mô hình|sáng kiến|lượt người|lượt|"
    r"pa nô|băng rôn|"
    r"sản phẩm|ấn phẩm|đợt|chương trình|phiếu|điểm|lần"
)
# Places, people and days are counted too often otherwise: a target says "at least", or how often.
_WITH_LEAST = (
    r"hộ dân|hộ gia đình|hộ|đoàn viên|hội viên|người dân|người|xã|phường|thôn|bản|tổ dân phố|"
    r"đơn vị|cơ quan|ngày(?=\s+(?:trong\s+)?(?:một|mỗi)\s)"
)
_LEAST = r"(?i:ít nhất|tối thiểu|từ|không dưới|trên)\s+"
_COUNT = re.compile(
    rf"(?P<least>{_LEAST})?(?<![\d/.,])(?P<value>\d{{1,3}}(?:\.\d{{3}})+|\d{{1,6}})\s+"
    rf"(?P<unit>(?:{_UNITS}|kỳ(?=\s?/)|(?(least)(?:{_WITH_LEAST})|(?!)))"
    rf"(?:\s?/\s?(?:\d+\s)?(?:tuần|tháng|quý|năm|đơn vị|xã|người|kỳ))?)(?!\w)"
)
# What every count holds, found quickly.
_MAY_COUNT = re.compile(rf"\d\s+(?:{_UNITS}|kỳ|{_WITH_LEAST})")
_NAME_NUMBER = re.compile(r"(?:Điều|khoản|điểm|mục|số|lần thứ|khóa|kỳ|tháng|quý|Quý|ngày|năm)\s+$")


def find_target(text: str) -> Target | None:
    """The first target of the duty: a share in percent before a count."""
    text = squeeze(text[:MAX_SAID])
    percent = _PERCENT.search(text) if "%" in text else None
    if percent:
        return Target(_value(percent["value"]), "%", _share_of(text, percent))
    for match in _COUNT.finditer(text) if _MAY_COUNT.search(text) else ():
        if match["least"] or not _NAME_NUMBER.search(text[: match.start("value")]):
            return Target(_value(match["value"]), squeeze(match["unit"]))
    return None


def _share_of(text: str, percent: re.Match[str]) -> str | None:
    after = re.sub(r"^\s*trở lên\s+(?=\w)", " ", percent["after"])
    end = _OF_END.search(after)
    of = squeeze(after[: end.start()] if end else after)
    of = re.sub(r"^(?:số|tổng số|các)\s", "", of)
    if of:
        return of
    before = text[: percent.start()]
    rate = _RATE.search(before) or _REACHES.search(before)
    return squeeze(rate["of"]) if rate else None


def _value(number: str) -> float:
    """ "99,5" and "1.000" are written the Vietnamese way."""
    if re.fullmatch(r"\d{1,3}(?:\.\d{3})+", number):
        number = number.replace(".", "")
    return float(number.replace(",", "."))
