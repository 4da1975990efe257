"""One number with its sign of money or its unit."""

from __future__ import annotations

from dataclasses import replace

from tellings.annotate.quantities.found import Found
from tellings.annotate.quantities.lex import Words
from tellings.annotate.quantities.numerals import Numeral, numeral
from tellings.annotate.quantities.units import Measured, magnitude, rate, sign_before, unit_after
from tellings.words.quantities import number_words

_MINUS = frozenset("-−–")


def single(words: Words, i: int, end: int = 0) -> Found | None:
    """The number at `i` with its money and unit, its bound not yet read.

    The number before ends at token `end`: in "10 $ 30 $" each has its own sign.
    """
    sign = sign_before(words, i)
    if sign is not None and sign.first < end:
        sign = None
    number = numeral(words, i, sign is not None)
    if number is None:
        return None
    if sign is None:
        number = _scaled_by_unit(words, number)
    unit = sign and _signed(words, number, sign)
    if unit is None:
        vague = number.form == "vague" and words.low(number.last) == "of"
        behind = number.last + 1 if vague else number.last
        unit = unit_after(words, behind, number.form == "figure", number.scaled)
        if unit and number.form == "word" and _title(words, number.first, behind):
            return None
        if unit is None and number.form == "figure":
            unit = magnitude(words, number.first)
    if unit is not None and unit.kind == "money":
        number, unit = _with_cents(words, number, unit)
    low, high = number.low, number.high
    first = min(number.first, unit.first) if unit else number.first
    if _is_minus(words, first):
        low, high, first = -high, -low, first - 1
    kind = unit.kind if unit else "share" if number.form == "share" else None
    name = unit.name if unit else "share" if kind == "share" else None
    last = max(number.last, unit.last) if unit else number.last
    return Found(
        words, first, number.last, last, low, high, name, kind, "exact", number.form, number.scaled
    )


def _title(words: Words, first: int, last: int) -> bool:
    """Whether number and unit are a name inside a sentence: the Six Day War."""
    inside = first > 0 and words.texts[first - 1][-1].isalpha()
    return inside and words.capital(first) and words.capital(last)


def _scaled_by_unit(words: Words, number: Numeral) -> Numeral:
    """1.8m dollars: a letter that would be a metre is a million before money."""
    if words.low(number.last) == "m" and words.glued(number.last):
        money = unit_after(words, number.last + 1, True, True)
        if money is not None and money.kind == "money":
            low = number.low * 1_000_000
            return replace(number, last=number.last + 1, low=low, high=low, scaled=True)
    return number


def _with_cents(words: Words, number: Numeral, unit: Measured) -> tuple[Numeral, Measured]:
    """Money told in two numbers or with its scale behind: 13 dollars 45 cents, 75 USD million."""
    at = unit.last
    if unit.first < number.last or " per " in unit.name or number.low != number.high:
        return number, unit
    scale = number_words().scales.get(words.low(at), 1)
    if scale > 1000:
        low = number.low * scale
        return replace(number, low=low, high=low, scaled=True), replace(unit, last=at + 1)
    small = numeral(words, at + 1 if words.low(at) == "and" else at)
    if small is None or small.scaled or not 0 < small.low < 100 or (number.scaled and at < 0):
        return number, unit
    after = unit_after(words, small.last, small.form == "figure")
    cents = after is not None and after.name in ("cent", "penny")
    told = words.low(at) != "and" and not words.low(small.last).isalpha()
    if not cents and not (told and after is None and number.low == int(number.low)):
        return number, unit
    low = number.low + small.low / 100
    last = after.last if after is not None and cents else small.last
    return replace(number, low=low, high=low), replace(unit, last=last)


def _signed(words: Words, number: Numeral, sign: Measured) -> Measured:
    """Money by its sign, with a rate behind the number: $70-a-share."""
    return replace(rate(words, replace(sign, last=number.last)), first=sign.first)


def _is_minus(words: Words, i: int) -> bool:
    if words.low(i - 1) == "minus":
        return True
    return (
        words.low(i - 1) in _MINUS
        and words.glued(i)
        and not words.glued(i - 1)
        and (words.low(i - 2)[-1:].isalpha() or i == 1)
    )
