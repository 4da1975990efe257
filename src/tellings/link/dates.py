"""The day on which an article came out, where it does not say so, by the story that it is in.

Each article leaves one unknown. What its sentences tell gives bounds: a weekday told as past lies
in the week up to it, one told as ahead in the week from it, a date told as past not after it.
Absolute days come from dates told in full, from articles of known day, and, sentence by sentence,
from other articles that tell the same happening. All are solved together, the surest first.

The bounds leave a few days, given as an interval. An article mostly comes out on the latest day
that it tells or on the next (79 and 49 of 163 that tell a weekday, in 306 news articles), so
neither is safe. It is one day only where another telling, in different words, also has somebody
speak on that day, and the story tells of no later one: so it was in 20 of 20 hidden days
(`python -m bench.published`, articles of one story). Where no weekday bounds it, `~` says about.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import timedelta
from functools import lru_cache

from tellings.link.days import Undated, told, undated
from tellings.link.solving import NEAR, Solved, solve
from tellings.link.years import year_of
from tellings.text import calendar as cal
from tellings.text.content import words

__all__ = ["Undated", "infer", "undated"]

Inferred = tuple[str | None, str]
_FRESH = 1200  # characters; a saying told farther down is rarely what made the article news
_TELLINGS = 2  # different tellings that must agree on the latest day to make it the day
_COPIED = 0.2  # share of six-word runs above which a second article is no second telling
_QUOTED = re.compile(r'[“"][^”"\n]*[”"]')


def infer(articles: Sequence[Undated]) -> dict[str, Inferred]:
    """EDTF and reason by id, for the articles of one story whose day is not known.

    The value is a day, two days as an interval, or a month or year; None, with the reason, where
    nothing is told, or several solutions stand. The order of `articles` does not matter.
    """
    ones = solve([told(article) for article in articles])
    return {
        one.told.source.id: _result(one, ones) for one in ones if one.told.source.published is None
    }


def _result(one: Solved, ones: Sequence[Solved]) -> Inferred:
    if one.latest is None:
        year = year_of(one.told.source, [o.told.source for o in ones if o is not one])
        if year is None:
            return None, "nothing that it or its story tells leaves one day, month or year"
        return str(year[0]), f"{year[1]}; no day is told"
    latest, named = one.latest, f"{one.why}; its latest day is {cal.described(one.latest)}"
    agree = _agreeing(one, ones)
    if agree >= _TELLINGS and not _later(one, ones):
        why = (
            f"{named}, when somebody speaks in {agree} different tellings, and no later one is told"
        )
        return latest.isoformat(), why
    if one.until is None:
        return f"{latest.isoformat()}~", f"{named}, and it came out then or soon after"
    # Weekdays that leave no day but the latest are of two weeks: then any day of the next can be.
    until = one.until if one.until > latest else latest + timedelta(days=6)
    why = f"{named}, and the weekdays that it tells are those of the week up to {until}"
    return cal.as_edtf(latest, until), why


def _agreeing(one: Solved, ones: Sequence[Solved]) -> int:
    """How many tellings, in different words, have the same latest day as that of a saying."""
    if not _fresh(one):
        return 0
    kept = [one]
    for other in ones:
        agrees = other.latest == one.latest and other is not one and _fresh(other)
        if agrees and all(_overlap(other, k) < _COPIED for k in kept):
            kept.append(other)
    return len(kept)


def _fresh(one: Solved) -> bool:
    """Whether somebody says something, high up, on the latest day told."""
    return any(
        placed == one.latest and day.saying and day.span.start < _FRESH for day, placed in one.days
    )


def _overlap(a: Solved, b: Solved) -> float:
    left, right = _runs(a.told.source.text), _runs(b.told.source.text)
    return len(left & right) / max(1, min(len(left), len(right)))


@lru_cache(maxsize=512)
def _runs(text: str) -> frozenset[tuple[str, ...]]:
    """Runs of six words outside quotation marks: one speech told by two reporters is no copy."""
    told = words(_QUOTED.sub(" ", text))
    return frozenset(tuple(told[at : at + 6]) for at in range(len(told) - 5))


def _later(one: Solved, ones: Sequence[Solved]) -> bool:
    """Whether an article of the story tells of a day soon after the latest one."""
    assert one.latest is not None
    return any(
        one.latest < placed <= one.latest + timedelta(days=NEAR)
        for other in ones
        for _, placed in other.days
    )
