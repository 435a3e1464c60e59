"""For whom (đối tượng) and through what (kênh, hình thức) a duty communicates, by general words."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

_AUDIENCES = {
    "officials": "cán bộ|công chức|viên chức|người lao động",
    "party_members": "đảng viên|chi bộ|cấp ủy",
    "citizens": "người dân|công dân|cử tri|quần chúng|khách hàng|hộ gia đình|bà con",
    "organisations": "",
    "businesses": "doanh nghiệp|hộ kinh doanh|hợp tác xã|thương nhân",
    "investors": "nhà đầu tư",
    "students": "học sinh|sinh viên|học viên",
    "youth": "đoàn viên|thiếu niên|công chức, viên chức trẻ",
    "internal": "nội bộ|giao ban|họp định kỳ",
}
# What no plain words say; each pattern with words that it always holds.
_AUDIENCE_PATTERNS = (
    (
        "citizens",
        "nhân dân",
        r"nhân dân(?! (?:tỉnh|thị xã|huyện|thành phố|xã|phường|các|cấp))",
    ),
    ("citizens", "cộng đồng", r"cộng đồng(?! doanh nghiệp)"),
    (
        "organisations",
        "tổ chức",
        r"(?:người dân|công dân|cá nhân|doanh nghiệp)(?:,| và)? tổ chức\b|"
        r"\btổ chức(?:,| và| hoặc)? (?:cá nhân|doanh nghiệp|công dân|người dân)",
    ),
    ("youth", "thanh niên", r"(?<!đoàn )(?<!công tác )thanh niên"),
)
_CHANNELS = {
    "meeting": "hội nghị|giao ban|cuộc họp|các buổi họp|họp định kỳ|hội thảo|tọa đàm|toạ đàm|"
    "diễn đàn|kỳ họp",
    "party_cell": "sinh hoạt chi bộ|sinh hoạt đảng|chi bộ",
    "portal": "trang thông tin điện tử|website|trang web|cổng ttđt|cổng dịch vụ công",
    "press": "báo chí|thông tấn|phóng sự|phỏng vấn|chuyên trang|truyền hình|đài phát thanh|trên "
    "báo",
    "radio": "truyền thanh|phát thanh|loa không dây|trên loa",
    "training": "tập huấn|bồi dưỡng|lớp đào tạo",
    "dialogue": "đối thoại",
    "voter_meeting": "tiếp xúc cử tri|tiếp công dân|tiếp dân",
    "one_stop": "bộ phận một cửa|bộ phận tiếp nhận|điểm hỗ trợ|trung tâm phục vụ hành chính công",
    "leaflet": "tờ rơi|tờ gấp|cẩm nang|sổ tay",
    "contest": "cuộc thi|hội thi|hội diễn",
    "social": "mạng xã hội|facebook|zalo|youtube|fanpage|tiktok",
    "video": "",
    "graphics": "đồ họa|đồ hoạ|infographic|áp phích|panô|pa nô|băng rôn|khẩu hiệu",
    "procurement": "đấu thầu|đặt hàng|thuê tư vấn|thuê dịch vụ",
    "survey": "khảo sát|phiếu hỏi|phiếu lấy ý kiến|lấy ý kiến|thu thập ý kiến|điều tra xã hội học",
    "noticeboard": "bảng tin|bảng điện tử|niêm yết|bảng led",
    "mobile": "lưu động|tin nhắn|mạng di động|ứng dụng di động",
    "oral": "tuyên truyền miệng|báo cáo viên|tuyên truyền viên|sinh hoạt thôn|tổ dân phố",
    "document": "văn bản triển khai|văn bản chỉ đạo|văn bản hướng dẫn|bản tin|tài liệu|tủ sách|"
    "ấn phẩm|thông báo kết luận",
    "school": "trường học|nhà trường|giảng dạy|học đường",
    "post": "bưu điện|bưu chính",
}
_CHANNEL_PATTERNS = (
    ("portal", "thông tin", r"cổng(?:\s?/\s?trang)?(?: \(trang\))? thông tin"),
    ("video", "video", r"\bvideo"),
    ("video", "tvc", r"\btvc\b"),
    ("video", "clip", r"\bclip"),
    ("video", "phim", r"\bphim\b"),
)


@dataclass(frozen=True, slots=True)
class _Rules:
    """All words of a subject in one list, for one pass over a text, and the order of its names."""

    plain: tuple[tuple[str, str], ...]
    patterns: tuple[tuple[str, str, re.Pattern[str]], ...]
    names: tuple[str, ...]

    def matching(self, text: str) -> list[str]:
        """The names of which the text says a word."""
        lowered = text.lower()
        found = {name for name, word in self.plain if word in lowered}
        found |= {
            name for name, word, pattern in self.patterns
            if word in lowered and pattern.search(lowered)
        }  # fmt: skip
        return [name for name in self.names if name in found] if found else []


def _rules(words: Mapping[str, str], patterns: Sequence[tuple[str, str, str]]) -> _Rules:
    return _Rules(
        tuple((name, word) for name, each in words.items() for word in each.split("|") if word),
        tuple((name, word, re.compile(pattern)) for name, word, pattern in patterns),
        tuple(words),
    )


_AUDIENCE_RULES = _rules(_AUDIENCES, _AUDIENCE_PATTERNS)
_CHANNEL_RULES = _rules(_CHANNELS, _CHANNEL_PATTERNS)
_FOR = re.compile(
    r"(?:tuyên truyền|thông tin|nội dung|đối tượng)\s.*\b(?:cho|đối với|đến|tới|là)\s",
    re.IGNORECASE,
)


def audiences_of(text: str, headings: Sequence[str] = ()) -> list[str]:
    """The audiences named; a heading "Nội dung tuyên truyền cho …" decides for all under it."""
    decided = next(filter(None, map(_audiences_of_heading, headings)), None)
    return list(decided) if decided else _AUDIENCE_RULES.matching(text)


def channels_of(text: str, headings: Sequence[str] = ()) -> list[str]:
    """The channels named in the duty, or else in the nearest heading that names any."""
    found = _CHANNEL_RULES.matching(text)
    return found or list(next(filter(None, map(_channels_of_heading, headings)), ()))


# One heading stands over many duties.
@lru_cache(maxsize=256)
def _audiences_of_heading(heading: str) -> tuple[str, ...]:
    return tuple(_AUDIENCE_RULES.matching(heading)) if _FOR.search(heading) else ()


@lru_cache(maxsize=256)
def _channels_of_heading(heading: str) -> tuple[str, ...]:
    return tuple(_CHANNEL_RULES.matching(heading))
