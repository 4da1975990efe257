"""One telling's date, and how the dates of two tellings stand to each other."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from tellings.model import Cite
from tellings.model.marks import Time
from tellings.text.calendar import WEEKDAYS, bounds

Days = tuple[date, date]
CLOSE = 3  # days; what lies further apart is another occasion
COARSE = 31  # days: “this year” is a tally more often than a date
# A weekday told as so many days back may be tomorrow's where the paper comes out: on Monday night
# in New York it is Tuesday in Tokyo.
_WEEK_OLD = 5
PART = re.compile(r"\b(?:(?:to|over|mid)?nights?|evening|morning|late|early)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Dated:
    """One telling's date: the cite of its words, its value, its days, and why they are that.

    `id` is that of its time mark, `published` the days on which its article may have come out.
    """

    id: str
    cite: Cite
    value: str
    days: Days
    why: str
    published: Days | None

    @property
    def length(self) -> int:
        return (self.days[1] - self.days[0]).days + 1

    @property
    def words(self) -> str:
        return self.cite.text.casefold()

    @property
    def sure(self) -> bool:
        """Whether the day is told in full, or is a weekday that can be no other week's."""
        if not any(day.casefold() in self.words for day in WEEKDAYS) or "told in full" in self.why:
            return True
        if any(letter.isdigit() for letter in self.words):
            return True
        if self.published is None or self.published[0] != self.published[1]:
            return False
        return (self.published[0] - self.days[0]).days < _WEEK_OLD


def dated(cite: Cite, time: Time | None, published: str | None) -> Dated | None:
    """The date of a time mark; None where it has none."""
    if time is None or time.type not in ("DATE", "TIME") or not time.edtf:
        return None
    days = bounds(time.edtf)
    if days is None:
        return None
    return Dated(time.id, cite, time.edtf.partition("T")[0], days, time.why, bounds(published))


def gap(a: Dated, b: Dated) -> int:
    """Days between two dates; 0 where they meet, 1 for a day and the next."""
    return max((a.days[0] - b.days[1]).days, (b.days[0] - a.days[1]).days, 0)


def apart(a: Dated, b: Dated, close: int) -> bool:
    """Whether two dates cannot be one, lie close by, and are as sure as their words can be.

    A night's two days are no clash, nor is one weekday that two articles place weeks apart.
    """
    if not 0 < gap(a, b) <= close or a.words == b.words or not (a.sure and b.sure):
        return False
    days = a.length == b.length == 1
    if days and gap(a, b) == 1 and any(PART.search(one.words) for one in (a, b)):
        return False
    return not days or a.days[0].weekday() != b.days[0].weekday()


def one_date(a: Dated, b: Dated) -> bool:
    """Whether they are one date at two grains: a day, and the week or month that holds it."""
    fine, coarse = sorted((a, b), key=lambda one: one.length)
    inside = coarse.days[0] <= fine.days[0] and fine.days[1] <= coarse.days[1]
    return inside and fine.length < coarse.length <= COARSE
