"""What numbers of a story can be compared at all: unit, thing counted, act and matter agree."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from tellings.model import Cite, Quantity
from tellings.text.calendar import bounds
from tellings.text.content import content, stem, words
from tellings.weigh.figures import Figure, figure, relation
from tellings.weigh.scene import Scene
from tellings.words.quantities import number_words

# Reports so many days apart tell of the same happening's later counts at best.
_LATER = timedelta(days=5)
# These parts of a count are of other things than the whole: three of the five, including two.
_PARTS = frozenset({"whole", "part", "pronoun", "including", "among", "include", "from", "like"})
_SIDES = {"agent": "agent", "by": "by"}
_PEOPLE = frozenset({"people", "person", "persons", "others", "victims", "victim"})
_DEAD = frozenset({"death toll", "toll", "dead", "deaths", "fatalities"})
# With these a number counts what comes on top of others.
_MORE = frozenset({"other", "others", "more", "another", "additional", "further", "extra"})
_TIMES = frozenset({"second", "minute", "hour", "day", "week", "month", "year", "decade"})
# A sentence of fewer words than this shares too little to show that it tells the same matter.
_SHORT = 4
# A sum of several, or so many each time, is another number than that of one time.
_RECKONED = frozenset({"total", "totals", "each", "every", "per", "average", "combined", "overall"})
_HARM = frozenset({"kill", "injure"})
_NUMBER = re.compile(r"\d")


@dataclass(frozen=True, slots=True)
class Key:
    """Only numbers of one key are compared. `act` is a class of acts or a stem."""

    unit: str | None
    act: str
    side: str


@dataclass(frozen=True, slots=True)
class Counted:
    """A number with what its comparison needs. `stems` are those of its sentence's words.

    `of` are the stems of what is counted, `names` the words of the names in its sentence, `days`
    the days that its sentence tells, `between` the words between number and noun, `beside` what
    else its sentence counts, `reckoned` the words that make it a total or a rate. It is `crowded`
    where its sentence tells another number of the same unit, `alone` where it is the only count of
    its thing and act in its article, and `only` where it is that of its thing under any act.
    """

    article: str
    quantity: Quantity
    cite: Cite
    figure: Figure
    key: Key
    of: frozenset[str]
    stems: frozenset[str]
    names: frozenset[str]
    days: tuple[str, ...]
    between: frozenset[str]
    published: tuple[date, date] | None
    reckoned: frozenset[str] = frozenset()
    beside: tuple[tuple[str, Figure], ...] = ()
    crowded: bool = False
    alone: bool = False
    only: bool = False


def counts(scene: Scene) -> list[Counted]:
    """The numbers of a story that could be compared, in order of article and place."""
    found: list[Counted] = []
    for article in sorted(scene.story.articles):
        own: list[Counted] = []
        for quantity in scene.marks[article].quantities:
            before = scene.articles[article].text[: quantity.span.start]
            key, value = key_of(quantity), figure(quantity, before)
            if key is not None and value is not None and not _idle(quantity):
                own.append(_counted(scene, article, quantity, key, value))
        found.extend(
            replace(
                one,
                beside=_beside(scene, one, own),
                crowded=_crowded(scene, one),
                alone=_alone(one, own),
                only=_only(one, own),
            )
            for one in own
        )
    return found


def _alone(one: Counted, own: Sequence[Counted]) -> bool:
    lexicon = number_words()
    if one.quantity.unit is not None or one.quantity.act in lexicon.grammar["common"]:
        return False
    if "people" in one.of and one.key.act not in lexicon.people:
        return False  # people do many things in one story
    return bool(one.of) and not any(
        other.key == one.key and other.of & one.of and other.figure != one.figure for other in own
    )


def _beside(scene: Scene, one: Counted, own: Sequence[Counted]) -> tuple[tuple[str, Figure], ...]:
    around = scene.sentence(one.article, one.quantity.span)
    return tuple(
        (" ".join((other.key.act, other.key.unit or "", *sorted(other.of))), other.figure)
        for other in own
        if other.quantity.id != one.quantity.id and around.overlaps(other.quantity.span)
    )


def _only(one: Counted, own: Sequence[Counted]) -> bool:
    return "people" not in one.of and not any(
        other.of & one.of and other.figure != one.figure for other in own
    )


def _crowded(scene: Scene, one: Counted) -> bool:
    """Whether the sentence tells another measure of that unit, or count of that thing and act."""
    around = scene.sentence(one.article, one.quantity.span)
    for other in scene.marks[one.article].quantities:
        if other.id == one.quantity.id or not around.overlaps(other.span):
            continue
        if other.unit != one.quantity.unit or other.low == one.quantity.low:
            continue
        if other.unit is not None or (key_of(other) == one.key and things(other.of) & one.of):
            return True
    return False


def key_of(quantity: Quantity) -> Key | None:
    """What a number must have in common with another; None where it cannot be compared."""
    if quantity.act is None or quantity.role in _PARTS or quantity.unit == "share":
        return None
    if quantity.unit is not None and quantity.unit.endswith("of age"):
        return None
    if (quantity.of is None and quantity.unit is None) or quantity.unit in ("second", "minute"):
        return None
    tolled = quantity.of is not None and quantity.of.casefold() in _DEAD
    act = "kill" if tolled else act_of(quantity.act)
    side = _SIDES.get(quantity.role or "", "other")
    # "in two years" and "for two years" are two things, unlike "to" and "by" with counts.
    return Key(quantity.unit, act, (quantity.role or "") if quantity.unit in _TIMES else side)


def act_of(lemma: str) -> str:
    """An act by its class, or the stem of its verb."""
    lexicon = number_words()
    return lexicon.people.get(lemma) or lexicon.same.get(lemma) or stem(lemma)


def things(of: str | None) -> frozenset[str]:
    """The stems of what is counted; people are one thing whatever they are called."""
    if of is None:
        return frozenset()
    low = of.casefold()
    if low in _PEOPLE or low in _DEAD:
        return frozenset({"people"})
    same = number_words().same
    found = [word for word in words(low) if word not in ("and", "or", "other", "others")]
    return frozenset(same.get(word, same.get(word.removesuffix("s"), stem(word))) for word in found)


def _idle(quantity: Quantity) -> bool:
    """One thing is a way of speaking more often than a count, but for one dead or hurt."""
    if quantity.unit is not None or quantity.low != quantity.high or quantity.low != "1":
        return False
    return quantity.act is None or act_of(quantity.act) not in _HARM


def _counted(scene: Scene, article: str, quantity: Quantity, key: Key, value: Figure) -> Counted:
    text = scene.articles[article].text
    around = scene.sentence(article, quantity.span)
    marks = scene.marks[article]
    names = [name.span.of(text) for name in marks.names if around.overlaps(name.span)]
    times = [
        scene.times.get((article, one.span))
        for one in marks.expressions
        if around.overlaps(one.span) and one.type in ("DATE", "TIME")
    ]
    said = frozenset(w for w in content(around.of(text), scene.stop) if not _NUMBER.search(w))
    told = f"{quantity.of or ''} {quantity.unit or ''} {quantity.unit or ''}s {quantity.act or ''}"
    own = {stem(word) for word in words(told)}
    between = ""
    if quantity.counted is not None and quantity.counted.start > quantity.span.end:
        between = text[quantity.span.end : quantity.counted.start]
    return Counted(
        article,
        quantity,
        scene.cite(article, quantity.span),
        value,
        key,
        things(quantity.of),
        said - own,
        frozenset(word for name in names for word in words(name)),
        tuple(sorted({time.edtf for time in times if time is not None and time.edtf})),
        frozenset(words(between)) - scene.stop | frozenset(words(between)) & _MORE,
        bounds(scene.days.get(article)),
        frozenset(words(around.of(text))) & _RECKONED
        if quantity.unit not in _TIMES
        else frozenset(),
    )


def alike(a: Counted, b: Counted) -> float:
    """How far the sentences tell the same matter, 0 to 1; -1 where something sets them apart."""
    if apart(a, b):
        return -1.0
    least = min(len(a.stems), len(b.stems))
    shared = len(a.stems & b.stems)
    return shared / max(least, _SHORT) if shared > 1 else 0.0


def apart(a: Counted, b: Counted) -> bool:
    """Another thing counted or another kind of it, other days, or other names."""
    if not a.of & b.of and (a.of or b.of):
        return True
    if (a.between | b.between) & _MORE and a.between & _MORE != b.between & _MORE:
        return True
    if _other_report(a, b) or a.reckoned != b.reckoned:
        return True
    if a.published and b.published and _gap(a.published, b.published) > _LATER:
        # A toll is told for years, but another one long after is that of another happening.
        harmed = a.key.act in _HARM and b.key.act in _HARM
        if not harmed or relation(a.figure, b.figure) == "contradiction":
            return True
    if a.names and b.names and not a.names & b.names:
        return True
    if a.between and b.between and not a.between & b.between:
        return True
    return bool(a.days and b.days) and not any(_meet(x, y) for x in a.days for y in b.days)


def _other_report(a: Counted, b: Counted) -> bool:
    """Whether all that both sentences count besides differs too: two hauls, two seasons."""
    if a.key.act in number_words().people.values():
        return False  # the numbers of dead and hurt rise together
    there = dict(b.beside)
    both = [(figure, there[thing]) for thing, figure in a.beside if thing in there]
    return bool(both) and all(relation(x, y) == "contradiction" for x, y in both)


def _gap(a: tuple[date, date], b: tuple[date, date]) -> timedelta:
    return max(a[0] - b[1], b[0] - a[1], timedelta())


def _meet(a: str, b: str) -> bool:
    one, other = bounds(a), bounds(b)
    if one is None or other is None:
        return True
    return one[0] <= other[1] and other[0] <= one[1]
