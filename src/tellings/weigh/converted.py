"""One value told in two units: 40 feet (12 metres), $50 million (36 million pounds)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal

from tellings.model import Quantity
from tellings.words.quantities import number_words

_NEAR = 40  # characters within which a value in another unit can be the same one
# Off by which two can be one value, converted and rounded; short and long tons differ by .1.
_CONVERTED = Decimal("0.15")


def conversions(quantity: Quantity, beside: Iterable[Quantity]) -> Iterator[Quantity]:
    """What beside a number can be the same value in another unit."""
    for one in beside:
        apart = max(one.span.start - quantity.span.end, quantity.span.start - one.span.end)
        other = one.unit and quantity.unit and one.unit != quantity.unit
        if other and apart < _NEAR and _one_value(quantity, one):
            yield one


def _one_value(a: Quantity, b: Quantity) -> bool:
    """Whether two values can be one by their sizes; true where those are not known, as of money."""
    sizes = number_words().sizes
    one, other = sizes.get(a.unit or ""), sizes.get(b.unit or "")
    if one is None or other is None or a.low is None or b.low is None:
        return True
    if one[0] != other[0]:
        return False
    low, high = sorted((abs(Decimal(a.low)) * one[1], abs(Decimal(b.low)) * other[1]))
    return high - low <= high * _CONVERTED
