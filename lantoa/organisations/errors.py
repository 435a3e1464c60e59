"""What a person can do wrong with agencies, people and reorganisations."""

from lantoa.common.errors import DomainError, NotFound


class AgencyNotFound(NotFound):
    code = "agency-not-found"
    message = "Không tìm thấy cơ quan này."


class ReorganisationNotFound(NotFound):
    code = "reorganisation-not-found"
    message = "Không tìm thấy đợt sắp xếp này."


class CodeTaken(DomainError):
    code = "agency-code-taken"
    message = "Mã “{code_taken}” đã dùng cho {name}; mỗi cơ quan có một mã riêng."


class NameMissing(DomainError):
    code = "name-missing"
    message = "Hãy nhập tên."


class ValidityReversed(DomainError):
    code = "validity-reversed"
    message = "Ngày kết thúc {end:%d/%m/%Y} phải sau ngày bắt đầu {start:%d/%m/%Y}."


class ParentNotInForce(DomainError):
    code = "parent-not-in-force"
    message = "{parent} không hoạt động vào ngày {on:%d/%m/%Y} nên không thể là cấp trên."


class ParentLoop(DomainError):
    code = "parent-loop"
    message = "{parent} đang thuộc {name} nên không thể là cấp trên của {name}."


class AlreadyClosed(DomainError):
    code = "agency-already-closed"
    message = "{name} đã kết thúc hoạt động từ ngày {on:%d/%m/%Y}."


class ChildrenInForce(DomainError):
    code = "children-in-force"
    message = (
        "Còn {count} cơ quan trực thuộc {name} đang hoạt động; hãy sắp xếp các cơ quan đó trước."
    )


class AliasTaken(DomainError):
    code = "alias-taken"
    message = "“{alias}” đang là tên của {name} trong cùng địa bàn."


class AgencyNotInForce(DomainError):
    code = "agency-not-in-force"
    message = "{name} không hoạt động vào ngày {on:%d/%m/%Y}."


class PostTaken(DomainError):
    code = "post-taken"
    message = "{post} đang do {holder} giữ từ ngày {since:%d/%m/%Y}; hãy kết thúc trước."


class AccountTaken(DomainError):
    code = "account-taken"
    message = "Tài khoản này đã gắn với {holder}."


class TenureAlreadyEnded(DomainError):
    code = "tenure-already-ended"
    message = "{holder} đã thôi giữ chức danh này từ ngày {until:%d/%m/%Y}."


class ReorganisationRefused(DomainError):
    """`problems` lists every broken rule; the text is the first ones."""

    code = "reorganisation-refused"
    message = "Chưa ghi nhận được đợt sắp xếp này."


class ReorganisationRecorded(DomainError):
    code = "reorganisation-recorded"
    message = "Đợt sắp xếp có mã “{reorganisation}” đã được ghi nhận."
