"""What a time expression means whatever the day it was written: a small written form of it.

meaning := kind SP value (SP key "=" value)*

on XXXX-08-06     a calendar value; X for what the words leave out: 2017-08-06, 2017-08, 2017,
                  XXXX-08, 2017-Q3, XXXX-SU (season), 199X (decade), 19XX (century)
wd 1              a weekday, ISO number (1 is Monday)
feast 11/4/4      a feast by its rule (see `calendar.feast`); `year=2017` where told
rel W-1           so many units from when it was written; units D W M Q Y E C (decade,
                  century), WE (weekend), TH TM TS (hours, minutes, seconds)
nar D+1           the same, from the time told before it
len P3D           a duration, ISO 8601; PXW where the number is not told
set P1W           a repeated time
ref PAST_REF      past, present or future and no more
clock T09:00      a time of day alone

keys: dir=last|this|next (the word before it), t=T09:00 or TMO TAF TEV TNI (part of day),
tz=Z or -05:00, mod= a TIMEX3 mod (START MID END APPROX EQUAL_OR_LESS ...), ago=1 (counted
backwards from now: the count's unit is its precision), to= the other end of a range (a day of
the month, a month or a year), by=1 (a deadline), wd= (its weekday),
side=earlier|later (this month), month= quarter= day= (of the year or week counted),
span=last|next, event=before|after (of a happening), near=1 (the weekend nearest by tense).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

KINDS = ("on", "wd", "feast", "rel", "nar", "len", "set", "ref", "clock")


@dataclass(frozen=True, slots=True)
class Meaning:
    """A parsed meaning; `str()` gives back its written form, with the keys in order."""

    kind: str
    value: str
    keys: Mapping[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        if self.kind not in KINDS or not self.value or " " in self.value:
            raise ValueError(f"no such meaning of a time: {self.kind!r} {self.value!r}")

    def __str__(self) -> str:
        keys = (f" {key}={self.keys[key]}" for key in sorted(self.keys))
        return f"{self.kind} {self.value}{''.join(keys)}"

    def __hash__(self) -> int:
        return hash(str(self))

    def get(self, key: str) -> str | None:
        return self.keys.get(key)

    def having(self, **keys: str | None) -> Meaning:
        """The same with more keys; a key that is None is left out."""
        more = {key: value for key, value in keys.items() if value}
        return Meaning(self.kind, self.value, {**self.keys, **more}) if more else self

    def counted(self) -> tuple[str, int]:
        """Unit and signed count of a `rel` or `nar`: `W-1` is `("W", -1)`."""
        at = max(self.value.find("+"), self.value.find("-"))
        return self.value[:at], int(self.value[at:])


def read(written: str) -> Meaning:
    """Parse a written meaning; raises `ValueError` where it is not one."""
    kind, _, rest = written.partition(" ")
    value, *pairs = rest.split(" ")
    keys = {}
    for pair in pairs:
        key, sign, told = pair.partition("=")
        if not sign or not key or not told:
            raise ValueError(f"a key of a meaning is written key=value, not {pair!r}")
        keys[key] = told
    return Meaning(kind, value, keys)


def counted(unit: str, count: int) -> str:
    """The value of a `rel` or `nar`: `counted("W", -1)` is `W-1`."""
    return f"{unit}{count:+d}"
