"""Placing: a meaning, and the day it was written, give a TIMEX3 value, EDTF and the reason.

TIMEX3 as in TimeML 1.2.1 (Saurí et al. 2006), EDTF as in ISO 8601-2:2019. Where the day of writing
is itself only known as a span (a month, two days), a value counts only if both ends of the span
give the same one.
"""

from __future__ import annotations

from collections.abc import Callable

from tellings.text import calendar as cal
from tellings.text.counted import relative
from tellings.text.meaning import Meaning
from tellings.text.named import feast, on, weekday
from tellings.text.placed import Anchor, Placed, calendar_value

__all__ = ["Anchor", "Placed", "floating", "period", "settle"]

_ISO = {"E": ("Y", 10), "C": ("Y", 100), "Q": ("M", 3)}


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
        return _with_clock(calendar_value(meaning.value, meaning, "told in full"), meaning)
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


_PLACE: dict[str, Callable[[Meaning, str | None, Anchor], Placed]] = {
    "on": on, "wd": weekday, "feast": feast, "rel": relative, "nar": relative,
    "len": _length, "set": _set, "ref": _reference, "clock": _clock,
}  # fmt: skip
_UNANCHORED: dict[str, Callable[[Meaning], Placed]] = {
    "len": _length, "set": _set, "ref": _reference, "clock": _floating_clock,
}  # fmt: skip
