"""Files sent in parts: what arrived is never lost, and each file is used once."""

from __future__ import annotations

import shutil
import threading
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import storages
from django.db import connection, transaction
from django.utils import timezone

from lantoa.common.errors import NotAllowed, NotFound
from lantoa.common.errors_uploads import (
    UploadElsewhere,
    UploadGone,
    UploadOverlong,
    UploadsTooMany,
    UploadUnfinished,
    UploadUsed,
)
from lantoa.common.factories import make_upload
from lantoa.common.files import FileTooLarge
from lantoa.common.models import Upload, UploadPart
from lantoa.common.selectors import uploads as reading
from lantoa.common.services import periodic, uploads
from lantoa.organisations.factories import make_actor

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _empty_store():
    """Rows are rolled back and their keys come again; files stay."""
    shutil.rmtree(Path(storages["private"].path("uploads")), ignore_errors=True)


@pytest.fixture
def officer() -> Any:
    return make_actor()


def add(upload: Upload, offset: int, data: bytes, by: Any) -> Upload:
    return uploads.append(upload=upload, offset=offset, data=ContentFile(data), by=by)


def stored(upload: Upload) -> list[str]:
    try:
        return sorted(storages["private"].listdir(f"uploads/{upload.pk}")[1])
    except FileNotFoundError:
        return []


def test_parts_of_any_length_are_joined_in_their_order(officer):
    upload = uploads.begin(name="anh.jpg", size=12, by=officer)
    for offset, data in ((0, b"mot "), (4, b""), (4, b"h"), (5, b"ai bon ")):
        upload = add(upload, offset, data, officer)
    fresh = reading.get_for(officer, upload.token)
    assert fresh.is_whole and reading.content(fresh) == b"mot hai bon "


def test_a_part_that_does_not_fit_is_refused_and_leaves_nothing(officer):
    upload = uploads.begin(name="anh.jpg", size=6, by=officer)
    upload = add(upload, 0, b"abc", officer)
    with pytest.raises(UploadElsewhere):
        add(upload, 0, b"abc", officer)
    with pytest.raises(UploadElsewhere):
        add(upload, 4, b"e", officer)
    with pytest.raises(UploadOverlong):
        add(upload, 3, b"defg", officer)
    assert len(stored(upload)) == 1 and upload.parts.count() == 1


def test_a_row_read_before_somebody_else_went_on_adds_nothing(officer):
    upload = uploads.begin(name="anh.jpg", size=6, by=officer)
    stale = reading.get_for(officer, upload.token)
    add(upload, 0, b"abc", officer)
    with pytest.raises(UploadElsewhere):
        add(stale, 0, b"xyz", officer)
    assert len(stored(upload)) == 1
    assert reading.get_for(officer, upload.token).offset == 3


