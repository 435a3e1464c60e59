"""Digital signatures of a PDF (chữ ký số): who signed, when, and whether the bytes are unchanged.

Technical source: ISO 32000-1 §12.8 (/ByteRange, /SubFilter), RFC 5652 (CMS). The chain of
certificates and their validity are not examined; the words shown to people say so.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable
from datetime import datetime, timedelta, timezone
from typing import Any

from .model import Signature

_DETACHED = {"adbe.pkcs7.detached", "ETSI.CAdES.detached"}
_PDF_TIME = re.compile(
    r"D:(\d{4})(\d\d)?(\d\d)?(\d\d)?(\d\d)?(\d\d)?(?:(Z)|([+-])(\d\d)'?(\d\d)?)?"
)
_DIGESTS = {"sha1", "sha224", "sha256", "sha384", "sha512"}
# The end of a signed file: its own revision's end mark and nothing but white space.
_MAX_TRAILING = 4


def examine(item: dict[str, Any], data: bytes) -> Signature:
    """What one signature dictionary says; what cannot be read stays empty."""
    signature = Signature(None, kind=item["kind"], time=pdf_time(item["time"]))
    signed = _signed_bytes(item["range"], data)
    if signed is not None:
        end = item["range"][2] + item["range"][3]
        signature.covers_whole_file = item["range"][0] == 0 and len(data) - end <= _MAX_TRAILING
        signature.changed_after = len(data) - end > _MAX_TRAILING
        _fits_contents(signature, item, data)
    try:
        content = _signed_data(bytes.fromhex(item["contents"]))
        _describe(signature, content)
        if signed is not None:
            signature.intact = _is_intact(signature.kind, content, signed)
    except Exception:
        # The dictionary comes from an unknown program: what cannot be read proves nothing.
        signature.intact = None
    return signature


def pdf_time(text: str) -> datetime | None:
    """A date of PDF, "D:20310105083000+07'00'"; without a zone it is taken as Vietnam's."""
    match = _PDF_TIME.match(text)
    if match is None:
        return None
    year, month, day, hour, minute, second = (
        int(part) if part else default
        for part, default in zip(match.groups()[:6], (1, 1, 1, 0, 0, 0), strict=True)
    )
    minutes = 7 * 60
    if match[7]:
        minutes = 0
    elif match[8]:
        minutes = (int(match[9]) * 60 + int(match[10] or 0)) * (1 if match[8] == "+" else -1)
    try:
        zone = timezone(timedelta(minutes=minutes))
        return datetime(year, month, day, hour, minute, second, tzinfo=zone)
    except ValueError:
        return None


def _signed_bytes(numbers: list[int], data: bytes) -> bytes | None:
    """The two stretches before and after /Contents; None when the numbers cannot be right."""
    if len(numbers) != 4 or any(number < 0 for number in numbers):
        return None
    start, size, second, rest = numbers
    if start + size > second or second + rest > len(data):
        return None
    return data[start : start + size] + data[second : second + rest]


def _fits_contents(signature: Signature, item: dict[str, Any], data: bytes) -> None:
    """The gap must hold /Contents and nothing else, or something unsigned hides in it."""
    start, size, second, _ = item["range"]
    gap = data[start + size : second].strip()
    inside = gap[1:-1].translate(None, b" \t\r\n").lower()
    whole = gap[:1] == b"<" and gap[-1:] == b">"
    if not whole or not inside.startswith(item["contents"].lower().rstrip("0").encode()):
        signature.covers_whole_file = False


def _signed_data(contents: bytes) -> Any:
    from asn1crypto import cms

    info = cms.ContentInfo.load(contents)
    if info["content_type"].native != "signed_data":
        raise ValueError
    return info["content"]


def _describe(signature: Signature, content: Any) -> None:
    certificate = _certificate(content)
    if certificate is None:
        return
    subject, issuer = certificate.subject.native, certificate.issuer.native
    signature.signer = _words(subject.get("common_name"))
    signature.organisation = _words(
        subject.get("organization_name") or subject.get("organizational_unit_name")
    )
    signature.issuer = _words(issuer.get("common_name"))
    stated = _attribute(content["signer_infos"][0], "signing_time")
    if stated is not None:
        signature.time = stated.native


def _words(value: Any) -> str | None:
    if isinstance(value, list):
        value = value[0] if value else None
    return " ".join(str(value).split()) or None if value else None


def _certificate(content: Any) -> Any:
    """The certificate that the signer points to, by issuer and serial number."""
    wanted = content["signer_infos"][0]["sid"]
    held = [item.chosen for item in content["certificates"] if item.name == "certificate"]
    for certificate in held:
        if wanted.name == "issuer_and_serial_number":
            if certificate.serial_number == wanted.chosen["serial_number"].native:
                return certificate
        elif certificate.key_identifier == wanted.chosen.native:
            return certificate
    return None


def _attribute(signer: Any, name: str) -> Any:
    for attribute in signer["signed_attrs"]:
        if attribute["type"].native == name and len(attribute["values"]):
            return attribute["values"][0]
    return None


def _is_intact(kind: str, content: Any, signed: bytes) -> bool | None:
    """The digest fits the bytes, and the signer's key signed that digest; None when unknown."""
    signer = content["signer_infos"][0]
    algorithm = signer["digest_algorithm"]["algorithm"].native
    if algorithm not in _DIGESTS or kind not in {*_DETACHED, "adbe.pkcs7.sha1"}:
        return None
    message = signed
    if kind == "adbe.pkcs7.sha1":
        message = hashlib.sha1(signed, usedforsecurity=False).digest()
        if content["encap_content_info"]["content"].native != message:
            return False
    if not len(signer["signed_attrs"]):
        return _verified(content, signer, message, algorithm)
    stated = _attribute(signer, "message_digest")
    if stated is None or stated.native != hashlib.new(algorithm, message).digest():
        return False
    # RFC 5652 §5.4: what is signed is the SET OF, not the tagged field that is transmitted.
    return _verified(content, signer, signer["signed_attrs"].untag().dump(), algorithm)


def _verified(content: Any, signer: Any, message: bytes, algorithm: str) -> bool | None:
    from cryptography import x509
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives import hashes

    certificate = _certificate(content)
    if certificate is None:
        return None
    key = x509.load_der_x509_certificate(certificate.dump()).public_key()
    verify = _verifier(key, signer, getattr(hashes, algorithm.upper())())
    if verify is None:
        return None
    try:
        verify(signer["signature"].native, message)
    except InvalidSignature:
        return False
    return True


def _verifier(key: Any, signer: Any, digest: Any) -> Callable[[bytes, bytes], None] | None:
    from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa

    if isinstance(key, ec.EllipticCurvePublicKey):
        return lambda signature, message: key.verify(signature, message, ec.ECDSA(digest))
    if not isinstance(key, rsa.RSAPublicKey):
        return None
    filling: Any = padding.PKCS1v15()
    if signer["signature_algorithm"]["algorithm"].native == "rsassa_pss":
        filling = padding.PSS(padding.MGF1(digest), padding.PSS.AUTO)
    return lambda signature, message: key.verify(signature, message, filling, digest)
