"""What days and places say of whether two mentions are one happening."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tellings.link.happened import One, akin
from tellings.link.parts import Sign
from tellings.model import Place
from tellings.text.calendar import bounds

_NEAR = 3  # days that a told day may span to speak for or against by itself
_FAR = 10  # days apart from which outlets no longer contradict each other on one date
_PRINTED = (2, 4)  # days between two undated articles: near, and from more on far
_BEFORE = 7  # days between a told day and an undated telling's article from which it is far


def when_and_where(a: One, b: One) -> Iterator[Sign]:
    """Signs from the day that each tells, the dates around it, when it was printed, and where."""
    one_sentence = a.said.article == b.said.article and a.said.sentence == b.said.sentence
    apart = _gap(_own(a), _own(b))
    if apart is not None:
        yield from _days(a, b, apart)
    elif not one_sentence:
        yield from _around(a, b)
        if a.said.article != b.said.article:
            yield from _printed(a, b)
    if not _dated(a) and not _dated(b):
        yield "undated", 1.0, ""
    yield from _where(a, b)


def _where(a: One, b: One) -> Iterator[Sign]:
    mine, theirs = a.said.place, b.said.place
    if mine is not None and theirs is not None:
        if mine.name == theirs.name:
            yield "same_place", 1.0, f"both in {mine.name}"
        elif _elsewhere(mine, theirs):
            yield "other_place", 1.0, f"{mine.name} and {theirs.name}"
    elif a.said.towns and b.said.towns:
        alike = any(akin(x, y) for x in a.said.towns for y in b.said.towns)
        yield ("towns_named" if alike else "other_towns"), 1.0, "" if alike else "other towns named"


def _days(a: One, b: One, apart: int) -> Iterator[Sign]:
    spans = [span for one in (a, b) if (span := bounds(one.said.day)) is not None]
    if apart >= _FAR:
        yield "far_apart", 1.0, f"{apart} days apart"
    elif apart == 1 and any((last - first).days > _NEAR for first, last in spans):
        yield "days_meet", 1.0, "dates that touch"  # "last week", written on Sunday and on Monday
    elif apart > 0:
        # one day apart may be one night told from two sides of the world
        yield ("days_apart" if apart > 1 else "day_apart"), 1.0, f"{apart} days apart"
    elif all((last - first).days <= _NEAR for first, last in spans):
        yield "one_day", 1.0, "one day"
    else:
        yield "days_meet", 1.0, "dates that meet"


def _around(a: One, b: One) -> Iterator[Sign]:
    apart = _gap(_own(a) or a.said.dates, _own(b) or b.said.dates)
    if apart is not None and apart > _NEAR:
        yield "clause_dates_apart", 1.0, f"dates {apart} days apart"
    apart = _gap([*_own(a), *a.said.nearby], [*_own(b), *b.said.nearby])
    if apart is not None:
        told = f"a date in the sentence {apart} days off" if apart else ""
        yield ("nearby_dates_apart" if apart else "nearby_dates_meet"), 1.0, told


def _printed(a: One, b: One) -> Iterator[Sign]:
    """Of two undated tellings the days of their articles; of one dated, the other's article."""
    if _dated(a) != _dated(b):
        dated, other = (a, b) if _dated(a) else (b, a)
        apart = _gap(_own(dated) or dated.said.dates, _day_of(other))
        if apart is not None and apart > _BEFORE and not (dated.ahead and other.ahead):
            sign = "noun_long_before" if other.noun else "long_before"
            yield sign, 1.0, f"{apart} days from the other's article"
        return
    apart = _gap(_day_of(a), _day_of(b))
    if apart is not None and not _dated(a) and (apart <= _PRINTED[0] or apart > _PRINTED[1]):
        near = apart <= _PRINTED[0]
        told = "" if near else f"printed {apart} days apart"
        yield ("printed_together" if near else "printed_apart"), 1.0, told


def _own(one: One) -> Sequence[str]:
    return (one.said.day,) if one.said.day else ()


def _day_of(one: One) -> Sequence[str]:
    return (one.said.published,) if one.said.published else ()


def _dated(one: One) -> bool:
    return bool(one.said.day or one.said.dates)


def _gap(some: Sequence[str], others: Sequence[str]) -> int | None:
    """The fewest days between two of the dates, 0 where they meet; None where one side has none."""
    mine = [span for told in some if (span := bounds(told)) is not None]
    theirs = [span for told in others if (span := bounds(told)) is not None]
    gaps = [max(0, (x[0] - y[1]).days, (y[0] - x[1]).days) for x in mine for y in theirs]
    return min(gaps) if gaps else None


def _elsewhere(one: Place, other: Place) -> bool:
    """Whether two places exclude each other: other countries, or two towns of one."""
    if one.country is None or other.country is None:
        return False
    return one.country != other.country or (one.lat is not None and other.lat is not None)
