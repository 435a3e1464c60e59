"""Order of persons (thứ tự họ tên): by given name, then by the rest, as Vietnamese lists are."""

from __future__ import annotations

from lantoa.common.rules.vietnamese import SortKey, person_sort_key

_END = "00"


def order_key(full_name: str) -> str:
    """A text of hexadecimal digits that any database sorts as a Vietnamese list of persons."""
    given, rest = person_sort_key(full_name)
    return f"{_hex(given)}{_END}{_hex(rest)}"[:600]


def _hex(key: SortKey) -> str:
    return "".join(
        "".join(f"{max(rank, -1) + 2:02x}" for rank in letters)
        + _END
        + "".join(f"{tone + 1:x}" for tone in tones)
        + "0"
        for letters, tones in key
    )
