"""When two pictures look alike (ảnh giống nhau): 64 bits of a difference hash, compared by count.

A difference hash says of each pixel of a 9 × 8 grey reduction whether its right neighbour is
lighter: it survives another size, another compression and slight changes of light.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

ALIKE = 3
"""The most bits in which two looks of one picture differ. Quarters of 16 bits find all of them."""
_LEAST_ONES = 8


def look(grey: Sequence[int], *, width: int = 9, height: int = 8) -> str:
    """16 hexadecimal digits from `width × height` grey values by rows; empty for a blank picture,
    which looks like every other blank one."""
    bits = 0
    for row in range(height):
        line = grey[row * width : (row + 1) * width]
        for left, right in pairwise(line):
            bits = bits << 1 | (right > left)
    return f"{bits:016x}" if _LEAST_ONES <= bits.bit_count() <= 64 - _LEAST_ONES else ""


def quarters(found: str) -> list[int]:
    """The four 16-bit pieces of a look; none of an empty one."""
    return [int(found[at : at + 4], 16) for at in range(0, len(found), 4)]


def alike(one: str, other: str) -> bool:
    if not one or not other:
        return False
    return (int(one, 16) ^ int(other, 16)).bit_count() <= ALIKE
