"""The reader's values in words (từ ngữ hiển thị), in Vietnamese and in English."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .language import english

if TYPE_CHECKING:
    from lantoa.documents.reading.model import Due

_KINDS = {
    "decision": ("quyết định", "decision"),
    "plan": ("kế hoạch", "plan"),
    "appendix": ("phụ lục", "appendix"),
    "programme": ("chương trình", "programme"),
    "directive": ("chỉ thị", "directive"),
    "report": ("báo cáo", "report"),
    "announcement": ("thông báo", "announcement"),
    "official_letter": ("công văn", "official letter"),
    "regulation": ("quy chế, quy định", "regulation"),
    "other": ("văn bản", "document"),
}
_STATUSES = {
    "issued": ("đã ban hành", "issued"),
    "draft": ("dự thảo", "draft"),
    "unknown": ("chưa rõ đã ban hành hay chưa", "not known whether issued"),
}
_SEVERITIES = {
    "error": ("lỗi", "errors"),
    "warning": ("cảnh báo", "warnings"),
    "note": ("lưu ý", "notes"),
}
_DUES = {
    "weekly": ("hằng tuần", "weekly"),
    "monthly": ("hằng tháng", "monthly"),
    "quarterly": ("hằng quý", "quarterly"),
    "yearly": ("hằng năm", "yearly"),
    "standing": ("thường xuyên", "standing"),
    "external": ("theo kế hoạch khác", "follows another plan"),
    "triggered": ("khi phát sinh", "when it arises"),
}


def kind_words(kind: str) -> str:
    """The type of a document."""
    return _KINDS.get(kind, _KINDS["other"])[english()]


def status_words(status: str) -> str:
    """Whether a document is issued."""
    return _STATUSES.get(status, _STATUSES["unknown"])[english()]


def severity_words(severity: str) -> str:
    """How grave a finding is, in the plural."""
    return _SEVERITIES.get(severity, (severity, severity))[english()]


def due_words(due: Due) -> str:
    """When a duty is due; "" when the document does not say."""
    day = due.by.strftime("%d/%m/%Y") if due.by else ""
    if due.kind == "unstated":
        return ""
    if due.kind in {"by_date", "within_period"} and day:
        return f"by {day}" if english() else f"đến {day}"
    words = _DUES.get(due.kind, (due.text, due.text))[english()]
    if due.kind == "monthly" and due.day_of_month:
        return f"{words}, {'by the' if english() else 'đến ngày'} {due.day_of_month}"
    return words
