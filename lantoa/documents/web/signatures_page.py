"""Digital signatures of a source document as the page shows them (chữ ký số)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

if TYPE_CHECKING:
    from lantoa.documents.models import SignedDocument

_VERDICTS = {
    "sound": ("success", gettext_lazy("Nội dung còn nguyên như khi ký.")),
    "added": ("warning", gettext_lazy("Tệp có phần thêm vào sau khi ký; phần đã ký còn nguyên.")),
    "broken": ("danger", gettext_lazy("Nội dung không khớp với chữ ký.")),
    "unknown": ("warning", gettext_lazy("Không đối chiếu được nội dung với chữ ký này.")),
}


@dataclass(frozen=True, slots=True)
class SignatureShown:
    """One signature: what was found of it, and the facts it states of itself."""

    state: str
    verdict: str
    facts: list[tuple[str, str]]


def shown(document: SignedDocument) -> Iterator[SignatureShown]:
    """Every signature that the reading found in the file, in its order."""
    for one in document.reading.get("file", {}).get("signatures", []):
        state, verdict = _VERDICTS[one.get("verdict", "unknown")]
        yield SignatureShown(state, str(verdict), list(_facts(one)))


def _facts(one: dict[str, Any]) -> Iterator[tuple[str, str]]:
    yield _("Người ký"), one.get("signer") or _("không rõ")
    if one.get("organisation"):
        yield _("Cơ quan"), one["organisation"]
    if one.get("time"):
        when = timezone.localtime(datetime.fromisoformat(one["time"]))
        yield _("Ký lúc"), f"{when:%H:%M %d/%m/%Y}"
    yield _("Phạm vi ký"), _scope(one)
    if one.get("issuer"):
        yield _("Nơi cấp chứng thư"), one["issuer"]


def _scope(one: dict[str, Any]) -> str:
    """Whether the signature covers the file; what was added later lies outside it."""
    if one.get("covers_whole_file"):
        return _("Toàn bộ tệp")
    if one.get("changed_after"):
        return _("Tệp lúc ký; phần thêm vào sau nằm ngoài chữ ký")
    return _("Chỉ một phần của tệp")
