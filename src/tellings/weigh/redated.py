"""Which two times of a story are told of one thing and differ, and how.

A pair counts only where the words around the two times say that one thing is dated (timing.py), and
no other time of either article says so as well and agrees.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from tellings.model import Article
from tellings.weigh.dated import PART
from tellings.weigh.grains import of_grains
from tellings.weigh.moments import Standing, standing
from tellings.weigh.rarity import Rarity
from tellings.weigh.scene import Scene
from tellings.weigh.timed import Timed, one_end, timed
from tellings.weigh.timing import Timing, candidates
from tellings.weigh.weeks import of_its_week, of_one_week, one_weekday
from tellings.words.tables import toml

Kind = Literal["contradiction", "update", "rounding", "precision"]
# How likely it must be that one thing is dated. Read on the tuned affairs and on ECB+'s documents:
# from .66 on 9 of 10 pairs of days that no rule below takes out are one thing's, below .6 half.
_DAYS, _HOURS = 0.62, 0.5
_BESIDES = 2  # stems that two sentences share besides their acts, for days to be one thing's
_YEARS = 0.5  # where both are years of one act: few things of a story have one
_YEARS_VERB = 0.4  # and of one event, told with one verb
# Where both hours are those of one act, and, lower, where one is the other rounded as well.
_ONE_ACT, _ROUNDED_ACT = 0.3, 0.2
# Of the pair's likelihood: another time of the article that agrees, and is so likely to date the
# same, explains the difference away.
_AS_WELL = 0.6
ALIKE = 0.5  # likely enough for two times of one value to be told of one thing
_RECONCILED = {"inside": ("apart", "parts"), "equal": ("apart", "inside", "parts", "lags")}
_ROUND, _ROUNDED = 15, 20  # minutes: a quarter of an hour, and what is rounded to one at most
_ROUNDED_LAG = 2  # days
_NEAR, _HALF_DAY = 90, 720  # minutes between hours that are one thing's; morning for evening
_WEEK = 7  # days
_BORROWED = "of the day told before it"


@dataclass(frozen=True, slots=True)
class Compared:
    """Two times, how they stand, and how likely they date one thing, 0 to 1."""

    a: Timed
    b: Timed
    how: Standing
    likely: float


@dataclass(frozen=True, slots=True)
class Redated:
    """Two times that are told of one thing and differ."""

    kind: Kind
    a: Timed
    b: Timed
    likely: float


def redated(scene: Scene, known: Sequence[Compared]) -> Iterator[Redated]:
    """The pairs of times that differ, of those that were compared."""
    agreeing = _agreeing(known)
    for one in known:
        kind = _kind(scene, one)
        if kind is None:
            continue
        sides = (one.a.article, one.b.id), (one.b.article, one.a.id)
        best = max(agreeing.get((*side, one.how[0]), 0.0) for side in sides)
        if one.a.article == one.b.article or best < _AS_WELL * one.likely:
            yield Redated(kind, one.a, one.b, one.likely)


def compared(scene: Scene) -> list[Compared]:
    """All pairs of times that could date one thing and whose values can be compared."""
    told, timing = timed(scene), Timing(Rarity(scene))
    return [
        Compared(a, b, how, timing.likely(a, b))
        for a, b in candidates(told, timing)
        if (how := standing(a.moment, b.moment)) is not None
    ]


def _agreeing(known: Sequence[Compared]) -> dict[tuple[str, str, str], float]:
    """By article, a time of another, and how two may differ: its own likeliest time that agrees.

    Two days are reconciled by one within the other, two hours by the same hour only.
    """
    found: dict[tuple[str, str, str], float] = {}
    for one in known:
        ways = _RECONCILED.get(one.how[0], ())
        if one.how[0] == "equal" and one.a.moment.minute is not None:
            ways = (*ways, "hours")
        for here, there in ((one.a, one.b), (one.b, one.a)):
            for way in ways:
                key = here.article, there.id, way
                found[key] = max(found.get(key, 0.0), one.likely)
    return found


def _kind(scene: Scene, one: Compared) -> Kind | None:
    a, b, way = one.a, one.b, one.how[0]
    if way == "equal" or a.cite.text.casefold() == b.cite.text.casefold():
        return None
    limits = toml("timing.toml")["words"]["limits"]
    if a.before != b.before and (a.before in limits or b.before in limits):
        return None  # "until May" and "in May" are no one date
    if a.article == b.article:
        # One article that tells two days or grains knows of both.
        apart = scene.sentence(a.article, a.cite.span) != scene.sentence(b.article, b.cite.span)
        return _of_hours(one) if way == "hours" and apart else None
    if scene.origins.independent(scene.told([a.cite, b.cite])) < 2:
        return None
    if way == "hours":
        return _of_hours(one)
    if way == "inside":
        return "precision" if of_grains(scene, a, b, one.likely) else None
    if way in ("parts", "lags"):
        return _of_parts(one)
    return _of_days(scene, one)


def _of_parts(one: Compared) -> Kind | None:
    """Two parts of a day, or two lengths since one happening."""
    if one.likely < _DAYS or (one.how[0] == "parts" and one.a.acts.isdisjoint(one.b.acts)):
        return None
    lags = [o.moment.lag for o in (one.a, one.b) if o.moment.lag is not None]
    if lags and one.how[1] <= _ROUNDED_LAG and any(not lag % _WEEK for lag in lags):
        return "rounding"
    return _clash(one.a, one.b)


def _of_hours(one: Compared) -> Kind | None:
    minutes, a, b = one.how[1], one.a, one.b
    governed, shared = a.governed and b.governed, not a.acts.isdisjoint(b.acts)
    if (governed and not shared) or (a.zone and b.zone and a.zone != b.zone):
        return None  # launched at six, landed at ten past; one hour in two zones
    round_ = any(o.moment.minute is not None and not o.moment.minute % _ROUND for o in (a, b))
    rounded = minutes <= _ROUNDED and round_ and a.ahead == b.ahead
    if rounded:
        least = _ROUNDED_ACT if governed else _HOURS
    elif shared and not a.events.isdisjoint(b.events) and minutes == _HALF_DAY:
        least = _ONE_ACT  # one clock's hour, of the morning and of the evening
    else:
        least = _ONE_ACT if governed else _HOURS if shared else _DAYS
    if one.likely < least:
        return None
    if rounded:
        return "rounding"
    if a.zone != b.zone or (minutes > _NEAR and minutes != _HALF_DAY):
        return None
    return _clash(a, b)


def _clash(a: Timed, b: Timed) -> Kind | None:
    """What was expected and what was told later is an update; what is held possible is neither.

    So are two plans that articles of two days tell: what was planned is put off.
    """
    if a.supposed or b.supposed:
        return None
    put_off = a.ahead and b.ahead and a.published is not None and a.published != b.published
    return "update" if a.ahead != b.ahead or put_off else "contradiction"


def _of_days(scene: Scene, one: Compared) -> Kind | None:
    a, b, gap = one.a, one.b, one.how[1]
    if a.said or b.said:
        return None  # the days of words are set side by side in one statement only (occasions.py)
    if not (a.governed and b.governed) or "age" in (a.moment.grain, b.moment.grain):
        return None  # by the parse both date the act; a span of years is no date
    shared = not (a.acts.isdisjoint(b.acts) and a.events.isdisjoint(b.events))
    if one.likely < _least_of_days(a, b) or not shared or not one_end(a, b):
        return None
    besides = (a.sentence & b.sentence) - a.lemmas - b.lemmas
    if len(besides) < _BESIDES and a.moment.grain != "year":
        return None  # two fires are no one fire
    if not (_sure(a, scene.articles[a.article]) and _sure(b, scene.articles[b.article])):
        return None
    if not (of_one_week(a, b) and of_one_week(b, a)):
        return None
    if all(o.published is not None and o.published == o.moment.days for o in (a, b)):
        return None  # what each tells of its own day
    if a.moment.length == b.moment.length == 1:
        if gap == 1 and (a.zone or b.zone or PART.search(f"{a.cite.text} {b.cite.text}")):
            return None  # one night
        if one_weekday(a.moment, b.moment) and not (_dated(a) and _dated(b)):
            return None  # one weekday that two articles place weeks apart
    elif a.moment.grain != b.moment.grain and gap <= _WEEK:
        return None  # "last week" is no calendar week
    return _clash(a, b)


def _least_of_days(a: Timed, b: Timed) -> float:
    if not a.moment.grain == b.moment.grain == "year":
        return _DAYS
    one_verb = not (a.lemmas.isdisjoint(b.lemmas) or a.events.isdisjoint(b.events))
    return _YEARS_VERB if one_verb else _YEARS


def _dated(one: Timed) -> bool:
    """Whether the words name the day of the month."""
    return any(letter.isdigit() for letter in one.cite.text)


def _sure(one: Timed, article: Article) -> bool:
    """Whether a day hangs on no guess: on no inferred day of publication, on no other week's.

    Nor on the day told before an hour, which the hour's own words do not show.
    """
    if _BORROWED in one.why:
        return False
    if one.moment.days is None or "told in full" in one.why:
        return True
    known = article.published is not None and article.published.how != "inferred"
    return of_its_week(one) and (known or "publication" not in one.why)


def shown(one: Timed, *, day: bool = False) -> str:
    """The value of a side: a weekday whose week is a guess is shown as no date.

    `day` shows an hour's day, where days are compared.
    """
    moment = replace(one.moment, minute=None) if day else one.moment
    if of_its_week(one) or moment.days is None:
        return str(moment)
    return str(replace(moment, days=None, weekday=moment.days[0].weekday()))
