"""The sentences with which a file is refused (lý do không đọc được), in Vietnamese and English."""

from __future__ import annotations

import errno

from .errors import UnreadableFile


def missing(name: str) -> UnreadableFile:
    return UnreadableFile("missing", f"Không tìm thấy tệp “{name}”.", f"There is no file “{name}”.")


def is_directory(name: str) -> UnreadableFile:
    return UnreadableFile(
        "directory",
        f"“{name}” là thư mục, không phải tệp văn bản.",
        f"“{name}” is a directory, not a document.",
    )


def no_regular_file(name: str) -> UnreadableFile:
    return UnreadableFile(
        "no-regular-file",
        f"“{name}” không phải tệp văn bản mà là thiết bị hoặc đường ống.",
        f"“{name}” is a device or a pipe, not a document.",
    )


def from_os(problem: OSError, name: str) -> UnreadableFile:
    """What the system said, in words an official understands."""
    if problem.errno in {errno.ENOENT, errno.ENOTDIR, errno.ENAMETOOLONG, errno.ELOOP}:
        return missing(name)
    if problem.errno == errno.EISDIR:
        return is_directory(name)
    if problem.errno in {errno.EACCES, errno.EPERM}:
        return UnreadableFile(
            "no-permission",
            f"Không có quyền đọc tệp “{name}”.",
            f"No permission to read “{name}”.",
        )
    return UnreadableFile(
        "unreadable",
        f"Không đọc được tệp “{name}” từ ổ đĩa.",
        f"“{name}” cannot be read from disk.",
    )


def too_large(size: int, limit: int) -> UnreadableFile:
    return UnreadableFile(
        "too-large",
        f"Tệp quá lớn ({_megabytes(size, ',')} MB); chỉ đọc tệp đến {limit // 1_000_000} MB.",
        f"The file is too large ({_megabytes(size, '.')} MB; limit {limit // 1_000_000} MB).",
    )


def too_much_text(limit: int) -> UnreadableFile:
    return UnreadableFile(
        "expands-too-much",
        f"Tệp nén bung ra quá {limit // 1_000_000} MB nên không được mở, để bảo đảm an toàn.",
        f"The archive would expand beyond {limit // 1_000_000} MB, so it was not opened.",
    )


def line_too_long(limit: int) -> UnreadableFile:
    shown = f"{limit:,}"
    return UnreadableFile(
        "line-too-long",
        f"Tệp có dòng dài hơn {shown.replace(',', '.')} ký tự nên không phải văn bản hành chính.",
        f"The file has a line of more than {shown} characters, so it is no document.",
    )


def too_deep() -> UnreadableFile:
    return UnreadableFile(
        "too-deep",
        "Tệp Word có bảng hoặc khối lồng nhau quá nhiều tầng nên không đọc được.",
        "The Word file nests tables or blocks too deeply to be read.",
    )


def empty() -> UnreadableFile:
    return UnreadableFile("empty", "Tệp không có nội dung chữ nào.", "The file contains no text.")


def foreign(what: str, english: str, *, code: str = "not-a-document") -> UnreadableFile:
    return UnreadableFile(
        code,
        f"Tệp này là {what}, không phải văn bản đọc được; hãy dùng tệp .docx, .txt hoặc .md.",
        f"This file is {english}, not a readable document; use a .docx, .txt or .md file.",
    )


def binary() -> UnreadableFile:
    return foreign("tệp nhị phân", "binary")


def pdf() -> UnreadableFile:
    return UnreadableFile(
        "pdf",
        "Chưa đọc được tệp PDF; hãy dùng bản Word (.docx) hoặc chép chữ ra tệp .txt.",
        "PDF files cannot be read yet; use the Word version (.docx) or a .txt copy of the text.",
    )


def old_word() -> UnreadableFile:
    return UnreadableFile(
        "old-word",
        "Tệp Word đời cũ (.doc) không đọc được; hãy mở bằng Word và lưu lại thành .docx.",
        "Old Word files (.doc) cannot be read; open it in Word and save it as .docx.",
    )


def encrypted() -> UnreadableFile:
    return UnreadableFile(
        "encrypted",
        "Tệp được đặt mật khẩu; hãy bỏ mật khẩu rồi thử lại.",
        "The file is protected by a password; remove the password and try again.",
    )


def broken_docx() -> UnreadableFile:
    return UnreadableFile(
        "broken-docx",
        "Tệp .docx bị hỏng hoặc tải về chưa đủ; hãy lấy lại tệp gốc.",
        "The .docx file is damaged or incomplete; fetch the original again.",
    )


def not_docx() -> UnreadableFile:
    return UnreadableFile(
        "not-docx",
        "Tệp nén này không phải tệp Word .docx.",
        "This archive is not a Word .docx file.",
    )


def unsafe_xml() -> UnreadableFile:
    return UnreadableFile(
        "unsafe-xml",
        "Tệp .docx chứa khai báo XML không an toàn nên không được mở.",
        "The .docx file contains unsafe XML declarations, so it was not opened.",
    )


def unknown_encoding() -> UnreadableFile:
    return UnreadableFile(
        "unknown-encoding",
        "Không nhận ra bảng mã chữ Việt của tệp; hãy lưu lại tệp với bảng mã Unicode (UTF-8).",
        "The encoding of the file is not recognised; save it again as Unicode (UTF-8).",
    )


def _megabytes(size: int, point: str) -> str:
    return f"{size / 1_000_000:.1f}".replace(".", point)
