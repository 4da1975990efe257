"""What weighing the tellings shows: agreements, differences, omissions, each with its cites."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from tellings.model.spans import Cite

FindingKind = Literal["agreement", "difference", "omission"]
Slot = Literal["date", "number", "place", "actor", "name", "wording", "certainty", "framing"]
Shade = Literal["word", "subject", "rewording", "translation"]
DifferenceType = Literal[
    "contradiction", "update", "rounding", "precision", "scope", "wording", "certainty", "framing"
]


@dataclass(frozen=True, slots=True, order=True)
class About:
    """What a finding is about: the `kind` of thing (statement, event, quantity, ...) and its id."""

    kind: str
    id: str


@dataclass(frozen=True, slots=True)
class Side:
    """One value, the cites that tell it, and how many outlets and independent origins do."""

    value: str
    cites: tuple[Cite, ...]
    outlets: int
    independent: int

    def __post_init__(self) -> None:
        if not self.cites:
            raise ValueError("a side of a finding needs at least one cite")


@dataclass(frozen=True, slots=True)
class Finding:
    """An agreement (one side), a difference (two or more), or an omission (who tells; `missing`).

    `why` says in words what was compared and what excluded; `confidence` lies in [0, 1]. `shade`
    says of a difference of wording what was changed: word, subject, rewording or translation.
    """

    id: str
    story: str
    kind: FindingKind
    slot: Slot | None
    type: DifferenceType | None
    about: About
    sides: tuple[Side, ...]
    why: str
    confidence: float
    missing: tuple[str, ...] = ()
    shade: Shade | None = None

    def __post_init__(self) -> None:
        if not self.sides or (self.kind == "difference" and len(self.sides) < 2):
            raise ValueError(f"a {self.kind} cannot be built without the sides it rests on")
