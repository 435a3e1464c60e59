"""How far a scan is recognised (tiến độ nhận dạng), on stderr so that the result stays clean.

On a terminal one line that is rewritten and wiped at the end; elsewhere a line a page.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from .language import say

_WIPE = "\r\x1b[K"


@contextmanager
def page_progress() -> Iterator[Callable[[int, int], None]]:
    """What to call with the pages done and the pages in all."""
    terminal = sys.stderr.isatty()
    began = False

    def told(done: int, pages: int) -> None:
        nonlocal began
        began = True
        words = say(
            f"Đang nhận dạng bản quét: {done}/{pages} trang",
            f"Recognising the scan: {done}/{pages} pages",
        )
        start, end = (_WIPE, "") if terminal else ("", "\n")
        print(f"{start}{words}", end=end, file=sys.stderr, flush=True)

    try:
        yield told
    finally:
        if began and terminal:
            print(_WIPE, end="", file=sys.stderr, flush=True)
