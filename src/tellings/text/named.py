"""Placing what has a name: dates without a year, months, seasons, weekdays, feasts."""

from __future__ import annotations

from datetime import date, timedelta

from tellings.text import calendar as cal
from tellings.text.meaning import Meaning
from tellings.text.placed import Anchor, Placed, by, calendar_value, edtf_of

_STALE = 300  # days; a bare "January" told in October is still this year's


def on(meaning: Meaning, tense: str | None, anchor: Anchor) -> Placed:
    value = meaning.value
    if not value.startswith("XX"):
        return calendar_value(value, meaning, "told in full")
    if value.startswith("XXXX-"):
        year, why = _year_for(meaning, tense, anchor)
        return calendar_value(f"{year}{value[4:]}", meaning, why)
    digits = value[2:4].rstrip("-").ljust(2, "0")
    ahead = int(digits) > anchor.day.year % 100 + 10  # ’98 told in 2017 is 1998, ’20 is 2020
    full = f"{anchor.day.year // 100 - ahead}{value[2:]}"
    return calendar_value(full, meaning, f"the century nearest to {anchor}")


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
        return before[-1][0], f"the latest before {anchor}" + by(way, tense)
    if after and (way == "next" or (tense == "future" and _gap(after[0][1], now) < _STALE)):
        return after[0][0], f"the first after {anchor}" + by(way, tense)
    near = min(known, key=lambda one: (_gap(one[1], now), one[1][0] > now))
    return near[0], f"nearest to {anchor}"


def _years_of(rest: str, weekday: str | None, now: date) -> list[tuple[int, tuple[date, date]]]:
    spans = [(year, cal.bounds(edtf_of(f"{year}-{rest}"))) for year in _near(now.year, 8)]
    return [
        (year, span)
        for year, span in spans
        if span and weekday in (None, str(span[0].isoweekday()))
    ]


def _near(year: int, reach: int) -> range:
    return range(max(1, year - reach), min(9999, year + reach) + 1)


def _gap(span: tuple[date, date], day: date) -> int:
    return max(0, (span[0] - day).days, (day - span[1]).days)


def weekday(meaning: Meaning, tense: str | None, anchor: Anchor) -> Placed:
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
        why = f"{name}, the day of {anchor.name}{by(way, tense)}"
    else:
        why = f"{name} {side} {anchor}{by(way, tense)}"
    return Placed(day.isoformat(), day.isoformat(), why)


def feast(meaning: Meaning, tense: str | None, anchor: Anchor) -> Placed:
    if year := meaning.get("year"):
        told = cal.feast(meaning.value, int(year)).isoformat()
        return Placed(told, told, "a feast with its year")
    now, way = anchor.day, meaning.get("dir")
    days = [cal.feast(meaning.value, year) for year in _near(now.year, 2)]
    before = [day for day in days if (day < now if way == "last" else day <= now)]
    after = [day for day in days if (day > now if way == "next" else day >= now)]
    if before and (way == "last" or (tense == "past" and (now - before[-1]).days < _STALE)):
        day, why = before[-1], f"the latest before {anchor}"
    elif after and (way == "next" or (tense == "future" and (after[0] - now).days < _STALE)):
        day, why = after[0], f"the first after {anchor}"
    else:
        day, why = min(days, key=lambda d: abs((d - now).days)), f"nearest to {anchor}"
    return Placed(day.isoformat(), day.isoformat(), why)
