"""How exact a number is told: at least, about, more than, or more."""

from __future__ import annotations

from decimal import Decimal

from tellings.annotate.quantities.lex import Words
from tellings.model.marks import Modifier
from tellings.words.quantities import number_words

_LONGEST = 4
_ARTICLES = frozenset({"a", "an", "just", "only", "another", "well"})
_TEN = Decimal(10)


def bound_before(words: Words, i: int, value: Decimal, kind: str | None) -> tuple[Modifier, int]:
    """The bound that ends before token `i`, and the token where it begins; else exact and `i`.

    `kind` is that of the unit (time, measure, money) or None for a plain count.
    """
    at = i
    while at > 0 and words.low(at - 1) in _ARTICLES:
        at -= 1
    for start in dict.fromkeys((i, at)):
        found = _ending_at(words, start, value, kind)
        if found is not None:
            return found
    return "exact", i


def _ending_at(
    words: Words, i: int, value: Decimal, kind: str | None
) -> tuple[Modifier, int] | None:
    lexicon = number_words()
    for length in range(_LONGEST, 0, -1):
        bound = lexicon.bounds.get(words.phrase(i - length, length)) if i >= length else None
        if bound is None:
            continue
        first = i - length
        if _idle(words, first, words.low(first), length, value, kind):
            return None
        if length == 2 and bound == "more-than" and words.low(first - 1) in ("no", "not"):
            return "at-most", first - 1
        return _modifier(bound), first
    return None


def _idle(
    words: Words, first: int, word: str, length: int, value: Decimal, kind: str | None
) -> bool:
    """Whether the words bound nothing: under two presidents, over the week, went up to 30."""
    context = number_words().context
    if word == "up" and any(words.low(first - k) in context["not_bound"] for k in (1, 2)):
        return True
    if length > 1 or word not in context["placed"]:
        return False
    if kind == "time":
        return word == "over" and words.low(first - 1) not in context["bound_time"]
    return kind is None and value < _TEN


def bound_after(words: Words, i: int) -> tuple[Modifier, int] | None:
    """The bound that begins at token `i`: "or more", "+", "-odd"."""
    for at in (i, i + 1) if words.dash(i) else (i,):
        for length in (2, 1):
            bound = number_words().bounds_after.get(words.phrase(at, length))
            if bound is not None and (at > i or length == 2 or words.glued(at)):
                return _modifier(bound), at + length
    return None


def _modifier(bound: str) -> Modifier:
    match bound:
        case "at-least" | "at-most" | "more-than" | "less-than":
            return bound
        case _:
            return "about"
