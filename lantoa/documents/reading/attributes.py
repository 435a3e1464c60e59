"""Lines under a duty that only say who, when or what results (chủ trì, thời gian, sản phẩm)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from .model import Paragraph

_ATTRIBUTE = re.compile(
    r"^\W*(?:(?:(?:cơ quan|đơn vị)\s+)?(?:chủ trì|phối hợp|thực hiện|tham mưu)"
    r"(?:\s+(?:tham mưu|thực hiện|triển khai|xây dựng|chính|phối hợp))*"
    r"|(?:thời gian|thời hạn|tiến độ|hạn)(?:\s+(?:thực hiện|hoàn thành|triển khai))*"
    r"|(?:sản phẩm|kết quả|kinh phí|nguồn kinh phí|địa điểm|thành phần|hình thức|đối tượng)"
    r"(?:\s+(?:đầu ra|dự kiến|thực hiện|tham gia|hoàn thành))*)\s*:",
    re.IGNORECASE,
)


def is_attribute(text: str) -> bool:
    """Whether the line only describes the duty before it: "Cơ quan chủ trì: …"."""
    return bool(_ATTRIBUTE.match(text))


def with_attributes(paragraphs: Sequence[Paragraph]) -> list[Paragraph]:
    """The paragraphs, each with the describing lines that follow it; the first stays as it is."""
    joined: list[Paragraph] = []
    for paragraph in paragraphs:
        if not joined or not is_attribute(paragraph.text):
            joined.append(paragraph)
            continue
        before = joined[-1]
        text = f"{before.text.rstrip(' .;')}. {paragraph.text.lstrip(' -–+•*')}"
        joined[-1] = Paragraph(before.line, text, paragraph.last_line, before.bullet)
    return joined
