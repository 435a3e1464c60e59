"""What comes in as a file: recognised by content, cleaned, refused with one sentence."""

from __future__ import annotations

import io
import zipfile

import pytest
from PIL import Image

from lantoa.common import files

LIMIT = 2 * 1024 * 1024
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def picture(kind: str = "JPEG", size: tuple[int, int] = (60, 40), **saving) -> bytes:
    out = io.BytesIO()
    mode = saving.pop("mode", "RGB")
    Image.new(mode, size, saving.pop("colour", "teal")).save(out, kind, **saving)
    return out.getvalue()


def office(*parts: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for part in parts:
            archive.writestr(part, "x")
    return out.getvalue()


def opened(data: bytes) -> Image.Image:
    return Image.open(io.BytesIO(data))


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (picture(), "image/jpeg"),
        (picture("PNG"), "image/png"),
        (picture("WEBP"), "image/webp"),
        (b"\x00\x00\x00\x18ftypheic0000", "image/heic"),
        (b"%PDF-1.7", "application/pdf"),
        (office("word/document.xml"), files._OFFICE["word/document.xml"]),
        (office("xl/workbook.xml"), files._OFFICE["xl/workbook.xml"]),
        (office("ppt/presentation.xml"), files._OFFICE["ppt/presentation.xml"]),
        (OLE + "WordDocument".encode("utf-16-le"), "application/msword"),
        (OLE + "Workbook".encode("utf-16-le"), "application/vnd.ms-excel"),
        (OLE + b"installer", None),
        (office("word/document.xml", "word/vbaProject.bin"), None),
        (office("bai.txt"), None),
        (b"PK\x03\x04 hong", None),
        (b"<svg onload=alert(1)>", None),
        (b"<!doctype html>", None),
        (b"MZ\x90\x00", None),
        (b"GIF89a", None),
        (b"", None),
    ],
)
def test_the_type_comes_from_the_content(data, kind):
    assert files.media_type(data) == kind


def test_a_photo_loses_place_and_device_but_keeps_its_upright_picture_and_hash():
    exif = Image.Exif()
    exif[0x0110] = "Máy ảnh của ai đó"
    exif[0x0112] = 6  # to be turned a quarter
    exif[0x8825] = {1: "N", 2: (12.0, 29.0, 0.0)}
    sent = picture(exif=exif)
    kept = files.clean(name="IMG_1.HEIC.jpeg", data=sent, limit=LIMIT)
    with opened(kept.data) as image:
        assert dict(image.getexif()) == {} and image.size == (40, 60)
    assert (kept.name, kept.media_type, kept.is_photo) == ("IMG_1.HEIC.jpg", "image/jpeg", True)
    assert kept.sha256 == files.sha256(sent) != files.sha256(kept.data)


def test_a_large_photo_is_made_smaller_and_a_clear_one_put_on_white():
    with opened(files.clean(name="a.jpg", data=picture(size=(4000, 100)), limit=LIMIT).data) as big:
        assert big.size == (2000, 50)
    clear = picture("PNG", mode="RGBA", colour=(0, 0, 0, 0))
    with opened(files.clean(name="a.png", data=clear, limit=LIMIT).data) as flat:
        assert flat.getpixel((5, 5)) == (255, 255, 255)


def test_a_photo_of_a_phone_that_writes_heic_becomes_a_jpeg():
    from pillow_heif import register_heif_opener

    register_heif_opener()
    kept = files.clean(name="IMG.HEIC", data=picture("HEIF", (64, 64)), limit=LIMIT)
    assert (kept.name, kept.media_type) == ("IMG.jpg", "image/jpeg")


@pytest.mark.parametrize(
    ("data", "limit", "refusal", "words"),
    [
        (b"%PDF-" + b"0" * 3_000_000, LIMIT, files.FileTooLarge, "lớn hơn 2 MB"),
        (b"MZ", LIMIT, files.FileNotAccepted, "Không nhận tệp “bai.pdf”"),
        (b"\xff\xd8\xff\xe0 hong", LIMIT, files.PhotoUnreadable, "bị hỏng"),
        (picture()[:300], LIMIT, files.PhotoUnreadable, "bị hỏng"),
        (picture("PNG")[:60], LIMIT, files.PhotoUnreadable, "bị hỏng"),
        (picture("PNG")[:-20] + b"0" * 20, LIMIT, files.PhotoUnreadable, "bị hỏng"),
        (b"\x00\x00\x00\x18ftypheic0000", LIMIT, files.PhotoUnreadable, "bị hỏng"),
    ],
)
def test_what_cannot_be_kept_is_refused_with_its_name(data, limit, refusal, words):
    with pytest.raises(refusal) as refused:
        files.clean(name="bai.pdf", data=data, limit=limit)
    assert words in refused.value.text


def test_a_picture_of_too_many_points_is_refused_before_it_is_unpacked(monkeypatch):
    monkeypatch.setattr(files, "MAX_PIXELS", 100)
    with pytest.raises(files.PhotoUnreadable):
        files.clean(name="a.png", data=picture("PNG"), limit=LIMIT)


@pytest.mark.parametrize(
    ("sent", "kept"),
    [
        ("../../etc/passwd", "passwd.pdf"),
        ("C:\\Users\\An\\báo cáo.PDF", "báo cáo.pdf"),
        ("bảng".encode().decode(), "bảng.pdf"),
        ("ba\u0309ng.pdf", "bảng.pdf"),
        ("cai-dat.exe", "cai-dat.pdf"),
        ("..", "tep.pdf"),
        ("", "tep.pdf"),
        ("a\r\nSet-Cookie: x.pdf", "aSet-Cookie: x.pdf"),
        ("x" * 400 + ".pdf", "x" * 196 + ".pdf"),
    ],
)
def test_a_name_is_plain_and_ends_as_the_content_says(sent, kept):
    assert files.clean(name=sent, data=b"%PDF-1.7", limit=LIMIT).name == kept


def test_a_thumbnail_is_small_and_keeps_its_shape():
    with opened(files.thumbnail(picture(size=(1200, 600)))) as small:
        assert (small.size, small.format) == ((480, 240), "JPEG")
