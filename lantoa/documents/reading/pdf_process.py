"""Opens a PDF in a process of its own (tiến trình đọc PDF), so that a bad file harms nobody else.

PDFium is C++ and not made for threads: a crash, an endless loop or a flood of memory ends here.
Usage: `python -m lantoa.documents.reading.pdf_process FILE ACTION [words]`; answers in JSON.
"""

from __future__ import annotations

import contextlib
import json
import sys
from pathlib import Path
from typing import Any

MAX_PAGES = 300
MAX_WORDS = 400_000
MAX_MEMORY = 2_000_000_000
MAX_PIXELS = 12_000_000
CPU_SECONDS = 60


def main(arguments: list[str]) -> int:
    """Carry out one action and print its answer."""
    _limit()
    path, action, *rest = arguments
    answer = _answer(Path(path), action, rest)
    json.dump(answer, sys.stdout, ensure_ascii=False, separators=(",", ":"))
    return 0


def _limit() -> None:
    with contextlib.suppress(ImportError, ValueError, OSError):
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (MAX_MEMORY, MAX_MEMORY))
        resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS, CPU_SECONDS + 1))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _answer(path: Path, action: str, rest: list[str]) -> dict[str, Any]:
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(path)
        count = len(document)
    except pypdfium2.PdfiumError as problem:
        return {"problem": "encrypted" if "assword" in str(problem) else "broken"}
    if count > MAX_PAGES:
        return {"problem": "too-many-pages", "pages": count}
    if count == 0:
        return {"problem": "broken"}
    if action == "picture":
        return _pictures(document, rest)
    return {"pages": count, "sheets": _sheets(document), "signatures": _signatures(document)}


def _sheets(document: Any) -> list[Any]:
    import pypdfium2

    from .pdf_page import PageReader

    sheets: list[Any] = []
    words = 0
    for page in document:
        try:
            sheet = PageReader(page).sheet()
        except pypdfium2.PdfiumError:
            sheets.append(None)
            continue
        finally:
            page.close()
        words += len(sheet.words)
        if words > MAX_WORDS:
            break
        sheets.append(sheet.as_list())
    return sheets


def _pictures(document: Any, rest: list[str]) -> dict[str, Any]:
    """Draw page `rest[0]` into the file `rest[1]`, dot by dot as it was scanned."""
    number, target = int(rest[0]), rest[1]
    page = document[number]
    area = max(1.0, page.get_width() * page.get_height())
    scale = min(_resolution(page) / 72, (MAX_PIXELS / area) ** 0.5)
    image = page.render(scale=scale, grayscale=True, may_draw_forms=False).to_pil()
    image.convert("L").save(target, dpi=(round(72 * scale), round(72 * scale)))
    return {"scale": scale}


def _resolution(page: Any) -> float:
    """That of the scan itself: drawing it finer blurs the letters and costs time."""
    import pypdfium2.raw as pdfium

    best = 0.0
    for count, item in enumerate(page.get_objects([pdfium.FPDF_PAGEOBJ_IMAGE], max_depth=4)):
        if count > 200:
            break
        x0, y0, x1, y1 = item.get_bounds()
        if getattr(item, "container", None) is None and (x1 - x0) > page.get_width() / 3:
            wide, high = item.get_px_size()
            best = max(best, 72 * max(wide, high) / max(1.0, x1 - x0, y1 - y0))
    return min(300.0, max(150.0, best)) if best else 250.0


def _signatures(document: Any) -> list[dict[str, Any]]:
    """Each signature dictionary: /Contents as hexadecimal text, /ByteRange, /SubFilter, /M."""
    import ctypes

    import pypdfium2.raw as pdfium

    found = []
    for index in range(min(50, max(0, pdfium.FPDF_GetSignatureCount(document)))):
        item = pdfium.FPDF_GetSignatureObject(document, index)
        size = pdfium.FPDFSignatureObj_GetByteRange(item, None, 0)
        numbers = (ctypes.c_int * size)()
        pdfium.FPDFSignatureObj_GetByteRange(item, numbers, size)
        found.append(
            {
                "contents": _filled(pdfium.FPDFSignatureObj_GetContents, item).hex(),
                "range": list(numbers),
                "kind": _words(_filled(pdfium.FPDFSignatureObj_GetSubFilter, item)),
                "time": _words(_filled(pdfium.FPDFSignatureObj_GetTime, item)),
            }
        )
    return found


def _filled(read: Any, item: Any) -> bytes:
    """What a function of PDFium writes into a buffer whose size it tells first."""
    import ctypes

    size = read(item, None, 0)
    buffer = ctypes.create_string_buffer(size)
    read(item, buffer, size)
    return buffer.raw[:size]


def _words(data: bytes) -> str:
    return data.rstrip(b"\0").decode("latin-1")


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
