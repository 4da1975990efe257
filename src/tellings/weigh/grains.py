"""Whether two times, one within the other, are one time at two grains.

Two grains are no clash, so that less is asked of them than of days that differ: where the acts say
that one thing is dated, the words around need not say it too.
"""

from __future__ import annotations

import re
from calendar import month_name

from tellings.weigh.beside import finer_beside, one_of_two, part_of
from tellings.weigh.scene import Scene
from tellings.weigh.timed import Timed, one_end, two_acts
from tellings.weigh.weeks import of_its_week, weekday

# How likely it must be that one thing is dated, chosen by reading some 240 pairs: of one act of one
# event, where both times hang on it by the parse and it is one verb or one day, and elsewhere; of
# dates told in full; of others.
_ONE_VERB, _ONE_ACT, _IN_FULL, _OTHERS = 0.22, 0.4, 0.33, 0.5
_SAID = 0.7  # of days on which something was said, and of two acts
_MONTH, _WEEK = 31, 7  # days
_MONTH_NAMED = re.compile("|".join(rf"\b{name[:3]}" for name in month_name[1:]))


def of_grains(scene: Scene, a: Timed, b: Timed, likely: float) -> bool:
    """Whether they are one time at two grains; `likely` is how likely they date one thing."""
    fine, coarse = sorted((a, b), key=coarseness)
    if finer_beside(scene, coarse, fine) or one_of_two(scene, coarse) or part_of(scene, coarse):
        return False
    if not one_end(a, b):
        return False
    if coarse.before == "of" and not coarse.governed:
        return False  # "the first ferry of 2019" tells which, and not when
    if any("/" in str(o.moment) and o.moment.length > _WEEK for o in (a, b)):
        return False  # "later this month" is that month
    if coarse.moment.length > _WEEK and fine.moment.grain in ("minute", "part"):
        return False  # who knows the hour knows the day, and a year beside it dates something else
    if coarse.moment.length > _MONTH and "told in full" not in coarse.why:
        return False  # "this year" is a tally more often than a date
    one_day = a.moment.days is not None and a.moment.days == b.moment.days
    guessed = not (of_its_week(a) and of_its_week(b))
    if guessed and not one_day and weekday(a) != weekday(b):
        return False
    return likely >= _least(a, b, one_day=one_day)


def _least(a: Timed, b: Timed, *, one_day: bool) -> float:
    """How likely it must be that one thing is dated: less where the acts say so as well."""
    governed = a.governed and b.governed
    if (a.said or b.said) and not governed:
        return _SAID  # who posts or speaks often does so on many days, and long after the act
    if not a.acts.isdisjoint(b.acts) and not a.events.isdisjoint(b.events):
        one_verb = governed and not a.lemmas.isdisjoint(b.lemmas)
        return _ONE_VERB if one_verb or (governed and one_day) else _ONE_ACT
    if a.said or b.said or two_acts(a, b):
        return _SAID
    return _IN_FULL if _in_full(a) and _in_full(b) else _OTHERS


def _in_full(one: Timed) -> bool:
    """Whether a month or a year is named, and of the act: not "the start of 2019"."""
    named = "told in full" in one.why or _MONTH_NAMED.search(one.cite.text) is not None
    return named and one.before != "of"


def coarseness(one: Timed) -> tuple[int, bool, bool]:
    """Least for the finest time."""
    return one.moment.length, one.moment.minute is None, one.moment.part is None
