"""When something is told to have been, as far as the words tell, and how two such tellings stand.

Articles without a day of their own still tell weekdays, days of a month and hours, and these can be
set side by side within one story.
"""

from __future__ import annotations

import re
from calendar import month_name
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Literal

from tellings.model.marks import Time
from tellings.text.calendar import WEEKDAYS, as_edtf, bounds, parse_day

# equal: one value. inside: one value at two grains. hours: two hours of one day, or of days that
# are not known to differ. parts: two parts of one day. lags: two lengths since one happening.
# apart: two days, months or years that do not meet.
Relation = Literal["equal", "inside", "hours", "parts", "lags", "apart"]
Standing = tuple[Relation, int]  # with the minutes between hours, else the days between

_HOUR = re.compile(r"T(\d\d):(\d\d)")
_PART = re.compile(r"T(MO|MI|AF|EV|NI)\b")
_WEEKDAY = re.compile(r"XXXX-WXX-([1-7])")
_MONTH = re.compile(r"XXXX-(\d\d)(?:-(\d\d))?(?=$|T)")
# Minutes of the day that a part of it may mean; a night runs into the next morning.
_PARTS = {"MO": (0, 720), "MI": (660, 840), "AF": (720, 1110), "EV": (1020, 1439), "NI": (0, 1439)}
_PARTS_NAMED = {
    "MO": "morning", "MI": "midday", "AF": "afternoon", "EV": "evening", "NI": "night",
}  # fmt: skip
_NO_NIGHT = (360, 1020)
# Parts that no one hour has both of, and parts that one hour can have both of.
_OTHER_PARTS = ({"MO", "AF"}, {"MO", "EV"}, {"AF", "NI"})
_LIKE_PARTS = ({"AF", "EV"},)
_ONE_PART = {"EV", "NI"}  # an evening is told as a night
_SEASON = re.compile(r"\d{4}-2[1-4]")
_SHARE = re.compile(r"\bmod=(START|MID|END)\b")
_SHARES = {"START": "early", "MID": "mid", "END": "late"}
_SIDE = re.compile(r"\bside=(early|late)\b")
_SIDES = {"early": "MO", "late": "EV"}  # "late on Friday" is that evening
_SHARED = 27  # days; of a week, "early" says little
_LAG = re.compile(r"P(\d+)([DW])")
_LAGGING = "counted after a happening"
_GUESSED = "taken to be of the day of publication"
_GUESS = 1  # days by which an hour's guessed day may err
_YEAR, _WEEK = 366, 7


@dataclass(frozen=True, slots=True)
class Moment:
    """`days` are the first and last that it may be; `guessed` where the words name no day at all.

    `weekday` (0 is Monday) and `month` with `day` are what an article without a day of its own
    tells. `minute` counts from midnight, `part` is TIMEX3's MO, MI, AF, EV or NI. `lag` are days
    since a happening ("nine days after the fire"), `season` an EDTF season. `share` is the part
    that is told, early, mid or late: of a month or longer `days` are those of that part, and
    `whole` those of all of it.
    """

    days: tuple[date, date] | None = None
    guessed: bool = False
    weekday: int | None = None
    month: int | None = None
    day: int | None = None
    minute: int | None = None
    part: str | None = None
    lag: int | None = None
    season: str | None = None
    share: str | None = None
    whole: tuple[date, date] | None = None

    @property
    def length(self) -> int:
        """Days that it spans."""
        if self.days is not None:
            return (self.days[1] - self.days[0]).days + 1
        return 31 if self.month is not None and self.day is None else 1

    def __str__(self) -> str:
        """Its value as a side of a finding shows it: EDTF where the day is known, else in words."""
        if self.lag is not None:
            return f"{self.lag} day{'s' * (self.lag != 1)} after"
        if self.minute is not None:
            return f"{self.minute // 60:02}:{self.minute % 60:02}"
        if self.days is not None:
            day = self.season or as_edtf(*(self.whole or self.days))
        elif self.weekday is not None:
            day = WEEKDAYS[self.weekday]
        else:
            day = f"{month_name[self.month or 0]} {self.day or ''}".strip()
        if self.share is not None:
            return f"{self.share} {day}"
        return f"{day} {_PARTS_NAMED[self.part]}".strip() if self.part else day

    @property
    def grain(self) -> str:
        """What kind of value it is; values of one grain are one or clash."""
        if self.lag is not None:
            return "lag"
        if self.minute is not None:
            return "minute"
        if self.part is not None:
            return "part"
        limits = ((1, "day"), (7, "week"), (31, "month"), (100, "season"), (_YEAR, "year"))
        return next((name for most, name in limits if self.length <= most), "age")


