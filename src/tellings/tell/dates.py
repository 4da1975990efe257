"""EDTF dates in words, as an editor writes them: 2017-08-06 is "6 August 2017"."""

from __future__ import annotations

import re
from datetime import date

_MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
_SEASONS = {"21": "spring", "22": "summer", "23": "autumn", "24": "winter"}
_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?:T(\d\d:\d\d)(?::\d\d)?(.*))?")
_MONTH = re.compile(r"(\d{4})-(\d\d)")
_PART = re.compile(r"(\d{4}-\d\d-\d\d) (morning|midday|afternoon|evening|night)")
_DECADE = re.compile(r"(\d{3})X")


def spoken(edtf: str, weekday: bool = False) -> str:
    """An EDTF date in words; what this does not know is given back as it is.

    Knows years, months, seasons, days, decades (`201X`), clock times, intervals with open or
    unknown ends, parts of a day (`2017-08-06 morning`, which is no EDTF), and the marks `~`
    (about), `?` (uncertain), `%` (both). `weekday` is added to full days where asked for.
    """
    if (part := _PART.fullmatch(edtf)) is not None:
        return f"{part[2]} of {spoken(part[1], weekday)}"
    if "/" in edtf:
        first, last = edtf.split("/", 1)
        return _interval(first, last, weekday)
    body, mark = edtf.rstrip("~?%"), edtf[len(edtf.rstrip("~?%")) :]
    words = _plain(body, weekday)
    about = "about " if "~" in mark or "%" in mark else ""
    return f"{about}{words}{' (uncertain)' if '?' in mark or '%' in mark else ''}"


def _interval(first: str, last: str, weekday: bool) -> str:
    if first in ("", ".."):
        return f"until {spoken(last, weekday)}" if last not in ("", "..") else "unknown"
    if last in ("", ".."):
        return f"from {spoken(first, weekday)}"
    return f"{spoken(first, weekday)} to {spoken(last, weekday)}"


def _plain(body: str, weekday: bool) -> str:
    if (day := _DAY.fullmatch(body)) is not None:
        return _day(day, weekday) or body
    if (month := _MONTH.fullmatch(body)) is not None:
        if month[2] in _SEASONS:
            return f"{_SEASONS[month[2]]} {month[1]}"
        return f"{_MONTHS[int(month[2]) - 1]} {month[1]}" if 1 <= int(month[2]) <= 12 else body
    if (decade := _DECADE.fullmatch(body)) is not None:
        return f"the {decade[1]}0s"
    return body


def _day(found: re.Match[str], weekday: bool) -> str | None:
    try:
        day = date(int(found[1]), int(found[2]), int(found[3]))
    except ValueError:
        return None
    words = f"{day.day} {_MONTHS[day.month - 1]} {day.year}"
    if weekday:
        names = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
        words = f"{names[day.weekday()]} {words}"
    return f"{words}, {found[4]}{found[5]}" if found[4] else words


def midpoint(edtf: str | None) -> date | None:
    """The day to sort or plot an EDTF date by: the middle of what it spans, None where unknown.

    Only full days and intervals of two full days: a chart by day must not invent a day.
    """
    if edtf is None:
        return None
    ends = [end.rstrip("~?%") for end in edtf.split("/")]
    if not 1 <= len(ends) <= 2 or not all(_DAY.fullmatch(end) for end in ends):
        return None
    try:
        days = [date.fromisoformat(end[:10]).toordinal() for end in ends]
    except ValueError:
        return None
    return date.fromordinal(sum(days) // len(days))
