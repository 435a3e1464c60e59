"""A small town with a division, an office and two communes, and two people who coordinate."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from lantoa.organisations.factories import make_actor, make_agency
from lantoa.plans.factories import make_plan


@dataclass
class Town:
    """An invented place; names are given as documents write them."""

    authority: Any = field(
        default_factory=lambda: make_agency(
            "Ủy ban nhân dân thị xã Sông Trà",
            short_name="UBND thị xã Sông Trà",
            kind="people_committee",
        )
    )

    def __post_init__(self) -> None:
        self.division = make_agency("Phòng Nội vụ", parent=self.authority)
        self.office = make_agency("Văn phòng HĐND và UBND", kind="office", parent=self.authority)
        self.communes = [
            make_agency(f"Ủy ban nhân dân xã {name}", kind="commune", parent=self.authority)
            for name in ("Bình An", "Bình Minh")
        ]
        self.first = make_actor(self.division, role="coordinator")
        self.second = make_actor(self.division, role="coordinator")
        self.inspector = make_actor(self.division, role="inspector")
        self.officer = make_actor(self.communes[0], role="officer")

    def plan(self, **values: Any) -> Any:
        return make_plan(authority=self.authority, coordinator=self.division, **values)


def party(name: str, role: str = "lead", *, group: bool = False) -> dict[str, Any]:
    return {"name": name, "role": role, "group": group}
