"""Which files people may hand in (loại tệp nhận đọc), by the endings that they choose from."""

from __future__ import annotations

ENDINGS = (
    ".docx", ".pdf", ".html", ".htm", ".txt", ".md", ".png", ".jpg", ".jpeg", ".tif", ".tiff",
)  # fmt: skip
WORDS = "văn bản .docx, .pdf, .html, .txt, .md hoặc ảnh quét .png, .jpg, .tif"
ENGLISH = "a .docx, .pdf, .html, .txt or .md document, or a scan: .png, .jpg, .tif"
