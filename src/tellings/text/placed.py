"""What placing gives, from where it counts, and TIMEX3 calendar values as EDTF."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from tellings.text import calendar as cal
from tellings.text.meaning import Meaning


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


def calendar_value(value: str, meaning: Meaning, why: str) -> Placed:
    """A calendar value with a known year: EDTF of it, or of the range it opens."""
    end = meaning.get("to")
    edtf = edtf_of(value)
    if end is None or edtf is None:
        return Placed(value, edtf, why)
    last = cal.bounds(edtf_of(end if len(end) >= 4 else value[: -len(end)] + end))
    first = cal.bounds(edtf)
    if first is None or last is None or last[1] < first[0]:
        return Placed(value, edtf, why)
    return Placed(value, cal.as_edtf(first[0], last[1]), f"{why}, as a range")


def edtf_of(value: str) -> str | None:
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


def by(way: str | None, tense: str | None) -> str:
    return f" (“{way}”)" if way else f" ({tense} tense)" if tense else " (no tense: past)"
