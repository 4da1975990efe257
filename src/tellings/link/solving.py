"""Placing the days that the articles of one story tell, the surest first.

Absolute days come from articles of known day, from dates told in full (or with a year that can be
found), and, sentence by sentence, from other articles that tell the same happening.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from tellings.link.days import Day, Told
from tellings.link.sayings import Run, latest_said, said_runs
from tellings.link.years import year_of, years_told
from tellings.text import calendar as cal

NEAR = 3  # days around a story's known days in which a bare weekday falls
_WEEK = timedelta(days=6)
_LEAD = 400  # characters; a date without a weekday farther down is mostly background
_SHARED, _SHARE = 4, 0.34  # words that two sentences must share, in number and of the shorter
_SUPPORT = 0.15  # a likeness is worth so much more for each article whose days lie about the same
_ALIKE = 3  # words that two sentences of one article must share to tell one happening


@dataclass(slots=True)
class Solved:
    """One article's latest told day, and how its days came to stand.

    `until` is the last day that its weekdays allow; `likely` holds days that solved articles lend
    it, each with how alike the sentences are.
    """

    told: Told
    latest: date | None = None
    until: date | None = None
    why: str = ""
    days: tuple[tuple[Day, date], ...] = ()
    likely: dict[date, float] = field(default_factory=dict)

    @property
    def open(self) -> bool:
        return self.latest is None and self.told.known is None


def solve(tolds: Sequence[Told]) -> list[Solved]:
    """Place the days of all articles of one story, in the order of their ids."""
    ones = [Solved(told) for told in sorted(tolds, key=lambda one: one.source.id)]
    for one in ones:
        _from_known(one)
    for one in ones:
        _from_dates(one, ones)
    _from_siblings(ones)
    for one in ones:
        if one.open:
            _from_around(one, ones)
    _from_quotes(ones)
    return ones


def _from_known(one: Solved) -> None:
    """Place the weekdays of an article whose day is given."""
    known = one.told.known
    if known is None or known[0] != known[1]:
        return
    days = [(day, _back(day, known[0])) for day in one.told.days]
    one.days = tuple((day, placed) for day, placed in days if placed and placed <= known[0])
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


def _from_dates(one: Solved, ones: Sequence[Solved]) -> None:
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


def _corroborated(one: Solved) -> tuple[date, str] | None:
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


def _settle(one: Solved, anchor: date, why: str) -> None:
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


def _cost(one: Solved, candidate: date, anchor: date) -> int:
    """Days between a candidate and all weekdays told, behind and ahead, and the anchor."""
    past = sum((candidate.isoweekday() - day.weekday) % 7 for day in one.told.days if day.weekday)
    ahead = sum((weekday - candidate.isoweekday()) % 7 for weekday in one.told.ahead)
    return past + ahead + (candidate - anchor).days


def _from_siblings(ones: Sequence[Solved]) -> None:
    """Solve one article after another by the sentence surest to tell what a solved one tells."""
    for other in ones:
        _lend(other, ones)
    while True:
        offers = [
            (-like - _SUPPORT * _supporters(placed, ones), one.told.source.id, placed, one)
            for one in ones
            if one.open
            for placed, like in one.likely.items()
        ]
        if not offers:
            return
        _, _, placed, one = min(offers, key=lambda offer: offer[:3])
        _settle(
            one, placed, f"it tells with another article of the story what happened on {placed}"
        )
        _lend(one, ones)


def _lend(solved: Solved, ones: Sequence[Solved]) -> None:
    """Offer the days of a solved article to all that are still open."""
    for day, placed in _news(solved):
        for one in ones:
            like = _same(one, day, placed) if one.open else 0.0
            if like > one.likely.get(placed, 0.0):
                one.likely[placed] = like


def _supporters(placed: date, ones: Sequence[Solved]) -> int:
    """How many articles of the story, three at most, have their latest day about this one."""
    near = [o for o in ones if o.latest and abs((o.latest - placed).days) <= NEAR]
    return min(3, len(near))


def _news(other: Solved) -> list[tuple[Day, date]]:
    """The days of the week up to an article's latest; what lies before is background."""
    latest = other.latest or date.min
    return [(day, placed) for day, placed in other.days if latest - placed <= _WEEK]


def _same(one: Solved, day: Day, placed: date) -> float:
    """How surely a weekday of `one` is the day that a solved sentence tells; 0 if it is not."""
    scores = [0.0]
    for mine in one.told.days:
        if mine.weekday != placed.isoweekday():
            continue
        shared = len(mine.keys & day.keys)
        if shared >= _SHARED:
            scores.append(shared / min(len(mine.keys), len(day.keys)))
    return max(scores) if max(scores) >= _SHARE else 0.0


def _from_around(one: Solved, ones: Sequence[Solved]) -> None:
    """Solve by the days on which the rest of the story was told, if they lie close together."""
    days = [day for day in one.told.days if day.weekday is not None]
    around = sorted({other.latest for other in ones if other.latest is not None})
    if not days or not around or one.told.known is not None:
        return
    if around[-1] - around[0] > timedelta(days=NEAR):
        return
    first, last = around[0] - timedelta(days=NEAR), around[0] + timedelta(days=NEAR)
    for day in days:
        placed = _back(day, last)
        if placed is not None and placed >= first:
            _settle(one, placed, f"the story's other days lie at {around[0]} to {around[-1]}")
            return


def _from_quotes(ones: Sequence[Solved]) -> None:
    """Move an article's latest day up to that of words that it quotes and another article dates."""
    known: dict[Run, set[date]] = {}
    for one in ones:
        for run, placed in said_runs(one.told.source.text, one.days).items():
            known.setdefault(run, set()).add(placed)
    for one in ones:
        found = latest_said(one.told.source.text, known) if one.told.known is None else None
        if found is None:
            continue
        placed, span = found
        if one.latest is None or one.latest < placed <= (one.until or placed):
            why = f"it quotes words that another article of the story tells to be of {placed}"
            one.why = f"{one.why}; {why}" if one.why else why
            one.latest = placed
            one.days += ((Day(span, frozenset(), day=placed, saying=True), placed),)
