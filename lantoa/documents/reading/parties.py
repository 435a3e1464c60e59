"""Who does what (chủ trì, phối hợp, tham mưu)."""

from __future__ import annotations

from collections.abc import Sequence

from .model import Party
from .options import Options


def parties_of_assignment(text: str, *, options: Options) -> list[Party]:
    """The parties of an assignment cell (Phân công và cách thức thực hiện)."""
    name = text.strip(" -.").split(" chủ trì")[0].split(" phối hợp")[0]
    return [Party(name, "lead")] if name else []


def parties_of_duty(
    heading: str, text: str, *, options: Options, default: Sequence[Party]
) -> list[Party]:
    """The parties of a leaf paragraph under the heading that names who is responsible."""
    return [Party(heading.strip(" :"), "lead")] if heading else list(default)
