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
from dataclasses import dataclass
from datetime import date, timedelta

from tellings.link.days import Day, Told, Undated, told, undated
from tellings.link.years import year_of, years_told
from tellings.text import calendar as cal
from tellings.text.content import words

__all__ = ["Undated", "infer", "undated"]

Inferred = tuple[str | None, str]
_WEEK = timedelta(days=6)
_FRESH = 1200  # characters; a saying told farther down is rarely what made the article news
_LEAD = 400  # characters; a date without a weekday farther down is mostly background
_TELLINGS = 2  # different tellings that must agree on the latest day to make it the day
_SHARED, _SHARE = 4, 0.34  # words that two sentences must share, in number and of the shorter
_SUPPORT = 0.15  # a likeness is worth so much more for each article whose days lie about the same
_ALIKE = 3  # words that two sentences of one article must share to tell one happening
_COPIED = 0.2  # share of six-word runs above which a second article is no second telling
_QUOTED = re.compile(r'[“"][^”"\n]*[”"]')
_NEAR = 3  # days around a story's known days in which a bare weekday falls


@dataclass(slots=True)
class _Solved:
    """One article's latest told day, and how its days came to stand."""

    told: Told
    latest: date | None = None
    until: date | None = None
    why: str = ""
    days: tuple[tuple[Day, date], ...] = ()


def infer(articles: Sequence[Undated]) -> dict[str, Inferred]:
    """EDTF and reason by id, for the articles of one story whose day is not known.

    The value is a day, two days as an interval, or a month or year; None, with the reason, where
    nothing is told, or several solutions stand. The order of `articles` does not matter.
    """
    ones = [_Solved(told(article)) for article in sorted(articles, key=lambda one: one.id)]
    for one in ones:
        _from_known(one)
    for one in ones:
        _from_dates(one, ones)
    while _from_siblings(ones):
        pass
    for one in ones:
        if one.latest is None:
            _from_around(one, ones)
    return {
        one.told.source.id: _result(one, ones) for one in ones if one.told.source.published is None
    }


def _from_known(one: _Solved) -> None:
    """Place the weekdays of an article whose day is given."""
    known = one.told.known
    if known is None or known[0] != known[1]:
        return
    days = [(day, _back(day, known[0])) for day in one.told.days]
    one.days = tuple((day, placed) for day, placed in days if placed is not None)
    one.latest = max((placed for _, placed in one.days), default=None)


def _back(day: Day, anchor: date) -> date | None:
    if day.day is not None:
        return day.day
    if day.weekday is not None:
        return cal.on_or_before(anchor, day.weekday)
    return _in_year(day.month_day, anchor)


def _in_year(month_day: str | None, anchor: date) -> date | None:
    """The latest such day that is not after `anchor`."""
    for year in (anchor.year, anchor.year - 1):
        day = cal.parse_day(f"{year:04d}-{month_day}")
        if day is not None and day <= anchor:
            return day
    return None


def _from_dates(one: _Solved, ones: Sequence[_Solved]) -> None:
    """Solve by the article's own dates: told in full, or by month and day with a year found."""
    if one.told.known is not None or one.latest is not None:
        return
    full = _corroborated(one)
    if full is not None:
        _settle(one, full[0], f"it tells {full[0].isoformat()} in full, and {full[1]}")
        return
    siblings = [other.told.source for other in ones if other is not one]
    months = [day for day in one.told.days if day.month_day is not None]
    if not months or months[0].span.start > _LEAD:
        return
    year = year_of(one.told.source, siblings)
    if year is None:
        return
    days = [cal.parse_day(f"{year[0]:04d}-{day.month_day}") for day in months]
    placed = max((day for day in days if day is not None), default=None)
    if placed is not None and placed - min(day for day in days if day) < timedelta(days=200):
        _settle(
            one, placed, f"it tells {placed.isoformat()[5:]}, and the year is {year[0]}: {year[1]}"
        )


def _corroborated(one: _Solved) -> tuple[date, str] | None:
    """The latest date in full that is news here: the same happening is told by its weekday too.

    A date in full alone is background more often than not (32 of 77 lay more than 3 days back).
    """
    first, _ = years_told(one.told.source)
    for day in sorted({d.day for d in one.told.days if d.day is not None}, reverse=True):
        if first is not None and day.year < first:
            return None  # it tells of a later year as past
        if any(_one_happening(a, b, day) for a in one.told.days for b in one.told.days):
            return day, "the same by its weekday"
    return None


def _one_happening(a: Day, b: Day, day: date) -> bool:
    alike = len(a.keys & b.keys) >= _ALIKE
    return a.day == day and b.weekday == day.isoweekday() and alike


