"""Calendar arithmetic on days, and the first and last day of an EDTF value.

Weeks are ISO 8601 weeks (Monday to Sunday). Nothing here knows an article or a language.
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

# First and last month-day by EDTF season code; northern, and wide enough for either the
# meteorological or the astronomical reading. Winter runs into the next year.
_SEASONS = {"21": (3, 1, 6, 21), "22": (6, 1, 9, 23), "23": (9, 1, 12, 22), "24": (12, 1, 3, 21)}
SEASON_CODES = {"SP": "21", "SU": "22", "FA": "23", "WI": "24"}  # TIMEX3 to EDTF
SEASON_START = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}

_ONE = re.compile(r"(\d{4}|\d{3}X|\d{2}XX)(?:-(\d{2}))?(?:-(\d{2}))?(?:T.*)?[~?%]?")


def parse_day(value: str | None) -> date | None:
    """The day of an ISO date (a time behind it is dropped), or None where it is no full day."""
    if value is None or len(value) < 10:
        return None
    if len(value) > 10 and value[10] not in "T ~":
        return None
    try:
        return date.fromisoformat(value[:10])
    except ValueError:
        return None


def described(day: date) -> str:
    """A day as a reason names it: `Monday 2017-08-07`."""
    return f"{WEEKDAYS[day.weekday()]} {day.isoformat()}"


def on_or_before(anchor: date, weekday: int) -> date:
    """The latest day of ISO `weekday` (1 is Monday) that is not after `anchor`."""
    return anchor - timedelta(days=(anchor.isoweekday() - weekday) % 7)


def on_or_after(anchor: date, weekday: int) -> date:
    """The earliest day of ISO `weekday` that is not before `anchor`."""
    return anchor + timedelta(days=(weekday - anchor.isoweekday()) % 7)


def week_of(day: date) -> tuple[date, date]:
    """Monday and Sunday of the ISO week that holds `day`."""
    monday = day - timedelta(days=day.weekday())
    return monday, monday + timedelta(days=6)


def add_months(day: date, count: int) -> date:
    """The same day `count` months on, or the month's last day where it is shorter.

    Raises `ValueError` outside the years 1 to 9999.
    """
    month = day.year * 12 + day.month - 1 + count
    year, month = divmod(month, 12)
    if not 1 <= year <= 9999:
        raise ValueError(f"{count} months from {day} lies outside the calendar")
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def month_end(year: int, month: int) -> date:
    return date(year, month, monthrange(year, month)[1])


def easter(year: int) -> date:
    """Western Easter Sunday, by the anonymous Gregorian computus (Nature, 20 April 1876)."""
    a, b, c = year % 19, year // 100, year % 100
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month, day = divmod(h + m - 7 * n + 114, 31)
    return date(year, month, day + 1)


def feast(rule: str, year: int) -> date:
    """The day that a rule names in a year.

    `12-25` is a fixed day, `easter-2` counts from Easter Sunday, and `11/4/4` is month, ISO
    weekday and which one of the month (-1 is the last; `+1` behind it adds days: `11/1/1+1`).
    """
    if rule.startswith("easter"):
        return easter(year) + timedelta(days=int(rule[6:] or 0))
    if "/" not in rule:
        return date(year, int(rule[:2]), int(rule[3:]))
    rule, _, more = rule.partition("+")
    month, weekday, nth = (int(part) for part in rule.split("/"))
    if nth < 0:
        found = on_or_before(month_end(year, month), weekday) + timedelta(weeks=nth + 1)
    else:
        found = on_or_after(date(year, month, 1), weekday) + timedelta(weeks=nth - 1)
    return found + timedelta(days=int(more or 0))


def bounds(edtf: str | None) -> tuple[date, date] | None:
    """First and last day that an EDTF value allows; None where it is open, unknown or malformed.

    Knows years, decades (`199X`), centuries (`19XX`), months, days, times, seasons (21 to 24),
    quarters (33 to 36) and closed intervals of them; `~`, `?` and `%` do not widen anything.
    """
    if not edtf:
        return None
    if "/" in edtf:
        left, right = (bounds(part) for part in edtf.split("/", 1))
        return None if left is None or right is None or right[1] < left[0] else (left[0], right[1])
    found = _ONE.fullmatch(edtf)
    if found is None:
        return None
    try:
        return _one(found[1], found[2], found[3])
    except ValueError:
        return None


def _one(year: str, month: str | None, day: str | None) -> tuple[date, date]:
    if "X" in year:
        return date(int(year.replace("X", "0")), 1, 1), date(int(year.replace("X", "9")), 12, 31)
    y = int(year)
    if month is None:
        return date(y, 1, 1), date(y, 12, 31)
    if month in _SEASONS:
        a, b, c, d = _SEASONS[month]
        return date(y, a, b), date(y + (c < a), c, d)
    if "33" <= month <= "36":
        first = (int(month) - 33) * 3 + 1
        return date(y, first, 1), month_end(y, first + 2)
    if day is None:
        return date(y, int(month), 1), month_end(y, int(month))
    only = date(y, int(month), int(day))
    return only, only


def as_edtf(first: date, last: date) -> str:
    """The shortest EDTF for `first` to `last`: a day, a month, a year, else an interval."""
    if first == last:
        return first.isoformat()
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31) and first.year == last.year:
        return f"{first.year:04d}"
    if first.day == 1 and last == month_end(first.year, first.month):
        return first.isoformat()[:7]
    return f"{first.isoformat()}/{last.isoformat()}"
