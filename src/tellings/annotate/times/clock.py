"""Times of day, and joining them to the day told beside them: "9 a.m. EST Tuesday"."""

from __future__ import annotations

import re

from tellings.annotate.times.found import Built, Found, number, only
from tellings.annotate.times.scan import Tokens
from tellings.text.meaning import Meaning
from tellings.words.times import among, time_words


def clock(tokens: Tokens, first: int, last: int) -> Built:
    """9 a.m., 9:30pm EST, 17:52 GMT, noon; a bare 2:10 only behind "at" and its like."""
    letter = tokens.at(first)
    zone_at = last - 1 if tokens.at(last - 1) == "Z" else None
    if zone_at is not None and not tokens.raw(zone_at).isupper():
        last, zone_at = last - 1, None
    if letter == "K":
        told: str | None = time_words().clock_words[tokens.low(first)]
    else:
        told = _told(tokens, first, last)
    if told is None:
        return None
    zone = time_words().zones[tokens.low(zone_at)] if zone_at is not None else None
    plain = letter in "cY" and last - first == 1
    if plain and not among("clock_near", tokens.low(first - 1)) and not _beside_day(tokens, first):
        return None
    return only(first, last, "TIME", Meaning("clock", told).having(tz=zone or None))


def _beside_day(tokens: Tokens, at: int) -> bool:
    return tokens.at(at - 1) in "iwdY" or (tokens.at(at - 1) == "," and tokens.at(at - 2) in "iwdY")


def _told(tokens: Tokens, first: int, last: int) -> str | None:
    """TIMEX3 time of the clock words from `first` on, or None where they are none."""
    low = tokens.low(first)
    letters = tokens.classes[first:last]
    if tokens.at(first) == "Y":  # 0900 GMT
        hour, minute = int(low[:2]), int(low[2:])
        return f"T{low[:2]}:{low[2:]}" if "Z" in letters and hour < 24 and minute < 60 else None
    half = None
    if "A" in letters:
        half = tokens.low(first + letters.index("A")).replace(" ", "")[0]
    elif tokens.at(first) == "C":
        half, low = low[-2], low[:-2]
    if ":" in low or "." in low:
        parts = re.split("[:.] ?", low)
    else:
        value = number(low)
        if value is None or value != int(value):
            return None
        parts = [str(int(value))]
    return _hours(parts, half, "k" in letters)


def _hours(parts: list[str], half: str | None, oclock: bool) -> str | None:
    hour, minute = int(parts[0]), int(parts[1]) if len(parts) > 1 and parts[1].isdigit() else 0
    if half and not 1 <= hour <= 12:
        return None
    if half == "p" and hour < 12:
        hour += 12
    elif half == "a" and hour == 12:
        hour = 0
    elif half is None and oclock:
        return f"T{hour:02d}:00" if hour > 12 else None  # morning or evening is not told
    return f"T{hour:02d}:{minute:02d}" if hour < 24 and minute < 60 else None


def join(tokens: Tokens, found: list[Found]) -> list[Found]:
    """Make one expression of a time of day and the day right before or behind it."""
    out: list[Found] = []
    for one in found:
        if out and _fits(tokens, out[-1], one):
            out[-1] = _joined(out[-1], one)
        else:
            out.append(one)
    return out


def _fits(tokens: Tokens, left: Found, right: Found) -> bool:
    clocks = (left.meaning.kind == "clock") + (right.meaning.kind == "clock")
    day = right if left.meaning.kind == "clock" else left
    if clocks != 1 or not _is_day(day) or right.first - left.last > 2:
        return False
    return all(
        among("clock_between", tokens.low(at)) and tokens.at(at) != "|"
        for at in range(left.last, right.first)
    )


def _is_day(found: Found) -> bool:
    meaning = found.meaning
    if (meaning.get("t") or "TA")[1].isdigit():
        return False
    if meaning.kind == "on":
        return len(meaning.value) == 10
    return meaning.kind in ("wd", "feast") or (
        meaning.kind in ("rel", "nar") and meaning.value[0] == "D"
    )


def _joined(left: Found, right: Found) -> Found:
    clock_one, day = (left, right) if left.meaning.kind == "clock" else (right, left)
    told = day.meaning.having(t=clock_one.meaning.value, tz=clock_one.meaning.get("tz"))
    return Found(left.first, right.last, "TIME", told)
