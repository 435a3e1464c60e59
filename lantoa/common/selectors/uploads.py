"""Reading files on their way (tệp đang tải lên): only by the person who sends them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from lantoa.common.errors import NotFound
from lantoa.common.errors_uploads import UploadGone
from lantoa.common.models import Upload

if TYPE_CHECKING:
    from lantoa.common.access import Actor


def get_for(actor: Actor, token: str) -> Upload:
    """One upload; another user's is not found."""
    found = Upload.objects.filter(user=actor.user, token=token).first()
    if found is None:
        raise NotFound(upload=token)
    return found


def chosen(actor: Actor, tokens: Sequence[str]) -> list[Upload]:
    """The actor's uploads of these tokens, each once, in the order given; unknown ones left out."""
    rows = Upload.objects.filter(user=actor.user, token__in=tokens)
    found = {row.token: row for row in rows}
    return [found[token] for token in dict.fromkeys(tokens) if token in found]


def content(upload: Upload) -> bytes:
    """The whole file, its parts joined; refused when storage lost one."""
    pieces = []
    for part in upload.parts.all():
        try:
            with part.file.open("rb") as file:
                pieces.append(file.read())
        except OSError as error:
            raise UploadGone() from error
    whole = b"".join(pieces)
    if len(whole) != upload.size:
        raise UploadGone()
    return whole
