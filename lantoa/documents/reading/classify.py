"""For whom (đối tượng) and through what (kênh, hình thức) a duty communicates, by general words."""

from __future__ import annotations

import re
from collections.abc import Sequence

_AUDIENCES = {
    "officials": r"cán bộ|công chức|viên chức|người lao động",
    "party_members": r"đảng viên|chi bộ|cấp ủy",
    "citizens": r"người dân|nhân dân(?! (?:tỉnh|thị xã|huyện|thành phố|xã|phường|các|cấp))|công "
    r"dân|cử tri|"
    r"cộng đồng(?! doanh nghiệp)|quần chúng|khách hàng|hộ gia đình|bà con",
    "organisations": r"(?:người dân|công dân|cá nhân|doanh nghiệp)(?:,| và)? tổ chức\b|"
    r"\btổ chức(?:,| và| hoặc)? (?:cá nhân|doanh nghiệp|công dân|người dân)",
    "businesses": r"doanh nghiệp|hộ kinh doanh|hợp tác xã|thương nhân",
    "investors": r"nhà đầu tư",
    "students": r"học sinh|sinh viên|học viên",
    "youth": r"đoàn viên|(?<!đoàn )(?<!công tác )thanh niên|thiếu niên|công chức, viên chức trẻ",
    "internal": r"nội bộ|giao ban|họp định kỳ",
}
_CHANNELS = {
    "meeting": r"hội nghị|giao ban|cuộc họp|các buổi họp|họp định kỳ|hội thảo|tọa đàm|toạ đàm|"
    r"diễn đàn|kỳ họp",
    "party_cell": r"sinh hoạt chi bộ|sinh hoạt đảng|chi bộ",
    "portal": r"cổng(?:\s?/\s?trang)?(?: \(trang\))? thông tin|trang thông tin điện tử|website|"
    r"trang web|cổng ttđt|"
    r"cổng dịch vụ công",
    "press": r"báo chí|thông tấn|phóng sự|phỏng vấn|chuyên trang|truyền hình|đài phát thanh|trên "
    r"báo",
    "radio": r"truyền thanh|phát thanh|loa không dây|trên loa",
    "training": r"tập huấn|bồi dưỡng|lớp đào tạo",
    "dialogue": r"đối thoại",
    "voter_meeting": r"tiếp xúc cử tri|tiếp công dân|tiếp dân",
    "one_stop": r"bộ phận một cửa|bộ phận tiếp nhận|điểm hỗ trợ|trung tâm phục vụ hành chính công",
    "leaflet": r"tờ rơi|tờ gấp|cẩm nang|sổ tay",
    "contest": r"cuộc thi|hội thi|hội diễn",
    "social": r"mạng xã hội|facebook|zalo|youtube|fanpage|tiktok",
    "video": r"\bvideo|\btvc\b|\bclip|\bphim\b",
    "graphics": r"đồ họa|đồ hoạ|infographic|áp phích|pa ?nô|băng rôn|khẩu hiệu",
    "procurement": r"đấu thầu|đặt hàng|thuê tư vấn|thuê dịch vụ",
    "survey": r"khảo sát|phiếu hỏi|phiếu lấy ý kiến|lấy ý kiến|thu thập ý kiến|điều tra xã hội học",
    "noticeboard": r"bảng tin|bảng điện tử|niêm yết|bảng led",
    "mobile": r"lưu động|tin nhắn|mạng di động|ứng dụng di động",
    "oral": r"tuyên truyền miệng|báo cáo viên|tuyên truyền viên|sinh hoạt thôn|tổ dân phố",
    "document": r"văn bản (?:triển khai|chỉ đạo|hướng dẫn)|bản tin|tài liệu|tủ sách|ấn phẩm|"
    r"thông báo kết luận",
    "school": r"trường học|nhà trường|giảng dạy|học đường",
    "post": r"bưu điện|bưu chính",
}
_AUDIENCE_RULES = {name: re.compile(words) for name, words in _AUDIENCES.items()}
_CHANNEL_RULES = {name: re.compile(words) for name, words in _CHANNELS.items()}
_FOR = re.compile(
    r"(?:tuyên truyền|thông tin|nội dung|đối tượng)\s.*\b(?:cho|đối với|đến|tới|là)\s",
    re.IGNORECASE,
)


def audiences_of(text: str, headings: Sequence[str] = ()) -> list[str]:
    """The audiences named; a heading "Nội dung tuyên truyền cho …" decides for all under it."""
    for heading in headings:
        if _FOR.search(heading):
            found = _matching(heading, _AUDIENCE_RULES)
            if found:
                return found
    return _matching(text, _AUDIENCE_RULES)


def channels_of(text: str, headings: Sequence[str] = ()) -> list[str]:
    """The channels named in the duty, or else in the nearest heading that names any."""
    for words in (text, *headings):
        found = _matching(words, _CHANNEL_RULES)
        if found:
            return found
    return []


def _matching(text: str, rules: dict[str, re.Pattern[str]]) -> list[str]:
    lowered = text.lower()  # searching lower-case words is far quicker than ignoring case
    return [name for name, pattern in rules.items() if pattern.search(lowered)]
