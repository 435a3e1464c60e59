"""What a person can do wrong with agencies' own plans (kế hoạch của đơn vị)."""

from lantoa.common.errors import DomainError


class NotEditable(DomainError):
    code = "sub-plan-not-editable"
    message = (
        "Kế hoạch đã gửi hoặc đã được chấp nhận nên không sửa được. Hãy lấy lại trước khi sửa."
    )


class PartsMissing(DomainError):
    code = "sub-plan-parts-missing"
    message = "Chưa gửi được: {sentences}"


class RowsProposed(DomainError):
    code = "sub-plan-rows-proposed"
    message = (
        "Còn {count} dòng máy đọc chưa được xác nhận. Hãy giữ hoặc bỏ từng dòng trước khi gửi."
    )


class PaperMissing(DomainError):
    code = "sub-plan-paper-missing"
    message = "Chưa gửi được: hãy ghi {what} của văn bản đã ban hành."


class IssuedInFuture(DomainError):
    code = "sub-plan-issued-in-future"
    message = "Ngày ban hành không thể ở sau hôm nay."


class NotSent(DomainError):
    code = "sub-plan-not-sent"
    message = "Kế hoạch này không ở bước chờ thẩm định."


class NotDecided(DomainError):
    code = "sub-plan-not-decided"
    message = "Kế hoạch này chưa được chấp nhận hay trả lại nên không có gì để xem lại."


class OwnSubPlan(DomainError):
    code = "own-sub-plan"
    message = "Không ai thẩm định kế hoạch của chính cơ quan mình; cần người của cơ quan khác."


class ReasonsMissing(DomainError):
    code = "sub-plan-reasons-missing"
    message = "Hãy ghi lý do trả lại ở ít nhất một phần để đơn vị biết cần sửa gì."


class NothingToCopy(DomainError):
    code = "sub-plan-nothing-to-copy"
    message = "Không có gì để chép: {why}"


class NoPlanInFile(DomainError):
    code = "sub-plan-no-plan-in-file"
    message = "Tệp đọc được nhưng không thấy kế hoạch nào. Hãy nhập theo biểu mẫu."


class ExemptReasonMissing(DomainError):
    code = "exempt-reason-missing"
    message = "Hãy ghi lý do cơ quan này không phải lập kế hoạch."


class NobodyAwaited(DomainError):
    code = "nobody-awaited"
    message = "Hãy chọn ít nhất một cơ quan phải lập kế hoạch."


class DueAfterDuty(DomainError):
    code = "due-after-duty"
    message = (
        "Hạn gửi không thể sau hạn ghi trong kế hoạch ({day}). "
        "Muốn lùi hạn, hãy điều chỉnh kế hoạch bằng văn bản."
    )


class AlreadySent(DomainError):
    code = "sub-plan-already-sent"
    message = "{agency} đã gửi kế hoạch nên không đưa ra khỏi danh sách được."


class CallMissing(DomainError):
    code = "sub-plan-call-missing"
    message = "Kế hoạch này chưa mở danh sách cơ quan phải lập kế hoạch riêng."


class NobodyBeneath(DomainError):
    code = "nobody-beneath"
    message = "{agency} không có đơn vị trực thuộc trong danh bạ nên không lập kế hoạch cấp dưới."


class AlreadyOpened(DomainError):
    code = "sub-plan-already-opened"
    message = "Kế hoạch này đã được lập thành kế hoạch riêng."


class NotAccepted(DomainError):
    code = "sub-plan-not-accepted"
    message = "Chỉ kế hoạch đã được chấp nhận mới lập thành kế hoạch cho đơn vị cấp dưới."
