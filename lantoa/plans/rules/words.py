"""Words for what the reader found (đối tượng, hình thức, vai trò, độ tin cậy)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

AUDIENCES = {
    "officials": "Cán bộ, công chức, viên chức",
    "party_members": "Đảng viên",
    "citizens": "Người dân",
    "organisations": "Tổ chức",
    "businesses": "Doanh nghiệp",
    "investors": "Nhà đầu tư",
    "students": "Học sinh, sinh viên",
    "youth": "Đoàn viên, thanh niên",
    "internal": "Nội bộ cơ quan, đơn vị",
}
CHANNELS = {
    "meeting": "Hội nghị, cuộc họp",
    "party_cell": "Sinh hoạt chi bộ",
    "portal": "Cổng, trang thông tin điện tử",
    "press": "Báo chí",
    "radio": "Phát thanh, truyền thanh",
    "training": "Tập huấn, bồi dưỡng",
    "dialogue": "Đối thoại",
    "voter_meeting": "Tiếp xúc cử tri",
    "one_stop": "Bộ phận Một cửa",
    "leaflet": "Tờ rơi, tờ gấp",
    "contest": "Cuộc thi",
    "social": "Mạng xã hội",
    "video": "Video",
    "graphics": "Đồ họa",
    "procurement": "Đặt hàng, đấu thầu",
    "survey": "Khảo sát",
    "noticeboard": "Bảng tin công cộng",
    "mobile": "Tuyên truyền lưu động",
    "oral": "Tuyên truyền miệng",
    "document": "Văn bản",
    "school": "Trường học",
    "post": "Bưu điện",
}
ROLES = {
    "lead": "Chủ trì",
    "requested": "Được đề nghị",
    "coordinating": "Phối hợp",
    "advised": "Tham mưu cho",
    "invited": "Được mời",
}
SURE, FAIRLY_SURE = 0.85, 0.65
CONFIDENCE = {"sure": "Chắc chắn", "fair": "Khá chắc", "low": "Cần xem kỹ"}


def labelled(table: Mapping[str, str], keys: Iterable[str]) -> list[str]:
    """The words of these codes; a code that has none is shown as it is."""
    return [table.get(key, key) for key in keys]


def confidence(value: float) -> str:
    """Which word of `CONFIDENCE` the reader's share stands for."""
    if value >= SURE:
        return "sure"
    return "fair" if value >= FAIRLY_SURE else "low"


def target(value: Mapping[str, Any] | None) -> str:
    """A target as written in plans: "100% cán bộ, công chức"; empty without one."""
    if not value:
        return ""
    number = f"{value['value']:g}".replace(".", ",")
    unit = value.get("unit") or ""
    amount = f"{number}%" if unit == "%" else f"{number} {unit}".strip()
    return f"{amount} {value.get('of') or ''}".strip()
