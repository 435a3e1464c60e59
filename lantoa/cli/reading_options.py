"""Arguments that the reading commands share (tham số chung)."""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from .language import say
from .parser import UsageError

if TYPE_CHECKING:
    from lantoa.documents.reading.configuration import Configuration
    from lantoa.documents.reading.options import KnownAgency, Options


def add_common(parser: argparse.ArgumentParser) -> None:
    """--json, --register, --config and the reading of "trước ngày"."""
    parser.add_argument(
        "--json",
        action="store_true",
        help=say("in dạng JSON cho máy đọc", "print JSON for programs"),
    )
    parser.add_argument(
        "--register",
        metavar=say("TỆP", "FILE"),
        type=Path,
        help=say("danh bạ cơ quan đã biết (tệp JSON)", "known agencies (a JSON file)"),
    )
    parser.add_argument(
        "--config",
        metavar=say("TỆP", "FILE"),
        type=Path,
        help=say(
            "tệp cấu hình; mặc định là lantoa.toml ở thư mục của văn bản hoặc thư mục trên",
            "the configuration; by default lantoa.toml in the document's folder or above",
        ),
    )
    parser.add_argument(
        "--before-includes-day",
        action="store_true",
        help=say(
            "hiểu “trước ngày 20” là gồm cả ngày 20", "read “trước ngày 20” as including the 20th"
        ),
    )


def options(args: argparse.Namespace) -> Options:
    """The reader's options from the parsed arguments."""
    from lantoa.documents.reading.options import Options

    register = _register(args.register) if args.register else ()
    wanted = _configuration(args)
    strict = True if wanted.before_is_strict is None else wanted.before_is_strict
    return Options(
        register=register,
        before_is_strict=strict and not args.before_includes_day,
        severities=wanted.severities,
    )


def _configuration(args: argparse.Namespace) -> Configuration:
    from lantoa.documents.reading.configuration import BadConfiguration, configuration_for

    try:
        return configuration_for(args.file, chosen=args.config)
    except BadConfiguration as problem:
        raise UsageError(say(str(problem), problem.english)) from None


def _register(path: Path) -> tuple[KnownAgency, ...]:
    from lantoa.documents.reading.options import KnownAgency

    try:
        data = json.loads(path.read_text(encoding="utf-8-sig"))
        agencies = data["agencies"] if isinstance(data, dict) else data
        return tuple(KnownAgency(**_agency(item)) for item in agencies)
    except OSError:
        raise UsageError(
            say(f"Không mở được danh bạ “{path}”.", f"The register “{path}” cannot be opened.")
        ) from None
    except (ValueError, KeyError, TypeError, AttributeError):
        raise UsageError(
            say(
                f"Danh bạ “{path}” không đúng dạng: cần danh sách JSON các cơ quan có “name”.",
                f"The register “{path}” must be a JSON list of agencies, each with a “name”.",
            )
        ) from None


def _agency(item: dict[str, Any]) -> dict[str, Any]:
    if not isinstance(item["name"], str):
        raise TypeError
    return {
        "name": item["name"],
        "aliases": tuple(str(alias) for alias in item.get("aliases", ())),
        "level": str(item.get("level", "")),
        "requested": bool(item.get("requested", False)),
    }
