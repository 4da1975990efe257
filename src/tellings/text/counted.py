"""Placing what is counted from a day: yesterday, last week, two months ago, earlier this year."""

from __future__ import annotations

from datetime import date, timedelta

from tellings.text import calendar as cal
from tellings.text.meaning import Meaning
from tellings.text.placed import Anchor, Placed, by

_MONTHS = {"M": 1, "Q": 3, "Y": 12, "E": 120, "C": 1200}
_WORDS = {
    "D": "day", "W": "week", "WE": "weekend", "M": "month", "Q": "quarter", "Y": "year",
    "E": "decade", "C": "century", "TH": "hour", "TM": "minute", "TS": "second",
}  # fmt: skip


def relative(meaning: Meaning, tense: str | None, anchor: Anchor) -> Placed:
    unit, count = meaning.counted()
    now = anchor.day
    side = f"{abs(count)} {_WORDS[unit]}{'s' * (abs(count) != 1)}"
    where = "before" if count < 0 else "after"
    why = f"{side} {where} {anchor}" if count else f"the {_WORDS[unit]} of {anchor}"
    if unit in ("TH", "TM", "TS"):
        return Placed(f"{now.isoformat()}TXX:XX", None, f"{why}, whose hour is not known")
    if unit == "D":
        day = (now + timedelta(days=count)).isoformat()
        return Placed(day, day, why)
    if unit in ("W", "WE"):
        return _weekly(meaning, tense, now, count, why)
    return _longer(now, unit, count, meaning, why)


def _weekly(meaning: Meaning, tense: str | None, now: date, count: int, why: str) -> Placed:
    unit = meaning.counted()[0]
    if meaning.get("near") and tense != "future" and now.isoweekday() < 6:
        count, why = -1, f"the weekend before {cal.described(now)}{by(None, tense)}"
    day = now + timedelta(weeks=count)
    if weekday := meaning.get("day"):
        told = cal.week_of(day)[0] + timedelta(days=int(weekday) - 1)
        return Placed(told.isoformat(), told.isoformat(), f"{cal.described(told)}, {why}")
    return _week(day, unit, why)


def _week(day: date, unit: str, why: str) -> Placed:
    monday, sunday = cal.week_of(day)
    year, week, _ = monday.isocalendar()
    if unit == "WE":
        edtf = cal.as_edtf(sunday - timedelta(days=1), sunday)
        return Placed(f"{year}-W{week:02d}-WE", edtf, why)
    return Placed(f"{year}-W{week:02d}", cal.as_edtf(monday, sunday), why)


def _longer(now: date, unit: str, count: int, meaning: Meaning, why: str) -> Placed:
    """Months and longer: the calendar span, or for counts back ("ago") its approximate start."""
    day = cal.add_months(now, count * _MONTHS[unit])
    about = "~" if meaning.get("ago") and abs(count) > 1 else ""
    if unit == "M":
        return _part(f"{day.year:04d}-{day.month:02d}", about, now, meaning, why)
    if unit == "Q":
        quarter = (day.month - 1) // 3 + 1
        return Placed(f"{day.year:04d}-Q{quarter}", f"{day.year:04d}-{32 + quarter}", why)
    if unit == "Y" and (month := meaning.get("month")):
        return _part(f"{day.year:04d}-{month}", "", now, meaning, f"that month, {why}")
    if unit == "Y" and (nth := meaning.get("quarter")):
        return Placed(f"{day.year:04d}-Q{nth}", f"{day.year:04d}-{32 + int(nth)}", why)
    if unit == "Y" or meaning.get("ago"):
        return _part(f"{day.year:04d}", about, now, meaning, why)
    digits = 3 if unit == "E" else 2
    short = f"{day.year:04d}"[:digits]
    return Placed(short, short + "X" * (4 - digits), why)


def _part(value: str, about: str, now: date, meaning: Meaning, why: str) -> Placed:
    """`earlier this month` ends, and `later this month` begins, on the day it was written."""
    span = cal.bounds(value)
    side = meaning.get("side")
    if span and side == "earlier" and span[0] <= now <= span[1]:
        return Placed(value, cal.as_edtf(span[0], now), f"{why}, up to that day")
    if span and side == "later" and span[0] <= now <= span[1]:
        return Placed(value, cal.as_edtf(now, span[1]), f"{why}, from that day on")
    return Placed(value, value + about, why)
