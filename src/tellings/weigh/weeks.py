"""Which week a weekday is of: told as so many days back, it may be the next one's."""

from __future__ import annotations

import re

from tellings.text.calendar import WEEKDAYS
from tellings.weigh.moments import Moment
from tellings.weigh.timed import Timed

# A weekday told as so many days back may be tomorrow's where the paper comes out: on Monday night
# in New York it is Tuesday in Tokyo. Of what has been, it can only be tomorrow's.
_WEEK_OLD, _WEEK_PAST = 5, 6
_WEEK = 7  # days
_WEEKDAY = re.compile("|".join(WEEKDAYS), re.IGNORECASE)


def weekday(one: Timed) -> str:
    """The weekday that its words name, in small letters; empty where they name none."""
    found = _WEEKDAY.search(one.cite.text)
    return found[0].casefold() if found else ""


def of_its_week(one: Timed) -> bool:
    """Whether a weekday that is placed by its article's day can be no other week's."""
    words = one.cite.text
    if one.moment.days is None or "told in full" in one.why or not _WEEKDAY.search(words):
        return True
    if any(letter.isdigit() for letter in words):
        return True
    if one.published is None or one.published[0] != one.published[1]:
        return False
    least = _WEEK_PAST if "past tense" in one.why else _WEEK_OLD
    return (one.published[0] - one.moment.days[0]).days < least


def of_one_week(a: Timed, b: Timed) -> bool:
    """Whether a weekday that an undated article tells may be of the week of the other's day."""
    if a.moment.weekday is None or a.moment.days is not None or b.moment.days is None:
        return True
    return b.published is not None and abs((b.published[0] - b.moment.days[0]).days) < _WEEK


def one_weekday(a: Moment, b: Moment) -> bool:
    """Whether two days fall on one weekday, as one that is placed weeks apart does."""
    both = a.days is not None and b.days is not None
    return both and a.days[0].weekday() == b.days[0].weekday()  # type: ignore[index]
