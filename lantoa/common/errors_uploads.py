"""What may be wrong with a file on its way (tệp đang tải lên)."""

from __future__ import annotations

from lantoa.common.errors import DomainError


class UploadElsewhere(DomainError):
    """The part does not begin where the file ends so far; HTTP 409."""

    code = "upload-elsewhere"
    message = "Phần gửi lên không nối tiếp phần đã nhận."


class UploadOverlong(DomainError):
    """More was sent than was announced; HTTP 413."""

    code = "upload-overlong"
    message = "Tệp “{name}” dài hơn dung lượng đã báo."


class UploadsTooMany(DomainError):
    """HTTP 429."""

    code = "uploads-too-many"
    message = "Đang có quá nhiều tệp tải lên mà chưa gửi. Hãy gửi hoặc bỏ bớt rồi thử lại."


class UploadUsed(DomainError):
    """HTTP 410."""

    code = "upload-used"
    message = "Tệp “{name}” đã được nhận ở lần gửi trước, không cần gửi lại."


class UploadUnfinished(DomainError):
    code = "upload-unfinished"
    message = "Tệp “{name}” chưa tải lên hết. Hãy đợi tải xong rồi gửi."


class UploadGone(DomainError):
    code = "upload-gone"
    message = "Có tệp đã tải lên nhưng không còn giữ được. Hãy chọn lại tệp đó."
