"""Due phrases that wait for something to happen (khi có phát sinh, sau … ngày kể từ …)."""

from __future__ import annotations

from .due_builders import Rule, plain
from .due_patterns import compiled

_DAYS = r"\d{1,3}\s+(?:ngày|giờ|tuần|tháng)(?:\s+làm việc)?"
_EVENT = r"(?:tết\b|đại hội|kỳ họp|hội nghị|cuộc họp|lễ\b|dịp|ngày (?:bầu cử|hội|lễ|khai|tổ chức))"


TRIGGERED = Rule(
    compiled(
        r"ngay\s+(?:sau\s+)?khi\s[^.;,)]+"
        r"|sau\s+khi\s+(?:có|được|nhận|ban hành|kết thúc|hoàn thành|phê duyệt)\s[^.;,)]+"
        r"|sau\s+khi\s+[^.;,)]{1,60}?\b(?:được|có hiệu lực|ban hành|kết thúc|hoàn thành)\b[^.;,)]*"
        rf"|(?:trong(?:\s+(?:thời hạn|vòng))?|sau|(?:chậm|muộn) nhất(?:\s+(?:là|sau|trong))*|không "
        rf"quá)\s+{_DAYS}\s*[,(]?\s*(?:kể\s+)?(?:từ|sau|trước)\s[^.;,)]+\)?"
        rf"|trước(?:\s+(?:ít nhất|tối thiểu))?\s+{_DAYS}(?!\s*\d)[^.;,)]*"
        rf"|trong\s+(?:thời hạn|thời gian|vòng)\s+(?:không quá\s+|tối đa\s+)?{_DAYS}"
        rf"|{_DAYS}\s+(?:kể từ|sau khi|sau ngày|từ khi)\s[^.;,)]+"
        rf"|(?:(?:chậm|muộn) nhất|không quá)\s+(?:là\s+|sau\s+|trong\s+)?{_DAYS}(?![^.;,]{{0,30}}/)"
        r"|khi có\s+(?:thay đổi|biến động|sự cố|tình huống|vụ việc|dịch|thiên tai|yêu cầu"
        r"|đề nghị|chỉ đạo|phát sinh|văn bản|hướng dẫn|nhu cầu|kế "
        r"hoạch)[^.;,)]*"
        r"|khi (?:có )?phát sinh[^.;,)]*"
    ),
    plain("triggered"),
    needs=("khi", "kể", "từ", "sau", "trước", "vòng", "thời hạn", "nhất", "không quá"),
)
TRIGGERED_CELL = Rule(
    compiled(
        r"^\W*(?:sau khi|khi\s|đột xuất|theo (?:yêu cầu|nhu cầu|thực tế|tình hình)|chậm "
        r"nhất sau\s+\d"
        rf"|sau\s+{_DAYS}|ngay\s+(?:sau\s+)?khi"
        rf"|(?:hoàn thành |xong )?(?:trước|trong|sau)(?: và (?:trong|sau))*\s+{_EVENT})"
    ),
    plain("triggered"),
)
BEFORE_EVENT = Rule(
    compiled(r"(?:hoàn thành|xong)\s+trước\s+(?:tết\b|kỳ họp|đại hội|dịp|khi\s)[^.;,)]*"),
    plain("triggered"),
    needs=("trước",),
)
ON_REQUEST = Rule(
    compiled(
        r"\b(?:báo cáo|cung cấp|giải trình)\b[^.;:]{0,60}?\s(?P<phrase>(?:đột "
        r"xuất\s+)?(?:khi có|theo) yêu cầu"
        r"(?:\s+của\s[^.;,)]+)?)"
    ),
    plain("triggered"),
    needs=("yêu cầu",),
)
