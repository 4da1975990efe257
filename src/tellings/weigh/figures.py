"""Two told numbers side by side: the same, one rounded, or unable both to hold.

What the words of a number N leave, and so what cannot hold beside it:

| told | leaves | is contradicted by |
|---|---|---|
| N | N, and what N is in fewer figures | any other number, and a bound that N lies beyond |
| about N | a tenth on either side | what lies further off |
| nearly N, almost N | a tenth below | a number above N, over N, at least N |
| over N, more than N | all above | a number below, nearly N, up to N, under N |
| at least N | N and all above | a number below, nearly N, under N |
| up to N | N and all below | a number above, over N |
| under N, less than N | all below | a number above, over N, at least N |

Beside N itself a bound is a rounding of it ("over a million", "a million"), and where N is told as
the most that something reached, "up to N" says the same.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation
from typing import Literal

from tellings.model import Quantity
from tellings.model.marks import Modifier
from tellings.text.content import words
from tellings.words.quantities import number_words

Relation = Literal["same", "rounding", "raised", "contradiction"]

_INFINITE = Decimal("Infinity")
# A number is a rounding of another where it is off by no more than a tenth.
_TENTH = Decimal("0.1")
_HUNDREDTH = Decimal("0.01")
# Below a hundred a plain count is told exactly: 20 hurt and 22 hurt are no rounding.
_COUNTED = Decimal(100)
# So many characters before a number hold the two words right before it.
_WORD = 16


@dataclass(frozen=True, slots=True)
class Figure:
    """A value or range with its bound; `vague` for words such as "hundreds".

    `short` is true of what falls short of its number by a little ("nearly 500"), `peak` of the most
    that a measure reached ("speeds reached 120 miles an hour").
    """

    low: Decimal
    high: Decimal
    modifier: Modifier
    unit: str | None
    vague: bool = False
    short: bool = False
    peak: bool = field(default=False, compare=False)

    @property
    def reach(self) -> tuple[Decimal, Decimal]:
        """The values that the number allows."""
        if self.short:
            return self.low * (1 - _TENTH), self.high
        match self.modifier:
            case "at-least" | "more-than":
                return self.low, _INFINITE
            case "at-most" | "less-than":
                return -_INFINITE, self.high
            case _:
                return self.low, self.high

    @property
    def bound(self) -> Literal["more", "less", ""]:
        """On which side of its number the value lies; "at least" leaves the number itself."""
        if self.modifier == "more-than":
            return "more"
        return "less" if self.short or self.modifier in ("at-most", "less-than") else ""

    @property
    def span(self) -> bool:
        """Whether it is a range that is told by both ends."""
        return self.low != self.high and not self.vague

    @property
    def digits(self) -> int:
        """How many figures are told: 3 for 527, 1 for 500."""
        return len(self.low.normalize().as_tuple().digits)

    @property
    def plain(self) -> bool:
        return self.low == self.high and self.modifier in ("exact", "about")

    def __str__(self) -> str:
        ends = dict.fromkeys((f"{self.low:f}", f"{self.high:f}"))
        bound = "" if self.modifier == "exact" or self.vague else f"{self.modifier} "
        bound = "nearly " if self.short else bound
        return bound + "–".join(ends) + (f" {self.unit}" if self.unit else "")


def figure(quantity: Quantity, before: str = "") -> Figure | None:
    """The figure of a mark; None where an end is open or no number, or its bounds exclude another.

    `before` is the text before it, whose last word can say that it falls short.
    """
    if quantity.low is None or quantity.high is None:
        return None
    try:
        low, high = Decimal(quantity.low), Decimal(quantity.high)
    except InvalidOperation:
        return None
    unit = quantity.unit
    if unit == "share":  # a third and 33 percent are told of one thing
        low, high, unit = (low * 100).normalize(), (high * 100).normalize(), "percent"
    # "About 5-6,000" is a range that is told; words for one ("thousands") end in nines.
    vague = quantity.modifier == "about" and low != high and not quantity.high.strip("9")
    grammar = number_words().grammar
    said = words(before[-_WORD:])[-2:]
    short = quantity.modifier == "about" and bool(said) and said[-1] in grammar["short"]
    if short and said[0] in grammar["crossed"]:
        return None  # "over nearly 100 billion" says neither
    reaching = quantity.act in grammar["reaching"]
    peak = reaching and bool(unit) and quantity.modifier == "exact"
    return Figure(low, high, quantity.modifier, unit, vague, short, peak)


def relation(a: Figure, b: Figure) -> Relation | None:
    """How two figures of one thing stand to each other; None where nothing can be said.

    "raised" are bounds that leave room for each other: at least 50, at least 58, and 59.
    """
    if (a.low, a.high) == (b.low, b.high):
        if a.vague or a.bound == b.bound or _topped(a, b) or _topped(b, a):
            return "same"
        return "contradiction" if _opposed(a, b) or _opposed(b, a) else "rounding"
    if a.vague or b.vague:
        return "rounding" if a.vague != b.vague and _meant(a, b) else None
    if a.plain and b.plain:
        if _overshot(a, b) or _overshot(b, a):
            return "contradiction"
        return "rounding" if _rounds(a, b) or _rounds(b, a) else "contradiction"
    if not _meet(a, b):
        near = _fewer(a, b) or _fewer(b, a) or _roughly(a, b) or _roughly(b, a)
        return "rounding" if near else "contradiction"
    if _near(a, b) or _near(b, a) or _inside(a, b):
        return "rounding"
    least = min(a.low, b.low)
    lower = [one.modifier for one in (a, b) if one.low == least]
    return "raised" if "at-least" in lower or "more-than" in lower else None


def _meet(a: Figure, b: Figure) -> bool:
    (low, high), (least, most) = a.reach, b.reach
    return low <= most and least <= high


def _topped(peak: Figure, bound: Figure) -> bool:
    """Whether what was reached is the bound told: speeds that reached 120, and of up to 120."""
    return peak.peak and bound.modifier == "at-most"


def _opposed(above: Figure, below: Figure) -> bool:
    """Whether one lies above a number and the other below it; one end alone can be the number."""
    if above.modifier == "more-than":
        return below.bound == "less"
    return above.modifier == "at-least" and (below.short or below.modifier == "less-than")


def _overshot(short: Figure, exact: Figure) -> bool:
    """Whether a number lies above what another falls short of: 82, and nearly 80."""
    above = exact.modifier == "exact" and exact.low > short.low
    return short.short and above and not _rounds(exact, short)


def _fewer(coarse: Figure, fine: Figure) -> bool:
    """Whether a number is another in fewer figures, whatever its bound: 141,000, up to 140,660."""
    if not coarse.plain or coarse.short or fine.low != fine.high:
        return False
    if _zeros(coarse.low) <= _zeros(fine.low):
        return False
    return abs(coarse.low - fine.low) <= max(abs(coarse.low), abs(fine.low)) * _HUNDREDTH


def _roughly(about: Figure, bound: Figure) -> bool:
    """Whether a number lies so near a bound that it may be within it: about 90, and over 92."""
    if about.modifier != "about" or about.short or not about.plain:
        return False
    return abs(about.low - bound.low) <= abs(about.low) * _TENTH


def _meant(a: Figure, b: Figure) -> bool:
    """Whether a word such as "hundreds" takes in the other's number itself, whatever its bound."""
    vague, other = (a, b) if a.vague else (b, a)
    return vague.low <= other.low and other.high <= vague.high


