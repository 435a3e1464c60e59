"""The text of a scanned picture (ảnh quét): png, jpg and tiff of one page or several."""

from __future__ import annotations

import tempfile
import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from . import ocr, refusals
from .ocr_slips import repaired
from .page_text import text_of
from .progress import Progress, unheard
from .sheets import Sheet

MAX_PIXELS = 60_000_000
_USUAL = 8_700_000
_A4_HEIGHT = 842.0
_FORMATS = ("PNG", "JPEG", "TIFF")


def extract_picture(data: bytes, told: Progress = unheard) -> tuple[str, int]:
    """The recognised text and the number of pages; raises UnreadableFile when there is none."""
    with tempfile.TemporaryDirectory(prefix="lantoa-", ignore_cleanup_errors=True) as folder:
        source = Path(folder) / "anh"
        source.write_bytes(data)
        pages = list(_pages(source))

        def one(number: int) -> tuple[int, Sheet]:
            path, points = pages[number]
            return number, ocr.read_picture(path, points=points)

        sheets = [sheet for _, sheet in ocr.each(one, range(len(pages)), told)]
    if not any(sheet.words for sheet in sheets):
        raise refusals.unread_scan()
    return repaired(text_of(sheets)), len(sheets)


def _pages(source: Path) -> list[tuple[Path, float]]:
    """Each page as a grey picture beside the source, with the size of one dot in points."""
    from PIL import Image, UnidentifiedImageError

    try:
        with warnings.catch_warnings():
            # Sizes are judged here, with a sentence instead of a warning; odd metadata is no harm.
            warnings.simplefilter("ignore")
            with Image.open(source, formats=_FORMATS) as opened:
                return list(_stored(opened, source))
    except Image.DecompressionBombError:
        raise refusals.image_too_large() from None
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError, EOFError):
        raise refusals.broken_image() from None


def _stored(opened: Any, source: Path) -> Iterator[tuple[Path, float]]:
    from PIL import ImageSequence

    ocr.require(getattr(opened, "n_frames", 1))
    for number, frame in enumerate(ImageSequence.Iterator(opened)):
        if frame.width * frame.height > MAX_PIXELS:
            raise refusals.image_too_large()
        path = source.with_name(f"trang-{number}.png")
        grey = _upright(frame)
        grey.save(path, compress_level=1)
        yield path, _A4_HEIGHT / max(grey.size)


def _upright(frame: Any) -> Any:
    """Grey, turned as the camera says, on white, no larger than A4 at 300 dpi or so."""
    from PIL import Image, ImageOps

    image = ImageOps.exif_transpose(frame)
    if image.mode in {"RGBA", "LA", "PA"} or "transparency" in image.info:
        image = image.convert("RGBA")
        white = Image.new("RGBA", image.size, "white")
        image = Image.alpha_composite(white, image)
    grey = image.convert("L")
    if grey.width * grey.height > 2 * _USUAL:
        factor = (_USUAL / (grey.width * grey.height)) ** 0.5
        grey = grey.resize((round(grey.width * factor), round(grey.height * factor)))
    return grey