def _settle(one: _Solved, anchor: date, why: str) -> None:
    """Let `anchor`, a day that it tells, place its weekdays, and keep the latest.

    The weekdays of a report lie close together: of the days up to a week after the anchor the one
    is taken from which they lie nearest, and if two are as near, none.
    """
    weekdays = [day for day in one.told.days if day.weekday is not None]
    costs = sorted((_cost(one, anchor + timedelta(days=n), anchor), n) for n in range(7))
    best = anchor + timedelta(days=costs[0][1])
    if weekdays and (costs[0][0] >= costs[1][0] - 1 and costs[0][1] != 0):
        best = anchor
    placed = [(day, _back(day, best)) for day in one.told.days]
    one.days = tuple((day, p) for day, p in placed if p is not None)
    told_weekdays = [p for day, p in one.days if day.weekday is not None]
    one.latest = max([anchor, *told_weekdays])
    one.until = min(told_weekdays) + _WEEK if told_weekdays else None
    one.why = why


def _cost(one: _Solved, candidate: date, anchor: date) -> int:
    """Days between a candidate and all weekdays told, behind and ahead, and the anchor."""
    past = sum((candidate.isoweekday() - day.weekday) % 7 for day in one.told.days if day.weekday)
    ahead = sum(
        (other.weekday - candidate.isoweekday()) % 7 for other in one.told.ahead if other.weekday
    )
    return past + ahead + (candidate - anchor).days


def _from_siblings(ones: Sequence[_Solved]) -> bool:
    """Solve the one article whose sentence is surest to tell what a solved one tells."""
    best: tuple[float, str, _Solved, date, str] | None = None
    for one in ones:
        if one.latest is not None or one.told.known is not None:
            continue
        for other in ones:
            for day, placed in _news(other):
                found = _same(one, day, placed)
                found += _SUPPORT * _supporters(placed, ones) if found else 0.0
                if found and (best is None or found > best[0]):
                    why = f"it tells with another article of the story what happened on {placed}"
                    best = (found, one.told.source.id, one, placed, why)
    if best is None:
        return False
    _settle(best[2], best[3], best[4])
    return True


def _supporters(placed: date, ones: Sequence[_Solved]) -> int:
    """How many articles of the story, three at most, have their latest day about this one."""
    near = [o for o in ones if o.latest and abs((o.latest - placed).days) <= _NEAR]
    return min(3, len(near))


def _news(other: _Solved) -> list[tuple[Day, date]]:
    """The days of the week up to an article's latest; what lies before is background."""
    latest = other.latest or date.min
    return [(day, placed) for day, placed in other.days if latest - placed <= _WEEK]


def _same(one: _Solved, day: Day, placed: date) -> float:
    """How surely a weekday of `one` is the day that a solved sentence tells; 0 if it is not."""
    scores = [0.0]
    for mine in one.told.days:
        if mine.weekday != placed.isoweekday():
            continue
        shared = len(mine.keys & day.keys)
        if shared >= _SHARED:
            scores.append(shared / min(len(mine.keys), len(day.keys)))
    return max(scores) if max(scores) >= _SHARE else 0.0


def _from_around(one: _Solved, ones: Sequence[_Solved]) -> None:
    """Solve by the days on which the rest of the story was told, if they lie close together."""
    days = [day for day in one.told.days if day.weekday is not None]
    around = sorted({other.latest for other in ones if other.latest is not None})
    if not days or not around or one.told.known is not None:
        return
    if around[-1] - around[0] > timedelta(days=_NEAR):
        return
    first, last = around[0] - timedelta(days=_NEAR), around[0] + timedelta(days=_NEAR)
    for day in days:
        placed = _back(day, last)
        if placed is not None and placed >= first:
            _settle(one, placed, f"the story's other days lie at {around[0]} to {around[-1]}")
            return


def _result(one: _Solved, ones: Sequence[_Solved]) -> Inferred:
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
    until = one.until if one.until > latest else latest + _WEEK  # else they are of two weeks
    why = f"{named}, and the weekdays that it tells are those of the week up to {until}"
    return cal.as_edtf(latest, until), why


def _agreeing(one: _Solved, ones: Sequence[_Solved]) -> int:
    """How many tellings, in different words, have the same latest day as that of a saying."""
    if not _fresh(one):
        return 0
    kept = [one]
    for other in ones:
        agrees = other.latest == one.latest and other is not one and _fresh(other)
        if agrees and all(_overlap(other, k) < _COPIED for k in kept):
            kept.append(other)
    return len(kept)


def _fresh(one: _Solved) -> bool:
    """Whether somebody says something, high up, on the latest day told."""
    return any(
        placed == one.latest and day.saying and day.span.start < _FRESH for day, placed in one.days
    )


def _overlap(a: _Solved, b: _Solved) -> float:
    left, right = _runs(a.told.source.text), _runs(b.told.source.text)
    return len(left & right) / max(1, min(len(left), len(right)))


def _runs(text: str) -> set[tuple[str, ...]]:
    """Runs of six words outside quotation marks: one speech told by two reporters is no copy."""
    told = words(_QUOTED.sub(" ", text))
    return {tuple(told[at : at + 6]) for at in range(len(told) - 5)}


def _later(one: _Solved, ones: Sequence[_Solved]) -> bool:
    """Whether an article of the story tells of a day soon after the latest one."""
    assert one.latest is not None
    return any(
        one.latest < placed <= one.latest + timedelta(days=_NEAR)
        for other in ones
        for _, placed in other.days
    )
