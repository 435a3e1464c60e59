"""What goes wrong when something is sent (gửi): for people, and between adapter and queue."""

from __future__ import annotations

from lantoa.common.errors import DomainError


class NotSettled(DomainError):
    code = "delivery-not-failed"
    message = "Chỉ gửi lại được tin không gửi được hoặc chưa rõ đã tới hay chưa."


class QuietHoursEmpty(DomainError):
    code = "quiet-hours-empty"
    message = "Khoảng được gửi phải dài ít nhất một giờ: giờ bắt đầu phải trước giờ kết thúc."


class PageNotFetched(DomainError):
    """The sentence says which step failed; the person types the title instead."""

    code = "page-not-fetched"
    message = "Không lấy được tiêu đề của trang này."


class DeliveryFailed(Exception):
    """Raised by an adapter.

    `retry`: trying later may help. `unsure`: the other side may have taken it all the same.
    `down`: the whole channel is out of reach, so the rest of the batch need not be tried.
    """

    def __init__(
        self, reason: str, *, retry: bool = True, unsure: bool = False, down: bool = False
    ) -> None:
        super().__init__(reason)
        self.retry, self.unsure, self.down = retry, unsure, down
