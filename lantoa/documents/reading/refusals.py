"""The sentences with which a file is refused (lý do không đọc được), in Vietnamese and English."""

from __future__ import annotations

import errno

from .errors import UnreadableFile

ACCEPTED = "tệp .docx, .pdf, .html, .txt, .md hoặc ảnh quét (.png, .jpg, .tif)"
ACCEPTED_ENGLISH = "a .docx, .pdf, .html, .txt or .md file or a scan (.png, .jpg, .tif)"


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


def too_many_lines(limit: int) -> UnreadableFile:
    shown = f"{limit:,}"
    return UnreadableFile(
        "too-many-lines",
        f"Tệp có hơn {shown.replace(',', '.')} dòng nên không phải văn bản hành chính.",
        f"The file has more than {shown} lines, so it is no document.",
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
        f"Tệp này là {what}, không phải văn bản đọc được; hãy dùng {ACCEPTED}.",
        f"This file is {english}, not a readable document; use {ACCEPTED_ENGLISH}.",
    )


def binary() -> UnreadableFile:
    return foreign("tệp nhị phân", "binary")


def broken_pdf() -> UnreadableFile:
    return UnreadableFile(
        "broken-pdf",
        "Tệp PDF bị hỏng hoặc tải về chưa đủ; hãy lấy lại tệp gốc.",
        "The PDF file is damaged or incomplete; fetch the original again.",
    )


def pdf_too_heavy() -> UnreadableFile:
    return UnreadableFile(
        "pdf-too-heavy",
        "Tệp PDF quá nặng nên không đọc xong trong thời gian cho phép; hãy tách thành tệp nhỏ hơn.",
        "The PDF file is too heavy to be read in the time allowed; split it into smaller files.",
    )


def too_many_pages(count: int, limit: int = 300) -> UnreadableFile:
    shown = f"{count:,}"
    return UnreadableFile(
        "too-many-pages",
        f"Tệp có {shown.replace(',', '.')} trang; chỉ đọc đến {limit} trang, hãy tách tệp ra.",
        f"The file has {shown} pages; only {limit} are read, so split it.",
    )


def no_tesseract() -> UnreadableFile:
    return UnreadableFile(
        "no-ocr",
        "Đây là bản quét, máy chủ cần cài thêm gói tesseract-ocr và tesseract-ocr-vie để đọc chữ.",
        "This is a scan; install the packages tesseract-ocr and tesseract-ocr-vie to read it.",
    )


def unread_scan() -> UnreadableFile:
    return UnreadableFile(
        "unread-scan",
        "Không nhận ra chữ nào trong bản quét; hãy quét lại rõ hơn, thẳng trang, từ 200 dpi.",
        "No words were recognised in the scan; scan again, straight and at 200 dpi or more.",
    )


def ocr_too_slow() -> UnreadableFile:
    return UnreadableFile(
        "ocr-too-slow",
        "Bản quét quá nhiều chi tiết nên không nhận dạng xong trong thời gian cho phép.",
        "The scan holds too much detail to be recognised in the time allowed.",
    )


def broken_image() -> UnreadableFile:
    return UnreadableFile(
        "broken-image",
        "Tệp ảnh bị hỏng hoặc tải về chưa đủ; hãy lấy lại tệp gốc.",
        "The image is damaged or incomplete; fetch the original again.",
    )


def image_too_large() -> UnreadableFile:
    return UnreadableFile(
        "image-too-large",
        "Ảnh có quá nhiều điểm ảnh; hãy quét lại ở 200 đến 300 dpi.",
        "The image has too many pixels; scan again at 200 to 300 dpi.",
    )


def broken_html() -> UnreadableFile:
    return UnreadableFile(
        "broken-html",
        "Trang web (HTML) bị hỏng nên không đọc được.",
        "The web page (HTML) is damaged and cannot be read.",
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
