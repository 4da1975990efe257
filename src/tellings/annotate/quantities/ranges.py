"""Two numbers that are the ends of one range: 3-5, three to five, between 3 and 5 million."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from tellings.annotate.quantities.found import Found
from tellings.annotate.quantities.lex import Words
from tellings.annotate.quantities.single import single
from tellings.words.quantities import number_words

_FEW, _THOUSAND = 100, 1000


def ends(words: Words, one: Found) -> tuple[Found, Found] | None:
    """Both ends of a range begun by `one`: 3-5, three to five, between 3 and 5."""
    link = words.low(one.last)
    if words.dash(one.last) and one.last != one.number:
        return None
    if not (words.dash(one.last) or link in ("to", "or", "and")):
        return None
    if words.dash(one.last) and words.glued(one.last) != words.glued(one.last + 1):
        loose = words.glued(one.last + 1) and not words.glued(one.last)
        if loose or not words.figure(one.last + 1):
            return None
    if link == "and" and not _between(words, one.first):
        return None
    if link == "to" and words.low(one.first - 1) in ("from", "rose", "fell"):
        return None
    at = one.last + 1
    while at < len(words) and words.texts[at] in "$£€" and at < one.last + 3:
        at += 1
    other = single(words, at) if at < len(words) else None
    if other is None or "share" in (one.kind, other.kind) or "vague" in (one.form, other.form):
        return None
    if one.unit is not None and other.unit is not None and not _same(one.unit, other.unit):
        return None
    return _aligned(words, one, other, link)


def _between(words: Words, i: int) -> bool:
    """Whether "between" stands before token `i`, "age" or "ages" passed over."""
    at = i - 1 if words.low(i - 1) in number_words().context["aged"] else i
    return words.low(at - 1) == "between"


def _same(unit: str, other: str) -> bool:
    """$20,000 to $45,000 a year: a rate told once holds for both."""
    return unit == other or other.startswith(f"{unit} per ")


def _aligned(words: Words, one: Found, other: Found, link: str) -> tuple[Found, Found] | None:
    """Both ends of a range, where they fit; a scale told once holds for both: 3-5 million."""
    if link == "or" and other.low - one.low != 1:
        return None
    lexicon = number_words()
    word = words.low(other.number - 1)
    scale = Decimal(lexicon.scales.get(word, lexicon.letters.get(word, 1)))
    if not one.scaled and other.scaled and one.low < other.low / scale:
        one = replace(one, low=one.low * scale)
    elif words.dash(one.last) and _thousands(one.low, other.low):
        one = replace(one, low=one.low * _THOUSAND)
    return one, other


def _thousands(low: Decimal, high: Decimal) -> bool:
    """Whether the thousands are told once: 5-6,000, and not 100-6,000."""
    return low < _FEW and high % _THOUSAND == 0 and low * _THOUSAND < high