def moment(time: Time, meaning: str = "") -> Moment | None:
    """What a time mark says; None where it says nothing that could be compared.

    `meaning` is that of its expression, which tells the part of a month or year.
    """
    if time.type == "DURATION" and _LAGGING in time.why and (lag := _LAG.fullmatch(time.value)):
        return Moment(lag=int(lag[1]) * (_WEEK if lag[2] == "W" else 1))
    if time.type not in ("DATE", "TIME"):
        return None
    hour, part = _HOUR.search(time.value), _PART.search(time.value)
    minute = int(hour[1]) * 60 + int(hour[2]) if hour else None
    named = part[1] if part else None
    side = _SIDE.search(meaning) if named is None and minute is None else None
    if side is not None:
        named = _SIDES[side[1]]
    if (days := bounds(time.edtf)) is not None:
        season = time.edtf if _SEASON.fullmatch(time.edtf or "") else None
        share = _SHARE.search(meaning)
        if share is not None and (days[1] - days[0]).days >= _SHARED:
            return Moment(_part(days, share[1]), share=_SHARES[share[1]], whole=days)
        if side is not None and days[0] == days[1]:
            return Moment(days, part=named, share=side[1])
        named = None if side is not None else named
        return Moment(days, minute=minute, part=named, season=season)
    if _GUESSED in time.why and (day := parse_day(time.value[:10])) is not None:
        return Moment((day, day), guessed=True, minute=minute, part=named)
    weekday, month = _WEEKDAY.match(time.value), _MONTH.match(time.value)
    found = Moment(
        weekday=int(weekday[1]) - 1 if weekday else None,
        month=int(month[1]) if month else None,
        day=int(month[2]) if month and month[2] else None,
        minute=minute,
        part=named,
        share=side[1] if side is not None else None,
    )
    return found if replace(found, share=None) != Moment() else None


def _part(days: tuple[date, date], share: str) -> tuple[date, date]:
    """The half of a span that "early", "mid" and "late" can mean at most."""
    quarter = timedelta(days=((days[1] - days[0]).days + 1) // 4)
    before, behind = {"START": (0, 2), "MID": (1, 1), "END": (2, 0)}[share]
    return days[0] + before * quarter, days[1] - behind * quarter


def standing(a: Moment, b: Moment) -> Standing | None:
    """How two moments stand to each other; None where they cannot be compared."""
    if a.lag is not None or b.lag is not None:
        if a.lag is None or b.lag is None:
            return None
        return ("lags", abs(a.lag - b.lag)) if a.lag != b.lag else ("equal", 0)
    days = _days(a, b)
    if days is not None and days[0] == "apart":
        return None if a.guessed or b.guessed else days
    if a.minute is not None and b.minute is not None:
        apart = abs(a.minute - b.minute)
        return ("hours", apart) if apart else ("equal", 0)
    if a.minute is not None or b.minute is not None or a.part != b.part:
        return _within(a, b, known=days is not None)
    return days


def _days(a: Moment, b: Moment) -> Standing | None:
    if a.days is not None and b.days is not None:
        return _placed(a.days, b.days, guessed=a.guessed or b.guessed)
    one, other = _weekday(a), _weekday(b)
    if one is not None and other is not None and (a.weekday is not None or b.weekday is not None):
        turn = (one - other) % _WEEK
        return ("apart", min(turn, _WEEK - turn)) if turn else ("equal", 0)
    return _of_month(a, b)


def _placed(a: tuple[date, date], b: tuple[date, date], *, guessed: bool) -> Standing | None:
    if a == b:
        return "equal", 0
    gap = max((a[0] - b[1]).days, (b[0] - a[1]).days)
    if guessed:
        return ("equal", 0) if gap <= _GUESS else ("apart", gap)
    if gap > 0:
        return "apart", gap
    nested = (a[0] <= b[0] and b[1] <= a[1]) or (b[0] <= a[0] and a[1] <= b[1])
    return ("inside", 0) if nested else None


def _weekday(one: Moment) -> int | None:
    if one.days is not None and one.days[0] == one.days[1]:
        return one.days[0].weekday()
    return one.weekday


def _of_month(a: Moment, b: Moment) -> Standing | None:
    """Two days of a year that neither article tells; the year is taken to be one."""
    if a.month is None or b.month is None:
        return None
    if a.month == b.month and (a.day is None or b.day is None):
        return ("equal", 0) if a.day == b.day else ("inside", 0)
    gap = abs((a.month - b.month) * 30 + (a.day or 15) - (b.day or 15))
    return ("apart", gap) if gap else ("equal", 0)


def _within(a: Moment, b: Moment, *, known: bool) -> Standing | None:
    """An hour, a part of a day, or a day, where one may hold the other.

    `known` is true where the days are compared: without them an hour still has its part of the day.
    """
    fine, coarse = sorted((a, b), key=lambda one: (one.minute is None, one.part is None))
    if coarse.part is None:
        return ("inside", 0) if known else None
    if fine.minute is None:
        both = {fine.part, coarse.part}
        if both in _OTHER_PARTS:
            return "parts", 0
        if both == _ONE_PART:
            return ("equal", 0) if known else None
        return ("inside", 0) if both in _LIKE_PARTS else None
    first, last = _PARTS.get(coarse.part, (0, 1439))
    day = coarse.part == "NI" and _NO_NIGHT[0] < fine.minute < _NO_NIGHT[1]
    return ("inside", 0) if first <= fine.minute <= last and not day else None
