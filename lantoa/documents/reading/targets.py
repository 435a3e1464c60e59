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
    r"tọa đàm trực tiếp|tọa đàm trực tuyến|tọa đàm|toạ đàm|đoạn phim|bảng đứng|"
    r"sản phẩm|ấn phẩm|đợt|chương trình|phiếu|điểm|lần"
)
# Places, people and days are counted too often otherwise: a target says "at least", or how often.
_WITH_LEAST = (
    r"phường, xã|xã, phường|xã, thị trấn|trường học|hộ dân|hộ gia đình|hộ|đoàn viên|hội "
    r"viên|người dân|người|xã|phường|thôn|bản|tổ dân phố|"
    r"đơn vị|cơ quan|ngày(?=\s+(?:trong\s+)?(?:một|mỗi)\s)"
)
_LEAST = r"(?i:ít nhất|tối thiểu|từ|không dưới|trên)\s+"
_COUNT = re.compile(
    rf"(?P<least>{_LEAST}|^\W*(?i:có\s+|phấn đấu\s+(?:có\s+)?)?(?=\d))?(?<![\d/.,])"
    rf"(?P<value>\d{{1,3}}(?:\.\d{{3}})+|\d{{1,6}})\s+"
    rf"(?P<unit>(?:{_UNITS}|kỳ(?=\s?/)|(?(least)(?:{_WITH_LEAST})|(?!)))"
    rf"(?:\s?/\s?(?:\d+\s)?(?:tuần|tháng|quý|năm|đơn vị|xã|người|kỳ))?)(?!\w)"
)
# What every count holds, found quickly.
_MAY_COUNT = re.compile(rf"\d\s+(?:{_UNITS}|kỳ|{_WITH_LEAST})")
# Things that are made, put up or given away: what is counted stands right after the act.
_MADE = re.compile(
    r"\b(?:[Ii]n|[Pp]hát|[Ll]ắp đặt|[Ll]ắp|[Đđ]ặt|[Tt]rồng|[Tt]ặng|[Đđ]óng|[Ll]àm|[Tt]hay"
    r"|[Dd]ựng|[Bb]iên tập|"
    r"[Bb]iên soạn|[Qq]uét|[Ss]ố hóa|[Ss]ản xuất|[Vv]ẽ|[Tt]reo|[Cc]ấp phát|[Mm]ua|[Tt]rang "
    r"bị|[Ss]ơn)\s+"
    r"(?:mới\s+|được\s+|ít nhất\s+|tối thiểu\s+|mỗi (?:năm|quý|tháng)\s+)?"
    r"(?P<value>\d{1,3}(?:\.\d{3})+|\d{1,6})\s+(?P<unit>[^\W\d_]+(?:\s[^\W\d_]+){0,3})"
    r"(?=\s*(?:[.,;:)]|$)|\s(?:về|cho|tại|trong|theo|trước|xong|gửi|để|dưới|vào|ở|với|đến|từ|trên|và|nhằm)\b)"
)
_NO_THING = re.compile(
    r"(?:nhóm|nội dung|nhiệm vụ|giải pháp|khâu|bước|cấp|mục tiêu|nguyên tắc|yêu cầu|tiêu "
    r"chí|lĩnh vực|ngày|"
    r"giờ|phút|giây|tháng|năm|tuần|quý|đồng|triệu|tỷ|tỉ|nghìn|ngàn|km|chương|điều|thứ "
    r"tiếng|loại|lần)\b"
)
_IN_QUESTION = re.compile(r"được (?:hỏi|khảo sát|phỏng vấn|lấy ý kiến)\b")
_NEAR = 40
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
    return _made(text)


def _made(text: str) -> Target | None:
    """So many things to make or give, where nothing else is counted: "Tặng 200 chậu hoa"."""
    for match in _MADE.finditer(text) if any(map(str.isdigit, text)) else ():
        if not _NO_THING.match(match["unit"]) and match["unit"].islower():
            return Target(_value(match["value"]), match["unit"])
    return None


def _share_of(text: str, percent: re.Match[str]) -> str | None:
    after = re.sub(r"^\s*trở lên\s+(?=\w)", " ", percent["after"])
    asked = _IN_QUESTION.search(after)
    end = _OF_END.search(after, asked.end() if asked and asked.start() < _NEAR else 0)
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
