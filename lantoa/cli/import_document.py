"""`lantoa import`: reads a document into the database as a draft that a person then confirms."""

from __future__ import annotations

import argparse
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from lantoa.documents.reading import accepted

from .language import say
from .page_progress import page_progress
from .parser import UsageError

if TYPE_CHECKING:
    from lantoa.common.access import Actor
    from lantoa.documents.reading.model import SourceFile
    from lantoa.organisations.models import Agency
    from lantoa.plans.models import Plan

EXAMPLE = "lantoa import ke-hoach.docx --by noivu"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "file",
        metavar=say("TỆP", "FILE"),
        type=Path,
        help=say(accepted.WORDS, accepted.ENGLISH),
    )
    parser.add_argument(
        "--by",
        metavar=say("TÀI_KHOẢN", "ACCOUNT"),
        help=say("tài khoản đứng tên nạp văn bản", "the account that loads the document"),
    )
    parser.add_argument(
        "--owner",
        metavar=say("MÃ", "CODE"),
        help=say(
            "mã cơ quan ban hành kế hoạch (mặc định: cơ quan ghi trong văn bản)",
            "code of the agency whose plan it is (default: the issuer named in the document)",
        ),
    )


def run(args: argparse.Namespace) -> int:
    # Read before Django starts: a bad file is refused at once and nothing is half-written.
    from lantoa.documents.reading.source import load_file

    with page_progress() as told:
        source = load_file(args.file, told)
    from .preparing import set_up

    set_up()
    from django.db import DatabaseError

    try:
        plan = _load(args, source)
    except DatabaseError:
        raise UsageError(
            say(
                "Cơ sở dữ liệu chưa sẵn sàng; hãy chạy `lantoa serve` một lần trước.",
                "The database is not ready; run `lantoa serve` once first.",
            )
        ) from None
    print(say(f"Đã nạp thành bản dự thảo: {plan}", f"Loaded as a draft: {plan}"))
    return 0


def _load(args: argparse.Namespace, source: SourceFile) -> Plan:
    from lantoa.documents.services import intake
    from lantoa.plans.services import drafts

    by = _actor(args.by) if args.by else None
    return drafts.load(
        name=args.file.name,
        data=intake.bytes_of(args.file),
        by=by,
        owner=None if by else _owner(args.owner, source),
        source=source,
    )


def _actor(username: str) -> Actor:
    from django.contrib.auth import get_user_model
    from django.utils import timezone

    from lantoa.organisations.selectors.actors import actor_for

    user = get_user_model().objects.filter(username=username).first()
    actor = actor_for(user, timezone.localdate()) if user else None
    if actor is None:
        raise UsageError(
            say(
                f"Tài khoản “{username}” không có hoặc không giữ vị trí công tác nào.",
                f"The account “{username}” does not exist or holds no post.",
            )
        )
    return actor


def _owner(code: str | None, source: SourceFile) -> Agency:
    from lantoa.documents.reading.reader import read_source
    from lantoa.organisations.selectors import agencies

    if code:
        found = agencies.by_code(code)
    else:
        documents = read_source(source).documents
        issuers = [(d.issuer, d.date) for d in documents if d.issuer]
        found = agencies.find(issuers[0][0] or "", _day(issuers[0][1])) if issuers else None
    if found is None:
        raise UsageError(
            say(
                "Chưa rõ văn bản của cơ quan nào; hãy thêm --by TÀI_KHOẢN hoặc --owner MÃ.",
                "It is not clear whose document this is; add --by ACCOUNT or --owner CODE.",
            )
        )
    return found


def _day(written: date | None) -> date:
    from django.utils import timezone

    return written or timezone.localdate()