@pytest.mark.django_db(transaction=True)
def test_of_two_parts_at_the_same_place_exactly_one_is_kept(officer):
    upload = uploads.begin(name="anh.jpg", size=4, by=officer)
    both, said = threading.Barrier(2), []

    def send(data: bytes) -> None:
        row = reading.get_for(officer, upload.token)
        both.wait(10)
        try:
            add(row, 0, data, officer)
            said.append(data)
        except UploadElsewhere:
            said.append(b"")
        finally:
            connection.close()

    threads = [threading.Thread(target=send, args=(data,)) for data in (b"aaaa", b"bbbb")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    fresh = reading.get_for(officer, upload.token)
    assert sorted(map(len, said)) == [0, 4]
    assert reading.content(fresh) in said and len(stored(upload)) == 1


def test_what_a_killed_server_left_behind_hinders_nobody(officer):
    """It had stored a part and died before its row was written."""
    upload = make_upload(officer.user, b"abc", size=6)
    part = UploadPart(upload=upload, offset=3, size=3)
    part.file.save("part", ContentFile(b"xxx"), save=False)
    upload = add(upload, 3, b"def", officer)
    assert reading.content(upload) == b"abcdef"


@pytest.mark.django_db(transaction=True)
def test_dropping_takes_every_stored_piece_away(officer):
    upload = make_upload(officer.user, b"abc", size=6)
    storages["private"].save(f"uploads/{upload.pk}/000000000003", ContentFile(b"xxx"))
    uploads.drop(upload=upload, by=officer)
    assert not Upload.objects.exists() and not UploadPart.objects.exists()
    assert stored(upload) == []


@pytest.mark.django_db(transaction=True)
def test_a_whole_file_is_used_once_and_its_pieces_are_let_go(officer):
    whole, half = make_upload(officer.user, b"abc"), make_upload(officer.user, b"abc", size=4)
    with pytest.raises(UploadUnfinished):
        uploads.use(tokens=[whole.token, half.token], by=officer)
    assert reading.content(whole) == b"abc"
    uploads.use(tokens=[whole.token, whole.token], by=officer)
    assert stored(whole) == []
    with pytest.raises(UploadUsed):
        uploads.use(tokens=[whole.token], by=officer)
    with pytest.raises(UploadUsed):
        uploads.drop(upload=whole, by=officer)
    with pytest.raises(UploadUsed):
        add(reading.get_for(officer, whole.token), 3, b"d", officer)


@pytest.mark.django_db(transaction=True)
def test_what_is_refused_afterwards_leaves_the_file_unused(officer):
    upload = make_upload(officer.user, b"abc")
    with transaction.atomic():
        uploads.use(tokens=[upload.token], by=officer)
        transaction.set_rollback(True)
    fresh = reading.get_for(officer, upload.token)
    assert fresh.used_at is None and reading.content(fresh) == b"abc"


def test_another_persons_upload_is_not_found(officer):
    upload, other = make_upload(officer.user, b"abc", size=9), make_actor()
    with pytest.raises(NotFound):
        reading.get_for(other, upload.token)
    with pytest.raises(NotFound):
        add(upload, 3, b"d", other)
    with pytest.raises(NotFound):
        uploads.drop(upload=upload, by=other)
    with pytest.raises(UploadGone):
        uploads.use(tokens=[upload.token], by=other)
    assert reading.chosen(other, [upload.token]) == []


def test_there_are_limits_to_what_one_person_sends(officer, settings, monkeypatch):
    settings.LANTOA_MAX_UPLOAD_BYTES = 1024 * 1024
    monkeypatch.setattr(uploads, "MOST_OPEN", 1)
    with pytest.raises(FileTooLarge):
        uploads.begin(name="to.pdf", size=1024 * 1024 + 1, by=officer)
    uploads.begin(name="vua.pdf", size=1024 * 1024, by=officer)
    with pytest.raises(UploadsTooMany):
        uploads.begin(name="nua.pdf", size=1, by=officer)
    with pytest.raises(NotAllowed):
        uploads.begin(name="xem.pdf", size=1, by=make_actor(role="reader"))


def test_a_piece_lost_by_the_store_is_said_instead_of_a_broken_file(officer):
    upload = make_upload(officer.user, b"abc")
    part = upload.parts.get()
    part.file.storage.delete(part.file.name)
    with pytest.raises(UploadGone):
        reading.content(upload)


@pytest.mark.django_db(transaction=True)
def test_what_nobody_goes_on_with_is_cleared_after_seven_days(officer):
    now = timezone.now()
    old, later = now - timedelta(days=7, minutes=1), now - timedelta(days=6)
    left = make_upload(officer.user, b"abc", size=6, touched_at=old)
    unused = make_upload(officer.user, b"abc", touched_at=old)
    fresh = make_upload(officer.user, b"abc", size=6, touched_at=later)
    used = make_upload(officer.user, b"abc", touched_at=old, used_at=old)
    ancient = make_upload(officer.user, touched_at=old, used_at=now - timedelta(days=91))
    assert uploads.clear(now) == 3 and uploads.clear(now) == 0
    assert set(Upload.objects.all()) == {fresh, used}
    assert [stored(one) for one in (left, unused, ancient)] == [[], [], []]
    assert stored(fresh) != []


def test_clearing_is_a_job_of_the_worker():
    assert "common.clear-uploads" in {job.name for job in periodic.registered()}
