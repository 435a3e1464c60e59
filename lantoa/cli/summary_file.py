"""What is told of the file itself (thông tin tệp): its pages, recognition, digital signatures."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from .language import say

if TYPE_CHECKING:
    from lantoa.documents.reading.model import Signature, SourceFile


def file_lines(source: SourceFile, width: int) -> Iterator[str]:
    """The first lines of a summary."""
    pages = source.pages
    yield say(
        f"Tệp: {source.name} ({f'{pages} trang, ' if pages else ''}{len(source.text)} dòng)",
        f"File: {source.name} ({f'{pages} pages, ' if pages else ''}{len(source.text)} lines)",
    )
    if source.ocr:
        yield say(
            "Bản quét: chữ do máy nhận dạng, hãy đối chiếu với bản gốc.",
            "A scan: the words were recognised by a machine, compare them with the original.",
        )
    for signature in source.signatures:
        yield from _signature(signature)
    if source.signatures:
        yield say(
            "  (chưa kiểm tra chứng thư số có hợp lệ hay đã bị thu hồi)",
            "  (whether the certificate is trusted, valid or revoked was not examined)",
        )


def _signature(signature: Signature) -> Iterator[str]:
    name = signature.signer or say("không rõ người ký", "unknown signer")
    body = f", {signature.organisation}" if signature.organisation else ""
    when = ""
    if signature.time is not None:
        stated = f"{signature.time.astimezone():%H:%M %d/%m/%Y}"
        when = say(f", ký lúc {stated}", f", signed at {stated}")
    yield say(f"Chữ ký số: {name}{body}{when}", f"Digital signature: {name}{body}{when}")
    yield f"  {_verdict(signature)}"


def _verdict(signature: Signature) -> str:
    return {
        "sound": say(
            "Nội dung còn nguyên như khi ký; chữ ký phủ toàn bộ tệp.",
            "The content is as it was signed; the signature covers the whole file.",
        ),
        "added": say(
            "Phần đã ký còn nguyên, nhưng tệp có phần thêm vào sau khi ký.",
            "The signed part is unchanged, but something was added to the file afterwards.",
        ),
        "broken": say(
            "Nội dung không khớp với chữ ký: tệp đã bị sửa hoặc chữ ký bị hỏng.",
            "The content does not fit the signature: the file was changed or it is damaged.",
        ),
        "unknown": say(
            "Không đối chiếu được nội dung với chữ ký này.",
            "The content could not be compared with this signature.",
        ),
    }[signature.verdict]
