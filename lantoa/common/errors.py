"""What a person can do wrong, as exceptions with a stable code and one Vietnamese sentence."""

from __future__ import annotations

from typing import Any


class DomainError(Exception):
    """A refusal that the person can understand and act on; shown on the page, never a 500."""

    code = "domain-error"
    message = "Không thực hiện được thao tác này."

    def __init__(self, message: str = "", **data: Any) -> None:
        self.data = data
        self.text = message or self.message.format(**data)
        super().__init__(self.text)


class NotAllowed(DomainError):
    """Seen but not permitted: HTTP 403."""

    code = "not-allowed"
    message = "Tài khoản của bạn không có quyền thực hiện việc này."


class NotFound(DomainError):
    """Absent, or outside what the actor may see; the two are not told apart: HTTP 404."""

    code = "not-found"
    message = "Không tìm thấy nội dung này, hoặc nội dung không thuộc phạm vi của bạn."


class ChangedMeanwhile(DomainError):
    """Somebody else changed the same thing first; nothing of either change is lost."""

    code = "changed-meanwhile"
    message = "Nội dung này vừa được người khác thay đổi. Vui lòng xem lại trước khi lưu."
