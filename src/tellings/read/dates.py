"""A day as written, in the many forms that pages and files use, as EDTF with its precision."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|"
    r"sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+)?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>(?:19|20)\d{2})"
_CLOCK = r"(?:T|,?\s+(?:at\s+)?|\s*[-–|]\s*)\d{1,2}[:.]?\d{0,2}(?:[:.]\d{2})?(?:[.,]\d+)?"
_HALF = r"\s*(?:[ap]\.?m\.?)?"
_ZONE = r"\s*(?:Z|[+-]\d{2}:?\d{2}|\(?[A-Z]{1,5}(?:[+-]\d{1,2})?(?:/[A-Z]{2,4})?\)?)?"
_TIME = rf"(?:{_CLOCK}{_HALF}{_ZONE})?"
_BEFORE = r"(?:\d{1,2}[:.]\d{2}(?:\s*[ap]\.?m\.?)?\s*(?:[A-Z]{2,5})?,?\s+(?:on\s+)?)?"

DAY = "|".join(
    pattern.replace("?P<", f"?P<{letter}_")
    for letter, pattern in (
        ("a", rf"{_YEAR}[-/.](?P<number>\d{{1,2}})[-/.]{_DAY}(?!\d)"),
        ("b", rf"{_DAY}(?:\s+of)?[\s-]+{_MONTH},?[\s-]+{_YEAR}"),
        ("c", rf"{_MONTH}\s+{_DAY},?\s+{_YEAR}"),
        ("d", rf"(?P<first>\d{{1,2}})[-/.](?P<second>\d{{1,2}})[-/.]{_YEAR}"),
    )
)
# One whole date, with weekday and clock time allowed around it.
_WHOLE = re.compile(rf"{_BEFORE}{_WEEKDAY}(?:{DAY}){_TIME}", re.IGNORECASE)
_FIND = re.compile(rf"\b(?:{DAY})", re.IGNORECASE)
_MONTH_ONLY = re.compile(rf"{_MONTH},?\s+{_YEAR}", re.IGNORECASE)
_YEAR_MONTH = re.compile(rf"{_YEAR}-(?P<number>\d{{2}})")
_COMPACT = re.compile(r"((?:19|20)\d{2})(\d{2})(\d{2})(?:T?\d{4,6}Z?)?")
_EPOCH = re.compile(r"1\d{9}(?:\d{3})?(?:\.\d+)?")


@dataclass(frozen=True, slots=True)
class Day:
    """An EDTF `value` (day, month or year), why it is no finer, and where it stood."""

    value: str
    why: str
    start: int
    end: int


def whole(written: str) -> Day | None:
    """The date that `written` is, if it is nothing but a date (with or without a time)."""
    stripped = written.strip().strip("()[]").strip()
    match = _WHOLE.fullmatch(stripped)
    if match:
        return _day(match)
    return _coarse(stripped)


def find(text: str, start: int = 0) -> Day | None:
    """The first full date (with a year) in `text` from `start` on."""
    for match in _FIND.finditer(text, start):
        day = _day(match)
        if day:
            return day
    return None


def _coarse(written: str) -> Day | None:
    """A month, a year, a compact day, or seconds since 1970."""
    span = (0, len(written))
    month = _MONTH_ONLY.fullmatch(written)
    if month:
        value = f"{month['year']}-{_month(month['month']):02d}"
        return Day(value, "no day is given", *span)
    numbered = _YEAR_MONTH.fullmatch(written)
    if numbered and 1 <= int(numbered["number"]) <= 12:
        return Day(written, "no day is given", *span)
    compact = _COMPACT.fullmatch(written)
    if compact:
        day = _valid(int(compact[1]), int(compact[2]), int(compact[3]))
        return Day(day, "", *span) if day else None
    if re.fullmatch(r"(?:19|20)\d{2}", written):
        return Day(written, "only the year is given", *span)
    return _epoch(written)


def _epoch(written: str) -> Day | None:
    if not _EPOCH.fullmatch(written):
        return None
    seconds = float(written)
    if seconds >= 1e12:  # milliseconds: 1e12 s would be the year 33658
        seconds /= 1000
    value = datetime.fromtimestamp(seconds, UTC).date().isoformat()
    return Day(value, "counted from 1970 in UTC", 0, len(written))


def _day(match: re.Match[str]) -> Day | None:
    parts = {key[2:]: value for key, value in match.groupdict().items() if value is not None}
    year = int(parts["year"])
    if "first" in parts:
        value, why = _numeric(year, int(parts["first"]), int(parts["second"]))
    else:
        month = int(parts["number"]) if "number" in parts else _month(parts["month"])
        value, why = _valid(year, month, int(parts["day"])), ""
    return Day(value, why, match.start(), match.end()) if value else None


def _numeric(year: int, first: int, second: int) -> tuple[str | None, str]:
    """`10/03/2017` is March in some countries and October in others: then only the year stands."""
    if first == second or first > 12:
        return _valid(year, second, first), ""
    if second > 12:
        return _valid(year, first, second), ""
    if first and second:
        return str(year), "day and month cannot be told apart"
    return None, ""


def _month(name: str) -> int:
    return _MONTHS.index(name[:3].lower()) + 1


def _valid(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None
