"""Numbers so nearly equal that they are one number, told with other figures.

Two unlike quantities of one story and unit seldom lie close to each other. So where two such
numbers stand in sentences that share some telling words, they are taken for one, whatever the verb
and the thing counted are called: 229 feet and 230 feet, 145 million and 145.5 million; more than
500 and 527; hundreds and 755; 20,000 and up to 20,000.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal
from typing import Literal

from tellings.weigh.figures import Figure, relation
from tellings.weigh.measures import Measure, one_thing, other_days
from tellings.weigh.pairing import Pair, grouped
from tellings.weigh.rarity import Rarity

Kind = Literal["bound", "digits", "over", "close", "closer", "vague", "end"]

_WIDEST = Decimal("0.13")  # values further apart are no roundings of each other
_CLOSE, _CLOSER = Decimal("0.05"), Decimal("0.02")
_WORDS = 2  # shared stems at least
_SURE = 0.6  # from here on one thing or one act outweighs other names
_NEVER = 2.0
_MANY = 5  # figures of a number that another is seldom a rounding of by chance


def near(told: Sequence[Measure], rarity: Rarity) -> list[list[Measure]]:
    """Groups of two or more values that are one number; every group with all that tell it."""
    pairs = [(a, b) for a, b in _candidates(told) if _one_number(a, b, rarity)]
    return grouped(pairs, told, rarity, _fit)


def _candidates(told: Sequence[Measure]) -> Iterator[Pair]:
    """Pairs of one unit that lie within the widest bound, or in the range of a vague word."""
    by_unit: dict[str, list[Measure]] = defaultdict(list)
    for one in told:
        by_unit[one.figure.unit or ""].append(one)
    for _, members in sorted(by_unit.items()):
        members.sort(key=lambda one: (one.figure.low, one.cite))
        for i, a in enumerate(members):
            far = max(a.figure.high, a.figure.low / (1 - _WIDEST))
            for b in members[i + 1 :]:
                if b.figure.low > far:
                    break
                if a.place != b.place:
                    yield a, b


def _one_number(a: Measure, b: Measure, rarity: Rarity) -> bool:
    kind = nearness(a.figure, b.figure)
    if kind is None:
        return False
    share = _alike(a, b, rarity)
    return share >= _needed(kind, _Pair.of(a, b, share))


def _alike(a: Measure, b: Measure, rarity: Rarity) -> float:
    """The weighted share of their sentences' words, 0 where they share too few."""
    few = 1 if one_thing(a, b) and a.act == b.act else _WORDS
    return rarity.share(a.stems, b.stems) if len(a.stems & b.stems) >= few else 0.0


@dataclass(frozen=True, slots=True)
class _Pair:
    """What speaks for and against two numbers being one, besides their words.

    `digits` are those of the number that is told with fewer; `thing` is whether both count one
    thing, None where one does not tell; `act` whether under one act; `names` and `days` are true
    where both sentences tell some, and none in common.
    """

    digits: int
    most: int
    thing: bool | None
    act: bool
    names: bool
    days: bool
    clock: bool
    few: bool
    one_article: bool

    @classmethod
    def of(cls, a: Measure, b: Measure, share: float) -> _Pair:
        exact = [one.figure.digits for one in (a, b) if not one.figure.vague]
        return cls(
            min(exact),
            max(exact),
            one_thing(a, b),
            a.act is not None and a.act == b.act,
            _other_names(a, b) and not (share >= _SURE and (one_thing(a, b) or a.act == b.act)),
            other_days(a, b),
            a.clock,
            a.few or b.few,
            a.article == b.article,
        )


def _other_names(a: Measure, b: Measure) -> bool:
    return bool(a.names and b.names) and not a.names & b.names


# Least shares of words. Read on the pairs of the affairs that are tuned on and of those that nobody
# annotated: of round numbers (one figure), of small counts, of other names and days most of what
# was equal or near was so by chance, as was half of what lies next below each of these.
def _needed(kind: Kind, two: _Pair) -> float:
    """The least weighted share of words at which two numbers are one."""
    if kind == "vague":
        if two.days or two.names or not two.thing or (two.one_article and not two.act):
            return _NEVER
        return 0.24 if two.act else 0.28
    if two.days and (two.digits < 3 or two.few):
        return _NEVER
    if two.names and (two.digits < 2 or two.few or two.clock):
        return _NEVER
    if kind == "end":
        if two.names or two.few or two.one_article:
            return _NEVER
        # 14 percent brighter is no end of 12 to 14 percent larger
        return 0.4 if two.act or two.thing else _NEVER
    if two.clock or two.few:
        return _small(kind, two)
    if two.digits < 2 and two.thing is False:
        return _NEVER
    less = 0.0 if two.thing is False else 0.05
    match kind:
        case "bound":
            return 0.25 - less if two.digits > 1 or two.thing else 0.4
        case "digits" if two.digits > 1:
            return 0.2 - less
        case "digits" if two.thing:
            return 0.1 if two.most >= _MANY else 0.2
        case "over":
            return 0.25 if two.thing else 0.4
        case "closer":
            return 0.24 if two.most > 2 else 0.45
        case _:
            return 0.45


def _small(kind: Kind, two: _Pair) -> float:
    """Hours and years, and small counts: one thing must be counted, or the words be much alike."""
    if kind in ("close", "closer"):
        return _NEVER
    if two.clock:
        return 0.3 if kind == "bound" else _NEVER
    if not two.thing:
        return _NEVER
    return 0.25 if two.act else 0.4


def nearness(a: Figure, b: Figure) -> Kind | None:
    """In what way two unlike figures could be one number; None where they could not."""
    if a.vague or b.vague:
        return "vague" if relation(a, b) == "rounding" else None
    if a.span or b.span:
        return "end" if a.span != b.span and _end(a, b) else None
    if a.low == b.low:
        return "bound" if a.bound != b.bound else None
    low, high = (a, b) if a.low < b.low else (b, a)
    if low.bound == "less" and low.modifier != "at-most":
        return None
    if high.bound == "more" or high.modifier == "at-least":
        return None
    apart = (high.low - low.low) / high.low
    if _rounds(a, b) or _rounds(b, a):
        return "digits"
    if apart < _WIDEST and (low.bound == "more" or low.modifier == "at-least"):
        return "over"
    if apart < _WIDEST and high.bound == "less":
        return "over"
    return "closer" if apart <= _CLOSER else "close" if apart <= _CLOSE else None


def _end(a: Figure, b: Figure) -> bool:
    """Whether one is a range and the other the end of it that its bound leaves."""
    both, one = (a, b) if a.span else (b, a)
    if one.modifier in ("at-most", "less-than"):
        return one.high == both.high
    return one.low in (both.low, both.high)


def _rounds(told: Figure, exact: Figure) -> bool:
    """Whether the first is the second rounded or cut to fewer figures."""
    places = told.low.normalize().as_tuple().exponent
    if not isinstance(places, int) or told.digits >= exact.digits:
        return False
    step = Decimal(1).scaleb(places)
    whole = exact.low / step
    return told.low / step in (whole.to_integral(ROUND_DOWN), whole.to_integral(ROUND_HALF_UP))


def _fit(a: Figure, b: Figure) -> bool:
    """Whether two figures can stand in one group."""
    if a.vague or b.vague:
        return a == b or relation(a, b) == "rounding"
    if a.span or b.span:
        return a == b or a.span != b.span
    return abs(a.low - b.low) <= max(a.low, b.low) * _WIDEST
