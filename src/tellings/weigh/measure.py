"""One number of an article with what its sentence says."""

from __future__ import annotations

from dataclasses import dataclass

from tellings.model import Cite, Quantity
from tellings.weigh.figures import Figure
from tellings.weigh.things import harmed
from tellings.words.quantities import number_words

_CLOCK = frozenset({"second", "minute", "hour", "day", "week", "month", "year", "decade"})
_COUNTED = 1000
_LEAD = 3  # sentences at the head of an article


@dataclass(frozen=True, slots=True)
class Measure:
    """One number with what its sentence says.

    `of` are the stems of what is counted, `kind` those of the words before it (more, other and
    their like in `more`), `act` a class of acts or a stem. `stems` are those of the sentence,
    `near` of the few words around the number, `around` of the sentences before and behind; `left`
    and `right` the words beside it. `names`, `near_names` and `scene_names` are the words of the
    names in the sentence, beside the number, and from two sentences before; `owner` those of who
    is named last before it; `days` and `scene_days` the days told there, `past` whether one lies
    well before the article's. `others` are unit and value of what else the sentence counts,
    `twins` those of the same value in other units, `twin` the id of the one right before it: 40
    feet (12 metres). `events` are the events whose telling takes the number in, `actors` who acts
    in the narrowest; `of_whole` says that it is told of a whole: 20 of the 30, 20 of whom. `order`
    is the sentence's place in the article.
    """

    article: str
    quantity: Quantity
    cite: Cite
    figure: Figure
    of: frozenset[str]
    kind: frozenset[str]
    more: frozenset[str]
    act: str | None
    stems: frozenset[str]
    near: frozenset[str]
    around: frozenset[str]
    left: str
    right: str
    names: frozenset[str]
    near_names: frozenset[str]
    scene_names: frozenset[str]
    owner: frozenset[str]
    days: tuple[str, ...]
    scene_days: tuple[str, ...]
    others: frozenset[tuple[str, str]]
    twins: frozenset[tuple[str, str]]
    reckoned: frozenset[str]
    sentence: int
    order: int
    events: frozenset[str] = frozenset()
    actors: frozenset[str] = frozenset()
    of_whole: bool = False
    past: bool = False
    twin: str | None = None

    @property
    def place(self) -> tuple[str, int]:
        return self.article, self.sentence

    @property
    def clock(self) -> bool:
        return self.figure.unit in _CLOCK

    @property
    def few(self) -> bool:
        """Whether it is a small count: those of unlike things are equal by chance."""
        return self.figure.unit is None and self.figure.low < _COUNTED

    @property
    def money(self) -> bool:
        """Whether the unit is a currency by its ISO code, or so much money each."""
        unit = (self.figure.unit or "").split(" ")[0]
        return len(unit) == 3 and unit.isupper()

    @property
    def part(self) -> bool:
        """Whether it is a part of another count: three of the five, including two."""
        return self.quantity.role in number_words().grammar["part_roles"]

    @property
    def harm(self) -> bool:
        return harmed(self.act)

    @property
    def crowded(self) -> bool:
        """Whether its sentence tells another number of its unit."""
        return any(unit == (self.quantity.unit or "") for unit, _ in self.others)

    @property
    def lead(self) -> bool:
        return self.order < _LEAD
