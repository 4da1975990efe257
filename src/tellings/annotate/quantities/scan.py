"""All numbers of a text, before it is asked what they count."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import replace

from tellings.annotate.quantities.ages import aged
from tellings.annotate.quantities.bounds import bound_after, bound_before
from tellings.annotate.quantities.found import Found
from tellings.annotate.quantities.lex import Words, lex
from tellings.annotate.quantities.mistaken import blocked, mistaken, score
from tellings.annotate.quantities.numerals import Numeral
from tellings.annotate.quantities.ranges import ends
from tellings.annotate.quantities.single import single
from tellings.words.quantities import number_words


def find(text: str) -> Iterator[Found]:
    """All numbers of `text` that count or measure, in order."""
    words = lex(text)
    walls = blocked(text)
    starts = [start for start, _ in walls]
    first_words = number_words().first
    i = end = 0
    while i < len(words):
        if not (words.lows[i] in first_words or words.figure(i)):
            i += 1
            continue
        wall = bisect_right(starts, words.starts[i]) - 1
        if wall >= 0 and words.starts[i] < walls[wall][1]:
            i += 1
            continue
        found, after = _at(words, i, end)
        yield from found
        end = max((one.last for one in found), default=end)
        i = max(after, i + 1)


def _at(words: Words, i: int, end: int) -> tuple[list[Found], int]:
    """What stands at token `i`, and the token after it; the number before ends at token `end`."""
    one = single(words, i, end)
    if one is None:
        return [], i + 1
    both = ends(words, one)
    if both is None:
        return _kept(words, one)
    one, other = both
    why = None
    if (
        one.kind is None
        and other.kind is None
        and (words.dash(one.last) or (words.low(one.last) == "to" and one.form == "figure"))
    ):
        why = score(words, one.first, other.last, one.low, other.high)
    if why is not None:
        return [], other.last
    if one.low >= other.high:
        return _kept(words, one)
    joined = replace(
        other,
        first=one.first,
        low=one.low,
        unit=other.unit or one.unit,
        kind=other.kind or one.kind,
        modifier=one.modifier,
    )
    return _kept(words, joined)


def _kept(words: Words, one: Found) -> tuple[list[Found], int]:
    """The number with its bound, unless it counts nothing."""
    age = aged(words, one)
    if age is not None:
        return [age], age.last
    modifier, _first = bound_before(words, one.first, one.low, one.kind)
    last = one.last
    if modifier == "exact":
        after = bound_after(words, one.last)
        if after is not None:
            modifier, last = after
    if one.form == "vague" and modifier == "exact":
        modifier = "about"
    bare = one.unit is None and modifier == "exact"
    number = Numeral(_figure_at(words, one), one.number, one.low, one.high, one.form, one.scaled)
    signed = one.kind == "money" and number.first > one.first
    if one.kind is None and (_named(words, one, last) or _page(words, one)):
        return [], one.last
    if mistaken(words, number, bare, signed) is not None:
        return [], one.last
    return [replace(one, modifier=modifier, rest=last)], last


def _named(words: Words, one: Found, last: int) -> bool:
    """Whether letters that are no unit hang on a figure: 4K, 5G."""
    return one.form == "figure" and words.glued(last) and words.low(last).isalpha()


def _page(words: Words, one: Found) -> bool:
    """7 of 41: a place in a row, unless what is counted follows."""
    for first, second in ((one.first, one.last + 1), (one.first - 2, one.first)):
        if words.low(second - 1) == "of" and words.figure(first) and words.figure(second):
            after = words.texts[second + 1] if second + 1 < len(words) else ""
            if not (after.isalpha() and after.islower()):
                return True
    return False


def _figure_at(words: Words, one: Found) -> int:
    at = one.first
    while at < one.number - 1 and not words.figure(at) and one.form == "figure":
        at += 1
    return at
