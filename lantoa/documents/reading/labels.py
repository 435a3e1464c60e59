"""Words that open a part and name who or what it is about (nhãn): "Sở Nội vụ:"."""

from __future__ import annotations

import re

# A body's name goes on in capitals ("Ban Dân tộc"); a verb does not ("Ban hành").
_CAPITAL = "[A-ZÀ-ỸĐ]"
_BODY = (
    r"(?:(?:Đề nghị|Giao|Yêu cầu)\s+)?(?:[Cc]ác\s+)?(?:"
    r"(?:Sở|Phòng|Ban|Bộ|Cục|Chi cục|Hội|Đoàn|Báo|Đài|Trường|Viện|Công an|Thuế|Kho bạc|Tổ|Quỹ|"
    r"Bảo hiểm|Bưu điện|Ngân hàng|Thanh tra|Công ty|Hiệp hội|Liên minh|Điện lực|Tòa án|sở|ban|"
    rf"phòng)(?=\s*[,:;]|\s*$|\s+{_CAPITAL}|\s+(?:các|tỉnh|thành|huyện|thị|xã|phường|ngành)\b)|"
    r"(?:Ủy ban|Uỷ ban|UBND|HĐND|UBMTTQ|MTTQ|Hội đồng|Văn phòng|Trung tâm|Thủ trưởng|Chủ tịch|"
    r"Giám đốc|Chánh|Người đứng đầu|Mặt trận|Liên đoàn|Trưởng|Công chức|Trạm|Vụ|cơ quan|đơn vị|"
    r"Cơ quan|Đơn vị|Thôn|Xã|Phường|(?:Đảng|Huyện|Thành|Tỉnh|Thị) [uủ][yỷ])\b|"
    r"[Tt]ổ chức (?:chính trị|đoàn thể|xã hội)|[Đđ]oàn thể|[Cc]ấp [uủ][yỷ]|[Đđ]ịa phương)"
)
_TOPIC = (
    r"(?:Mục tiêu|Mục đích|Yêu cầu|Nội dung|Hình thức|Đối tượng|Thời gian|Thời hạn|Tiến độ|"
    r"Thành phần|Kinh phí|Nguồn kinh phí|Trách nhiệm|Phạm vi|Phương thức|Cách thức|Sản phẩm|"
    r"Kết quả|Nhiệm vụ|Giải pháp|Tổ chức thực hiện|Quan điểm|Căn cứ|Lộ trình|Chỉ tiêu|Địa điểm)\b"
)
_LABEL = re.compile(rf"{_BODY}|{_TOPIC}")
_NAME = re.compile(_BODY)
_MAX_LABEL = 120


def opens_with_label(text: str) -> bool:
    """The text begins with the name of a body or with a set word of plans."""
    return bool(_LABEL.match(text))


def opens_with_body(text: str) -> bool:
    """The text begins with the name of a body: "Phòng Nội vụ", "Các xã"."""
    return bool(_NAME.match(text))


def names_what_follows(head: str) -> bool:
    """The words before a colon are a label, not the first half of a sentence."""
    return len(head) <= _MAX_LABEL and not re.search(r"[.;]\s", head) and opens_with_label(head)
