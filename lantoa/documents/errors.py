"""What a person can do wrong when loading a document."""

from lantoa.common.errors import DomainError


class DocumentUnreadable(DomainError):
    """The reader's own sentence is passed on; nothing was stored."""

    code = "document-unreadable"
    message = "Không đọc được tệp này."


class RuleUnusable(DomainError):
    """What was taught names an agency that the register does not know."""

    code = "rule-unusable"
    message = "Danh bạ không có cơ quan mã “{agency}”, nên chưa dùng được điều này."


class RulesFileBad(DomainError):
    """Not a file of learned rules; nothing was taken from it."""

    code = "rules-file-bad"
    message = "Tệp này không phải tệp điều đã học xuất từ Lan Tỏa. Không có gì được thêm."


class NotRefused(DomainError):
    """Only what failed or was put away is read again."""

    code = "intake-not-refused"
    message = "Văn bản này đang chờ đọc hoặc đã đọc xong nên không cần đọc lại."


class NotPutAway(DomainError):
    """What waits, is being read or was read stays on its list."""

    code = "intake-not-put-away"
    message = "Chỉ cất được văn bản chưa đọc được."
