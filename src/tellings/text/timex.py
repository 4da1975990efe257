"""Placing: a meaning, and the day it was written, give a TIMEX3 value, EDTF and the reason.

TIMEX3 as in TimeML 1.2.1 (Saurí et al. 2006), EDTF as in ISO 8601-2:2019. Where the day of writing
is itself only known as a span (a month, two days), a value counts only if both ends of the span
give the same one.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from tellings.text import calendar as cal
from tellings.text.meaning import Meaning

PARTS = {"TMO": "morning", "TAF": "afternoon", "TEV": "evening", "TNI": "night", "TDT": "daytime"}
_STALE = 300  # days; a bare "January" told in October is still this year's
_MONTHS = {"M": 1, "Q": 3, "Y": 12, "E": 120, "C": 1200}
_ISO = {"E": ("Y", 10), "C": ("Y", 100), "Q": ("M", 3)}


@dataclass(frozen=True, slots=True)
class Placed:
    """Where a meaning falls: TIMEX3 `value`, `edtf` or None, and `why` in words."""

    value: str
    edtf: str | None
    why: str


@dataclass(frozen=True, slots=True)
class Anchor:
    """The day from which is counted, and what it is called in reasons ("publication").

    `within` is the span of days (EDTF) of which this day is only one end.
    """

    day: date
    name: str
    within: str | None = None

    def __str__(self) -> str:
        if self.within:
            return f"{self.name} within {self.within}"
        return f"{self.name} on {cal.described(self.day)}"


def period(unit: str, count: int | str) -> str:
    """An ISO 8601 duration: `period("W", 2)` is `P2W`, `period("TH", "X")` is `PTXH`."""
    if unit.startswith("T") and len(unit) == 2:
        return f"PT{count}{unit[1]}"
    unit, times = _ISO.get(unit, (unit, 1))
    return f"P{count * times if isinstance(count, int) else count}{unit}"


def settle(meaning: Meaning, tense: str | None, first: Anchor, last: Anchor) -> Placed | None:
    """Place by a writing day between `first` and `last`; None where the two ends disagree."""
    try:
        placed = _PLACE[meaning.kind](meaning, tense, first)
        if last.day != first.day:
            other = _PLACE[meaning.kind](meaning, tense, last)
            if (other.value, other.edtf) != (placed.value, placed.edtf):
                return None
    except (ValueError, OverflowError):
        return None
    return _with_clock(placed, meaning)


def floating(meaning: Meaning) -> Placed:
    """What can be said with no writing day at all: X for every digit that hangs on it."""
    if meaning.kind == "on" and "X" not in meaning.value[:2] and meaning.value[:4] != "XXXX":
        return _with_clock(_calendar(meaning.value, meaning, "told in full"), meaning)
    if meaning.kind == "feast" and (year := meaning.get("year")):
        told = cal.feast(meaning.value, int(year)).isoformat()
        return _with_clock(Placed(told, told, "a feast with its year"), meaning)
    if meaning.kind in _UNANCHORED:
        return _UNANCHORED[meaning.kind](meaning)
    why = "the day it was written is not known"
    return _with_clock(Placed(_open_value(meaning), None, why), meaning)


def _open_value(meaning: Meaning) -> str:
    if meaning.kind == "on":
        return meaning.value
    if meaning.kind == "wd":
        return f"XXXX-WXX-{meaning.value}"
    if meaning.kind == "feast":
        fixed = len(meaning.value) == 5 and meaning.value[2] == "-"
        return f"XXXX-{meaning.value}" if fixed else "XXXX-XX-XX"
    unit = meaning.counted()[0]
    shapes = {"D": "XXXX-XX-XX", "W": "XXXX-WXX", "WE": "XXXX-WXX-WE", "M": "XXXX-XX"}
    return shapes.get(unit, {"Q": "XXXX-QX", "E": "XXXX", "C": "XXXX"}.get(unit, "XXXX"))


def _calendar(value: str, meaning: Meaning, why: str) -> Placed:
    """A calendar value with a known year: EDTF of it, or of the range it opens."""
    end = meaning.get("to")
    edtf = _edtf(value)
    if end is None or edtf is None:
        return Placed(value, edtf, why)
    last = cal.bounds(_edtf(end if len(end) >= 4 else value[: -len(end)] + end))
    first = cal.bounds(edtf)
    if first is None or last is None or last[1] < first[0]:
        return Placed(value, edtf, why)
    return Placed(value, cal.as_edtf(first[0], last[1]), f"{why}, as a range")


def _edtf(value: str) -> str | None:
    """EDTF of a TIMEX3 calendar value with its year; None where it names no day or span."""
    year, _, rest = value.partition("-")
    if rest in cal.SEASON_CODES:
        return f"{year}-{cal.SEASON_CODES[rest]}"
    if rest.startswith("Q") and rest[1:].isdigit():
        return f"{year}-{32 + int(rest[1:])}"
    if rest.startswith("W"):
        monday = date.fromisocalendar(int(year), int(rest[1:3]), 1)
        return cal.as_edtf(monday, monday + timedelta(days=6))
    if len(year) < 4:  # a decade (199) or a century (19), as TIMEX3 writes them
        return year + "X" * (4 - len(year))
    return value if cal.bounds(value) else None


def _on(meaning: Meaning, tense: str | None, anchor: Anchor) -> Placed:
    value = meaning.value
    if not value.startswith("XX"):
        return _calendar(value, meaning, "told in full")
    if value.startswith("XXXX-"):
        year, why = _year_for(meaning, tense, anchor)
        return _calendar(f"{year}{value[4:]}", meaning, why)
    digits = value[2:4].rstrip("-").ljust(2, "0")
    ahead = int(digits) > anchor.day.year % 100 + 10  # ’98 told in 2017 is 1998, ’20 is 2020
    full = f"{anchor.day.year // 100 - ahead}{value[2:]}"
    return _calendar(full, meaning, f"the century nearest to {anchor}")


def _year_for(meaning: Meaning, tense: str | None, anchor: Anchor) -> tuple[int, str]:
    """The year of a day, month, quarter or season that was told without one.

    A weekday beside it must fit. Tense decides, unless that gives a day nearly a year off: a
    reporter who means the day a week ahead, or a week ago, leaves out the year, not otherwise.
    """
    rest, way, weekday = meaning.value[5:], meaning.get("dir"), meaning.get("wd")
    now = anchor.day
    known = _years_of(rest, weekday, now)
    if not known:
        raise ValueError(f"no such day in any near year: {rest}")
    before = [(y, s) for y, s in known if (s[1] < now if way == "last" else s[0] <= now)]
    after = [(y, s) for y, s in known if (s[0] > now if way == "next" else s[1] >= now)]
    if way == "this":
        return now.year, f"of the year of {anchor}"
    if before and (way == "last" or (tense == "past" and _gap(before[-1][1], now) < _STALE)):
        return before[-1][0], f"the latest before {anchor}" + _by(way, tense)
    if after and (way == "next" or (tense == "future" and _gap(after[0][1], now) < _STALE)):
        return after[0][0], f"the first after {anchor}" + _by(way, tense)
    near = min(known, key=lambda one: (_gap(one[1], now), one[1][0] > now))
    return near[0], f"nearest to {anchor}"


def _years_of(rest: str, weekday: str | None, now: date) -> list[tuple[int, tuple[date, date]]]:
    spans = [(year, cal.bounds(_edtf(f"{year}-{rest}"))) for year in _near(now.year, 8)]
    return [
        (year, span)
        for year, span in spans
        if span and weekday in (None, str(span[0].isoweekday()))
    ]


def _near(year: int, reach: int) -> range:
    return range(max(1, year - reach), min(9999, year + reach) + 1)


def _gap(span: tuple[date, date], day: date) -> int:
    return max(0, (span[0] - day).days, (day - span[1]).days)


def _by(way: str | None, tense: str | None) -> str:
    return f" (“{way}”)" if way else f" ({tense} tense)" if tense else " (no tense: past)"


def _weekday(meaning: Meaning, tense: str | None, anchor: Anchor) -> Placed:
    number, way, now = int(meaning.value), meaning.get("dir"), anchor.day
    if way == "last":
        day, side = cal.on_or_before(now - timedelta(days=1), number), "before"
    elif way == "next":
        day, side = cal.on_or_after(now + timedelta(days=1), number), "after"
    elif (way == "this" and tense != "past") or tense == "future":
        day, side = cal.on_or_after(now, number), "after"
    else:
        day, side = cal.on_or_before(now, number), "before"
    name = cal.WEEKDAYS[number - 1]
    if day == now and not anchor.within:
        why = f"{name}, the day of {anchor.name}{_by(way, tense)}"
    else:
        why = f"{name} {side} {anchor}{_by(way, tense)}"
    return Placed(day.isoformat(), day.isoformat(), why)


def _feast(meaning: Meaning, tense: str | None, anchor: Anchor) -> Placed:
    if year := meaning.get("year"):
        told = cal.feast(meaning.value, int(year)).isoformat()
        return Placed(told, told, "a feast with its year")
    now, way = anchor.day, meaning.get("dir")
    days = [cal.feast(meaning.value, year) for year in _near(now.year, 2)]
    before = [day for day in days if (day < now if way == "last" else day <= now)]
    after = [day for day in days if (day > now if way == "next" else day >= now)]
    if way == "last" or (tense == "past" and (now - before[-1]).days < _STALE):
        day, why = before[-1], f"the latest before {anchor}"
    elif way == "next" or (tense == "future" and (after[0] - now).days < _STALE):
        day, why = after[0], f"the first after {anchor}"
    else:
        day, why = min(days, key=lambda d: abs((d - now).days)), f"nearest to {anchor}"
    return Placed(day.isoformat(), day.isoformat(), why)


def _relative(meaning: Meaning, tense: str | None, anchor: Anchor) -> Placed:
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
        count, why = -1, f"the weekend before {cal.described(now)}{_by(None, tense)}"
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


def _length(meaning: Meaning, tense: str | None = None, anchor: Anchor | None = None) -> Placed:
    vague = "X" in meaning.value
    why = "a duration whose number is not told" if vague else "a duration, told as such"
    if meaning.get("event"):
        why += f", counted {meaning.get('event')} a happening that has no day here"
    return Placed(meaning.value, None, why)


def _set(meaning: Meaning, tense: str | None = None, anchor: Anchor | None = None) -> Placed:
    return Placed(meaning.value, None, "a repeated time")


def _reference(meaning: Meaning, tense: str | None = None, anchor: Anchor | None = None) -> Placed:
    return Placed(meaning.value, None, "past, present or future, and no day told")


def _clock(meaning: Meaning, tense: str | None, anchor: Anchor) -> Placed:
    day = anchor.day.isoformat()
    why = f"a time of day, taken to be of the day of {anchor}"
    return Placed(day + meaning.value, None, why)


def _floating_clock(meaning: Meaning) -> Placed:
    return Placed(f"XXXX-XX-XX{meaning.value}", None, "a time of day whose day is not known")


def _with_clock(placed: Placed, meaning: Meaning) -> Placed:
    """Add a time of day to a placed day; a zone goes into EDTF, and `Z` into the value too."""
    told = meaning.get("t")
    if told is None or "T" in placed.value:
        return placed
    zone = meaning.get("tz") or ""
    value = placed.value + told + ("Z" if zone == "Z" and told[1].isdigit() else "")
    if not told[1].isdigit() or placed.edtf is None or len(placed.edtf) != 10:
        return Placed(value, placed.edtf, placed.why)
    seconds = ":00" if len(told) == 6 else ""
    return Placed(value, f"{placed.edtf}{told}{seconds}{zone}", placed.why)


_WORDS = {
    "D": "day", "W": "week", "WE": "weekend", "M": "month", "Q": "quarter", "Y": "year",
    "E": "decade", "C": "century", "TH": "hour", "TM": "minute", "TS": "second",
}  # fmt: skip
_PLACE: dict[str, Callable[[Meaning, str | None, Anchor], Placed]] = {
    "on": _on, "wd": _weekday, "feast": _feast, "rel": _relative, "nar": _relative,
    "len": _length, "set": _set, "ref": _reference, "clock": _clock,
}  # fmt: skip
_UNANCHORED: dict[str, Callable[[Meaning], Placed]] = {
    "len": _length, "set": _set, "ref": _reference, "clock": _floating_clock,
}  # fmt: skip
