"""What becomes of bytes that may be no document: read, or refused with a sentence."""

from __future__ import annotations

from lantoa.documents.reading.errors import UnreadableFile
from lantoa.documents.reading.reader import read_bytes


def outcome(data: bytes, name: str) -> str | None:
    """The code of the refusal, None when the bytes were read; a refusal is one sentence."""
    try:
        read_bytes(data, name=name)
    except UnreadableFile as refused:
        assert refused.message.endswith(".")  # noqa: PT017
        assert refused.english.endswith(".")  # noqa: PT017
        return refused.code
    return None
