"""Signed PDF: who signed, when, whether the bytes are those that were signed."""

from __future__ import annotations

import json
from datetime import datetime, timedelta, timezone
from pathlib import Path

import jsonschema
import pytest

from lantoa.documents.reading.reader import read_bytes
from lantoa.documents.reading.signature import pdf_time

from . import raw_pdf as raw

SIGNER = raw.certificate("Nguyễn Văn Bình", "Sở Nội vụ tỉnh Đồi Chè")
SIGNED = raw.signed(SIGNER)
HANOI = timezone(timedelta(hours=7))


def _found(data: bytes):
    return read_bytes(data, name="a.pdf").file.signatures


def test_a_sound_signature_tells_signer_organisation_and_time():
    (found,) = _found(SIGNED)
    assert (found.signer, found.organisation) == ("Nguyễn Văn Bình", "Sở Nội vụ tỉnh Đồi Chè")
    assert abs(found.time - datetime.now(HANOI)) < timedelta(hours=1)
    assert (found.covers_whole_file, found.changed_after, found.intact) == (True, False, True)


def test_a_key_on_a_curve_is_examined_too():
    (found,) = _found(raw.signed(raw.certificate("A", "B", key=raw.curve_key())))
    assert found.intact is True


def test_a_changed_word_breaks_the_signature():
    (found,) = _found(SIGNED.replace(b"nam 2031", b"nam 2032"))
    assert found.intact is False


def test_what_was_added_afterwards_is_told_though_the_signed_part_is_intact():
    added = b"1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n%%EOF\n"
    (found,) = _found(SIGNED + added)
    assert (found.covers_whole_file, found.changed_after, found.intact) == (False, True, True)


def test_a_range_that_leaves_out_more_than_the_signature_covers_no_whole_file():
    start = SIGNED.index(b"/Contents<") + len(b"/Contents")
    wider = SIGNED.replace(b"[0 %d " % start, b"[0 %d " % (start - 9))
    assert wider != SIGNED
    (found,) = _found(wider)
    assert (found.covers_whole_file, found.intact) == (False, False)


def test_contents_of_rubbish_prove_nothing_and_break_nothing():
    at = SIGNED.index(b"/Contents<") + len(b"/Contents<")
    (found,) = _found(SIGNED[:at] + b"ff" * 20 + SIGNED[at + 40 :])
    assert (found.signer, found.intact) == (None, None)


def test_a_certificate_of_somebody_else_does_not_fit_the_key_that_signed():
    _, other_key = raw.certificate("Người khác", "Nơi khác")
    (found,) = _found(raw.signed((SIGNER[0], other_key)))
    assert (found.signer, found.intact) == ("Nguyễn Văn Bình", False)


@pytest.mark.parametrize(
    ("text", "hour"),
    [
        ("D:20310105083000+07'00'", 8),
        ("D:20310105083000", 8),
        ("D:20310105013000Z", 8),
        ("D:20310105013000+00'00'", 8),
        ("D:2031", 0),
        ("5/1/2031", None),
        ("D:20319905", None),
    ],
)
def test_the_stated_time_is_read_with_its_zone(text, hour):
    found = pdf_time(text)
    assert (found and found.astimezone(HANOI).hour) == hour


def test_the_json_carries_signatures_only_where_there_are_some():
    schema = json.loads(
        (Path(__file__).parents[1] / "reading/document.schema.json").read_text("utf-8")
    )
    plain = read_bytes(raw.simple(), name="a.pdf").as_dict()
    told = read_bytes(SIGNED, name="a.pdf").as_dict()
    jsonschema.validate(told, schema)
    assert "signatures" not in plain["file"]
    assert told["file"]["signatures"][0]["signer"] == "Nguyễn Văn Bình"
    json.dumps(told)
