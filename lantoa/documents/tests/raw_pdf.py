"""PDF files written by hand for tests: broken, hostile and signed ones that no program makes."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.serialization import Encoding, pkcs7
from cryptography.x509.oid import NameOID

CATALOG = b"<</Type/Catalog/Pages 2 0 R>>"
PAGES = b"<</Type/Pages/Kids[3 0 R]/Count 1/MediaBox[0 0 595 842]>>"
PAGE = b"<</Type/Page/Parent 2 0 R/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>"
FONT = b"<</Type/Font/Subtype/Type1/BaseFont/Times-Roman>>"
_ROOM = 8192


def stream(data: bytes, words: bytes = b"") -> bytes:
    return b"<<%s/Length %d>>stream\n%s\nendstream" % (words, len(data), data)


def written(text: str = "Ke hoach tuyen truyen nam 2031") -> bytes:
    return stream(b"BT /F 13 Tf 80 700 Td (%s) Tj ET" % text.encode("ascii"))


def raw_pdf(objects: Sequence[bytes], trailer: bytes = b"") -> bytes:
    """Numbered objects from 1 on, with their table; the first is the catalogue."""
    data, places = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    return (
        data
        + b"xref\n0 %d\n0000000000 65535 f \n%strailer<</Size %d/Root 1 0 R%s>>\n"
        % (
            size,
            table,
            size,
            trailer,
        )
        + b"startxref\n%d\n%%%%EOF\n" % len(data)
    )


def simple(text: str = "Ke hoach tuyen truyen nam 2031") -> bytes:
    return raw_pdf([CATALOG, PAGES, PAGE, written(text), FONT])


def locked() -> bytes:
    """Needs a password that nobody gave."""
    lock = b"/Encrypt<</Filter/Standard/V 1/R 2/P -4/O<%s>/U<%s>>>/ID[<00><00>]" % (
        b"11" * 32,
        b"22" * 32,
    )
    return raw_pdf([CATALOG, PAGES, PAGE, written(), FONT], lock)


def certificate(name: str, body: str, *, key: Any = None) -> tuple[Any, Any]:
    """A throw-away certificate that signs itself, and its key."""
    key = key or rsa.generate_private_key(public_exponent=65537, key_size=2048)
    subject = x509.Name(
        [
            x509.NameAttribute(NameOID.COMMON_NAME, name),
            x509.NameAttribute(NameOID.ORGANIZATION_NAME, body),
        ]
    )
    start = datetime(2030, 1, 1, tzinfo=UTC)
    made = x509.CertificateBuilder().subject_name(subject).issuer_name(subject)
    made = made.public_key(key.public_key()).serial_number(x509.random_serial_number())
    made = made.not_valid_before(start).not_valid_after(start + timedelta(days=900))
    return made.sign(key, hashes.SHA256()), key


def curve_key() -> Any:
    return ec.generate_private_key(ec.SECP256R1())


def signed(signer: tuple[Any, Any], text: str = "Ke hoach tuyen truyen nam 2031") -> bytes:
    """A PDF with one signature over all of it (/SubFilter adbe.pkcs7.detached)."""
    gap = b"<" + b"0" * _ROOM + b">"
    dictionary = (
        b"<</Type/Sig/Filter/Adobe.PPKLite/SubFilter/adbe.pkcs7.detached"
        b"/M(D:20310105083000+07'00')/ByteRange[0 %s]/Contents%s>>" % (b"#" * 40, gap)
    )
    form = b"<</Type/Catalog/Pages 2 0 R/AcroForm<</SigFlags 3/Fields[7 0 R]>>>>"
    field = b"<</FT/Sig/T(S)/V 6 0 R/Type/Annot/Subtype/Widget/Rect[0 0 0 0]>>"
    data = raw_pdf([form, PAGES, PAGE, written(text), FONT, dictionary, field])
    start = data.index(gap)
    end = start + len(gap)
    numbers = b"%d %d %d" % (start, end, len(data) - end)
    data = data.replace(b"#" * 40, numbers.ljust(40))
    content = _cms(signer, data[:start] + data[end:]).hex().encode()
    return data[: start + 1] + content.ljust(_ROOM, b"0") + data[end - 1 :]


def _cms(signer: tuple[Any, Any], message: bytes) -> bytes:
    builder = pkcs7.PKCS7SignatureBuilder().set_data(message)
    builder = builder.add_signer(*signer, hashes.SHA256())
    options = [pkcs7.PKCS7Options.DetachedSignature, pkcs7.PKCS7Options.Binary]
    return builder.sign(Encoding.DER, options)
