"""Source documents and findings for tests."""

from __future__ import annotations

import hashlib
from itertools import count
from pathlib import Path
from typing import Any

from django.core.files.base import ContentFile

from lantoa.common.rules.vietnamese import match_key
from lantoa.documents.models import Finding, Intake, LearnedRule, SignedDocument
from lantoa.organisations.factories import make_actor, make_agency

_numbers = count(1)


def make_document(text: str = "", **values: Any) -> SignedDocument:
    """A kept document of those lines; its reading is empty unless given."""
    number = next(_numbers)
    text = text or f"KẾ HOẠCH\nTuyên truyền năm 2023, bản {number}\nDòng ba\nDòng bốn"
    data = text.encode()
    values.setdefault("name", f"van-ban-{number}.txt")
    values.setdefault("sha256", hashlib.sha256(data).hexdigest())
    values.setdefault("reading", {"schema_version": 1, "documents": [], "findings": []})
    values.setdefault("owner", None)
    owner = values.pop("owner") or make_agency(kind="people_committee")
    document = SignedDocument(
        text=text, media_type="text/plain", size=len(data), owner=owner, **values
    )
    document.file.save(f"{document.sha256[:16]}.txt", ContentFile(data), save=False)
    document.save(force_insert=True)
    return document


def kept_files() -> set[str]:
    """The paths of all source files in storage, to see that a refusal left none behind."""
    storage: Any = SignedDocument._meta.get_field("file").storage
    return {str(path) for path in Path(storage.location).rglob("*") if path.is_file()}


def make_finding(document: SignedDocument, *, line: int = 1, **values: Any) -> Finding:
    last = document.findings.order_by("-position").values_list("position", flat=True).first()
    values.setdefault("position", 0 if last is None else last + 1)
    values.setdefault("code", "own-number-and-date")
    values.setdefault("severity", "error")
    values.setdefault("message", "Số, ngày ghi ở đây khác với đầu văn bản.")
    values.setdefault("quote", document.text.split("\n")[line - 1])
    return Finding.objects.create(document=document, line=line, **values)


def make_rule(authority: Any = None, *, phrase: str = "", **values: Any) -> LearnedRule:
    """A proposed rule: a due phrase that means the end of each month, unless told otherwise."""
    phrase = phrase or f"kỳ lĩnh lương {next(_numbers)}"
    authority = authority or make_agency(kind="people_committee")
    values.setdefault("kind", "phrase")
    values.setdefault("value", {"kind": "monthly"})
    values.setdefault("meaning", "hằng tháng")
    return LearnedRule.objects.create(
        authority=authority, phrase=phrase, key=match_key(phrase), **values
    )


def make_intake(by: Any = None, *, data: bytes = b"", **values: Any) -> Intake:
    """A file handed in by a coordinator, waiting unless told otherwise."""
    number = next(_numbers)
    by = by or make_actor(role="coordinator")
    data = data or f"KẾ HOẠCH\nTuyên truyền, bản {number}".encode()
    digest = hashlib.sha256(data).hexdigest()
    values.setdefault("name", f"ban-quet-{number}.pdf")
    values.setdefault("owner", by.agency)
    if values.get("state") in {"failed", "away"}:
        values.setdefault("error", "Không nhận ra chữ nào trong bản quét.")
    row = Intake(sha256=digest, size=len(data), loaded_by=by.user, post=by.post, **values)
    row.file.save(f"{digest[:16]}.pdf", ContentFile(data), save=False)
    row.save(force_insert=True)
    return row
