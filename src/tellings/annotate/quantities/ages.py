"""Ages, which are told like counts and are none."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from tellings.annotate.quantities.bounds import bound_before
from tellings.annotate.quantities.found import Found
from tellings.annotate.quantities.lex import Words
from tellings.words.quantities import number_words

_OLDEST = Decimal(120)


def aged(words: Words, one: Found) -> Found | None:
    """An age: five years old, 28-year-old, aged 12 to 17, "Ann Lee, 46, said"."""
    after = [words.low(k) for k in range(one.last, one.last + 4) if not words.dash(k)]
    if one.kind == "time" and (after[:1] in (["old"], ["olds"]) or after[:2] == ["of", "age"]):
        end = one.last
        while words.low(end) not in ("old", "olds", "age"):
            end += 1
        return _age(one, f"{one.unit} of age", end + 1)
    if one.kind is not None or one.high > _OLDEST:
        return None
    if words.low(one.last) in ("yo", "y") and words.low(one.last + 1) != ".":
        return _age(one, "year of age", one.last + 1) if words.low(one.last) == "yo" else None
    before = words.low(one.first - 1)
    if before in number_words().context["aged"] and one.form in ("figure", "word"):
        return _age(one, "year of age", one.last)
    if before == "of" and words.low(one.first - 2) == "age":
        return _age(one, "year of age", one.last)
    if _of_someone(words, one):
        return _age(one, "year of age", one.last)
    if one.form == "figure" and (_after_name(words, one) or _among_commas(words, one)):
        return _age(one, "year of age", one.last)
    return None


def _of_someone(words: Words, one: Found) -> bool:
    """he was 17, she is 46 and: a number told of a person, with no noun behind."""
    i, after = one.first, words.low(one.last)
    told = words.low(i - 1) in ("is", "was") and words.low(i - 2) in ("he", "she", "who")
    ends = not after.isalpha() or after in ("and", "when", "at", "but", "or", "with")
    return told and ends and one.low >= 1


def _after_name(words: Words, one: Found) -> bool:
    """Between commas behind a name of two words or more: "Ann Lee, 46, said"."""
    i = one.first
    if words.low(i - 1) != "," or not words.capital(i - 2) or one.low < 1:
        return False
    if words.low(one.last) not in (",", ".", ";", ")") or one.low != one.high:
        return False
    return words.capital(i - 3) or words.low(i - 3) in (".", ",")


def _among_commas(words: Words, one: Found) -> bool:
    """A figure set off by commas behind a noun: "the singer, 36, and her husband"."""
    i = one.first
    return (
        one.form == "figure"
        and words.low(i - 1) == words.low(one.last) == ","
        and words.low(i - 2).isalpha()
        and 12 <= one.low <= 105
        and one.low == one.high
    )


def _age(one: Found, unit: str, last: int) -> Found:
    modifier, _ = bound_before(one.words, one.first, one.low, "time")
    return replace(one, unit=unit, kind="age", last=last, modifier=modifier)