def _inside(a: Figure, b: Figure) -> bool:
    """A range and a number in it: three to five, and four."""
    return (a.low != a.high) != (b.low != b.high) and a.modifier == b.modifier == "exact"


def _near(bound: Figure, other: Figure) -> bool:
    """Whether a bound is a rounding of the other number: more than 500, and 527."""
    if bound.modifier in ("exact", "about") or bound.low != bound.high or not other.plain:
        return False
    step = Decimal(10) ** _zeros(bound.low)
    return abs(other.low - bound.low) < step and not _small(bound)


def _rounds(rounded: Figure, exact: Figure) -> bool:
    """Whether the first is the second in fewer figures."""
    a, b = rounded.low, exact.low
    zeros = _zeros(a)
    step, off = Decimal(10) ** zeros, abs(a - b)
    near = off <= abs(b) * _TENTH
    if not b or zeros <= _zeros(b) or (_small(rounded) and rounded.modifier == "exact"):
        return rounded.modifier == "about" and bool(b) and near
    if rounded.modifier == "about":
        return off < step / 2 or near
    return off < step and near


def _small(one: Figure) -> bool:
    return one.unit is None and abs(one.low) < _COUNTED


def _zeros(value: Decimal) -> int:
    """How many places a number is rounded to: 2 for 500, 0 for 7, -1 for 4.5."""
    exponent = value.normalize().as_tuple().exponent
    return exponent if isinstance(exponent, int) else 0
