"""The argument parser (phân tích tham số): help and mistakes in the reader's language."""

from __future__ import annotations

import argparse
import re
from typing import NoReturn

from .language import say


class UsageError(Exception):
    """The command was called wrongly; the message is one sentence."""


class Formatter(argparse.RawDescriptionHelpFormatter):
    """Help whose headings are in the reader's language."""

    def add_usage(self, usage, actions, groups, prefix=None):  # type: ignore[no-untyped-def]
        super().add_usage(usage, actions, groups, prefix or say("Cách dùng: ", "Usage: "))


class Parser(argparse.ArgumentParser):
    """Never prints by itself what went wrong: it raises UsageError."""

    def __init__(self, prog: str, *, description: str, example: str) -> None:
        super().__init__(
            prog=prog,
            description=f"{description[:1].upper()}{description[1:]}.",
            epilog=f"{say('Ví dụ', 'Example')}:\n  {example}",
            formatter_class=Formatter,
            add_help=False,
            allow_abbrev=False,
        )
        self._positionals.title = say("Tham số", "Arguments")
        self._optionals.title = say("Tùy chọn", "Options")
        self.add_argument(
            "-h", "--help", action="help", help=say("in hướng dẫn này rồi thôi", "print this help")
        )

    def error(self, message: str) -> NoReturn:
        raise UsageError(f"{_explain(message)} {say('Xem', 'See')} `{self.prog} --help`.")


def _explain(message: str) -> str:
    found = re.match(r"the following arguments are required: (.+)", message)
    if found:
        return say(f"Thiếu tham số {found[1]}.", f"Missing argument: {found[1]}.")
    found = re.match(r"unrecognized arguments: (.+)", message)
    if found and found[1].startswith("-"):
        return say(f"Không có tùy chọn “{found[1]}”.", f"Unknown option “{found[1]}”.")
    if found:
        return say(f"Thừa tham số “{found[1]}”.", f"Unexpected argument “{found[1]}”.")
    found = re.match(r"argument (.+?): expected .*", message)
    if found:
        return say(f"Tùy chọn {found[1]} cần một giá trị.", f"Option {found[1]} needs a value.")
    found = re.match(r"argument (.+?): invalid .*?: '(.*?)'", message)
    if found:
        return say(
            f"Giá trị “{found[2]}” của {found[1]} không hợp lệ.",
            f"“{found[2]}” is not valid for {found[1]}.",
        )
    return say("Tham số không hợp lệ.", "Invalid arguments.")
