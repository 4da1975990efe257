"""In what way two unlike figures could be one number."""

from __future__ import annotations

from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal
from typing import Literal

from tellings.weigh.figures import Figure, relation

Nearness = Literal["bound", "digits", "over", "close", "closer", "vague", "end", "clash", "raised"]

_WIDEST = Decimal("0.13")  # values further apart are no roundings of each other
_CLOSE, _CLOSER = Decimal("0.05"), Decimal("0.02")
FURTHEST = 4  # times: figures further apart are of unlike things nearly always


def nearness(a: Figure, b: Figure) -> Nearness | None:
    """How two figures that are told otherwise stand to each other; None where they say nothing.

    `bound` is one value told with another bound; `digits` one cut to fewer figures; `over` a bound
    a little off; `vague` "hundreds" and a number in their range; `end` a range and an end of it;
    `clash` what cannot both hold, `raised` bounds that leave room for each other.
    """
    if a.vague or b.vague:
        return "vague" if relation(a, b) == "rounding" else None
    if a.span or b.span:
        return "end" if a.span != b.span and _end(a, b) else None
    if a.low == b.low:
        return "bound" if relation(a, b) != "same" and not _soft(a, b) else None
    return _near(a, b) or _far(a, b)


def _soft(a: Figure, b: Figure) -> bool:
    """About and nearly are no difference."""
    return a.modifier == b.modifier == "about"


def _near(a: Figure, b: Figure) -> Nearness | None:
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


def _far(a: Figure, b: Figure) -> Nearness | None:
    low, high = (a, b) if a.low < b.low else (b, a)
    if high.low > low.low * FURTHEST:
        return None
    near = high.low - low.low < high.low * _WIDEST
    match relation(a, b):
        case "rounding" if "about" in (a.modifier, b.modifier):
            return "close" if near else None  # an estimated 102 million and 108 million
        case "contradiction" if near and low.short and high.plain:
            return "close"  # "nearly 90" and 93
        case "contradiction":
            return "clash"
        case "raised":
            return "raised"
        case _:
            return None


def _end(a: Figure, b: Figure) -> bool:
    """Whether one is a range and the other the end of it that its bound leaves."""
    both, one = (a, b) if a.span else (b, a)
    if one.modifier in ("at-most", "less-than"):
        return one.high == both.high
    return one.low in (both.low, both.high)


def _rounds(told: Figure, exact: Figure) -> bool:
    """Whether the first is the second rounded or cut to fewer figures: 17 is no 10."""
    places = told.low.normalize().as_tuple().exponent
    if not isinstance(places, int) or told.digits >= exact.digits:
        return False
    step = Decimal(1).scaleb(places)
    whole, told_ = exact.low / step, told.low / step
    if told.bound == "more" and told_ == whole.to_integral(ROUND_DOWN):
        return True
    near = abs(told.low - exact.low) < max(told.low, exact.low) * _WIDEST
    return near and told_ in (whole.to_integral(ROUND_DOWN), whole.to_integral(ROUND_HALF_UP))
