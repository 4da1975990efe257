"""Each number of a story with what its sentence says, for comparing it with others like it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from tellings.model import Cite, Quantity, Span
from tellings.text.calendar import bounds
from tellings.text.content import content, stem, words
from tellings.weigh.counts import act_of, things
from tellings.weigh.figures import Figure, figure
from tellings.weigh.scene import Scene
from tellings.words.tables import toml

_CLOCK = frozenset({"second", "minute", "hour", "day", "week", "month", "year", "decade"})
_COUNTED = 1000
# What stands between a value and the same value in another unit.
_TWINS = frozenset({"(", " (", " or "})


@dataclass(frozen=True, slots=True)
class Measure:
    """One number with the stems of its sentence, its names' words and its days.

    `of` are the stems of what is counted; `twin` is the id of the same value in another unit right
    before it: 40 feet (12 metres).
    """

    article: str
    quantity: Quantity
    cite: Cite
    figure: Figure
    of: frozenset[str]
    act: str | None
    stems: frozenset[str]
    names: frozenset[str]
    days: tuple[str, ...]
    sentence: int
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


def measures(scene: Scene) -> Iterator[Measure]:
    """The numbers of a story in order of article and place; no ages and nothing below zero."""
    for article in sorted(scene.story.articles):
        text = scene.articles[article].text
        last: Quantity | None = None
        for quantity in scene.marks[article].quantities:
            value = figure(quantity, text[: quantity.span.start])
            if value is None or value.low <= 0 or "of age" in (value.unit or ""):
                continue
            twin = None
            if last is not None and value.unit and last.unit and value.unit != last.unit:
                between = text[last.span.end : quantity.span.start]
                twin = last.id if between in _TWINS else None
            yield _measure(scene, article, quantity, value, twin)
            last = quantity


def _measure(
    scene: Scene, article: str, quantity: Quantity, value: Figure, twin: str | None
) -> Measure:
    text = scene.articles[article].text
    around = scene.sentence(article, quantity.span)
    marks = scene.marks[article]
    names = [name.span.of(text) for name in marks.names if around.overlaps(name.span)]
    return Measure(
        article,
        quantity,
        scene.cite(article, quantity.span),
        value,
        things(quantity.of),
        act_of(quantity.act) if quantity.act else None,
        frozenset(s for s in content(around.of(text), scene.stop) if not s[0].isdigit()),
        frozenset(word for name in names for word in words(name)),
        tuple(sorted(_days(scene, article, around))),
        around.start,
        twin,
    )


def _days(scene: Scene, article: str, around: Span) -> Iterator[str]:
    for one in scene.marks[article].expressions:
        if around.overlaps(one.span) and one.type in ("DATE", "TIME"):
            time = scene.times.get((article, one.span))
            if time is not None and time.edtf:
                yield time.edtf


def money(unit: str | None) -> bool:
    """Whether a unit is a currency by its ISO code."""
    return unit is not None and len(unit) == 3 and unit.isupper()


def one_thing(a: Measure, b: Measure) -> bool | None:
    """Whether two numbers count one thing; None where one does not tell what.

    People are one thing with passengers, as with any word for persons; passengers and nurses two.
    """
    if not (a.of and b.of):
        return None
    if a.of & b.of:
        return True
    return any("people" in x.of and y.of & persons() for x, y in ((a, b), (b, a)))


@cache
def persons() -> frozenset[str]:
    """The stems of nouns for persons."""
    many = toml("roles.toml")["many"]
    return frozenset(stem(word) for word in (*many["words"], *many["few"]))


def other_days(a: Measure, b: Measure) -> bool:
    """Whether both sentences tell days, and none of them in common."""
    return bool(a.days and b.days) and not any(_meet(x, y) for x in a.days for y in b.days)


def _meet(a: str, b: str) -> bool:
    one, other = bounds(a), bounds(b)
    return one is None or other is None or (one[0] <= other[1] and other[0] <= one[1])
