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
# Who is meant, before a colon: "Các chi bộ trực thuộc:", "Trưởng thôn:", "Đối với các xã:".
_WHO = re.compile(
    r"(?:[Cc]ác\s+)?(?:[Cc]hi bộ|[Đđ]ảng bộ|[Đđ]ảng ủy|Bí thư|Hiệu trưởng|Trưởng|[Ll]ực "
    r"lượng|[Nn]gành|"
    r"Đối với|[Nn]hà trường|[Tt]rường(?! hợp)|[Tt]ổ(?! (?:chức|số))|[Kk]hu phố|[Bb]ản(?! "
    r"(?:tin|đồ|sao|án))|"
    r"[Kk]hóm|[Ấấ]p|[Cc]ông đoàn|[Cc]ơ sở(?! (?:vật|dữ|pháp|hạ))|[Dd]oanh nghiệp|[Hh]ợp tác xã|"
    r"[Tt]hành viên|[Cc]án bộ|[Pp]hòng(?!,? chống| ngừa)|[Bb]an(?! hành)|[Ss]ở(?! hữu))\b"
)
_MAX_WHO = 60
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
    if len(head) > _MAX_LABEL or re.search(r"[.;]\s", head):
        return False
    return opens_with_label(head) or names_who(head)


def names_who(head: str) -> bool:
    """The words before a colon name whose duty follows, and no more than that."""
    is_short = len(head) <= _MAX_WHO and "," not in head
    return bool(_NAME.match(head)) or (is_short and bool(_WHO.match(head)))
