"""What a person can do wrong when loading a document."""

from lantoa.common.errors import DomainError


class DocumentUnreadable(DomainError):
    """The reader's own sentence is passed on; nothing was stored."""

    code = "document-unreadable"
    message = "Không đọc được tệp này."
