"""Why a file cannot be read (không đọc được tệp): a code and one sentence in two languages."""

from __future__ import annotations


class UnreadableFile(Exception):
    """The input is no document; what a document itself says wrong is a finding instead."""

    def __init__(self, code: str, message: str, english: str) -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.english = english
