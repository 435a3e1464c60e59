"""What a person can do wrong when preparing and confirming a handover (bàn giao)."""

from lantoa.common.errors import ChangedMeanwhile, DomainError


class HandoverIncomplete(DomainError):
    code = "handover-incomplete"
    message = "Hãy ghi tên đợt sắp xếp và căn cứ (số, ký hiệu văn bản)."


class HandoverEmpty(DomainError):
    code = "handover-empty"
    message = "Hãy chọn ít nhất một cơ quan được sắp xếp."


class HandoverNotDraft(DomainError):
    code = "handover-not-draft"
    message = "Đợt sắp xếp này không còn ở bước chuẩn bị."


class HandoverTooEarly(DomainError):
    code = "handover-too-early"
    message = "Đợt sắp xếp có hiệu lực từ ngày {day}; từ ngày đó mới xác nhận bàn giao được."


class HandoverAlreadyConfirmed(ChangedMeanwhile):
    code = "handover-already-confirmed"
    message = "{who} đã xác nhận đợt sắp xếp này lúc {when}."


class HandoverChangedMeanwhile(ChangedMeanwhile):
    code = "handover-changed-meanwhile"
    message = "Người khác vừa thay đổi đợt sắp xếp này. Hãy xem lại phần xem trước rồi xác nhận."
