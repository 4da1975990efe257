"""Constructed sentences with time expressions of known extent and TIMEX3 type."""

from __future__ import annotations

import random
import re
from collections import defaultdict
from functools import cache

from models.en.constructed.fill import Marked, choose, fill, frames, marked, number

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip
SHORT = ("Jan", "Feb", "Mar", "Apr", "Aug", "Sept", "Oct", "Nov", "Dec")
COUNTS = ("two", "three", "four", "five", "six", "eight", "ten", "fifteen", "20", "30", "18", "45")
ORDINALS = ("first", "second", "third", "fourth", "10th", "12th", "15th", "21st", "30th")
_SLOT = re.compile(r"\{([A-Za-z:]+)\}")


@cache
def by_type() -> dict[str, tuple[str, ...]]:
    out: dict[str, list[str]] = defaultdict(list)
    for kind, frame in frames("time_frames.tsv"):
        out[kind].append(frame)
    return {kind: tuple(lines) for kind, lines in out.items()}


def expression(rng: random.Random, kind: str) -> str:
    """One time expression of a TIMEX3 type."""
    text = choose(rng.choice(by_type()[kind]), rng)
    return _SLOT.sub(lambda m: _value(m[1], rng), text)


def _value(slot: str, rng: random.Random) -> str:
    day, year = rng.randint(1, 30), str(rng.randint(1900, 2030))
    if slot == "month":
        return rng.choice(MONTHS if rng.random() < 0.8 else SHORT)
    if slot == "clock":
        hour, minute = rng.randint(1, 12), rng.randint(0, 59)
        half = rng.choice(("a.m.", "p.m.", "am", "pm", "AM", "GMT"))
        tail = rng.choice(("", "", " local time", " ET"))
        return rng.choice((f"{hour} {half}", f"{hour}:{minute:02} {half}", f"{hour}{half}")) + tail
    plain = {
        "weekday": rng.choice(WEEKDAYS),
        "day": str(day),
        "year": year,
        "decade": rng.choice((f"{year[:3]}0s", f"{rng.randint(1, 9)}0s", "nineties")),
        "count": rng.choice(COUNTS),
        "ordinal": rng.choice(ORDINALS),
        "iso": f"{year}-{rng.randint(1, 12):02}-{day:02}",
        "slashed": f"{rng.randint(1, 12)}/{day}/{year[2:]}",
        "hour": f"{rng.randint(0, 23):02}",
        "minute": f"{rng.randint(0, 59):02}",
    }
    return plain[slot]


# The preposition that an expression takes stays outside it.
_AT = re.compile(r"^(\d|midnight|noon|dawn|dusk|half past|a quarter)")
_ON = re.compile(rf"^({'|'.join(WEEKDAYS)}|{'|'.join(MONTHS)}|{'|'.join(SHORT)})\b.*\d|^\d+ [A-Z]")
_IN = re.compile(
    rf"^(\d{{4}}$|({'|'.join((*MONTHS, *SHORT))})|early|late in|mid-|the |recent|spring"
    r"|summer|autumn|winter|fiscal)"
)


def _preposition(text: str, rng: random.Random) -> str:
    if _ON.match(text):
        return "on "
    if text.split()[0] in WEEKDAYS:
        return rng.choice(("on ", "on ", ""))
    if _IN.match(text):
        return "in "
    return "at " if _AT.match(text) and "ago" not in text and "later" not in text else ""


def time_sentence(rng: random.Random) -> Marked:
    """A sentence with no, one or more time expressions; the marks' labels are their types."""
    carrier = choose(rng.choice(frames("time_carriers.tsv"))[1], rng)
    text = fill(_SLOT.sub(lambda m: _slot(m[1], rng), carrier), rng)
    return marked(text[0].upper() + text[1:] if text[0] != "*" else _upper(text), "DATE")


def _upper(text: str) -> str:
    return "*" + text[1].upper() + text[2:]


def _slot(slot: str, rng: random.Random) -> str:
    word, _, kind = slot.partition(":")
    if kind:
        if kind == "DATE" and rng.random() < 0.15:
            kind = "TIME"
        text = expression(rng, kind)
        before = _preposition(text, rng)
        return (before.capitalize() if word[0].isupper() else before) + f"*{text}*<{kind}>"
    if word in by_type():
        text = expression(rng, word)
        if word == "SET" and re.match(r"annual$|quarterly$|[A-Z]\w+s$", text):
            text = "every week"
        return f"*{text}*<{word}>"
    return _special(word, rng)


def _special(slot: str, rng: random.Random) -> str:
    if slot == "SETADJ":
        return f"*{rng.choice(('annual', 'weekly', 'monthly', 'quarterly', 'daily'))}*<SET>"
    if slot == "YEAR":
        return f"*{rng.randint(1850, 2030)}*<DATE>"
    if slot == "BARE":
        kind = rng.choice(("DATE", "DATE", "TIME"))
        return f"*{expression(rng, kind)}*<{kind}>"
    if slot == "HYPH":
        unit = rng.choice(("year", "month", "week", "day", "hour"))
        return f"*{rng.choice(('two', 'three', 'five', '10', '90'))}-{unit}*<DURATION>"
    if slot == "AGE":
        return str(rng.randint(18, 90))
    if slot == "AGEHYPH":
        return f"{rng.choice(('five', '12', '30'))}-year-old"
    if slot == "NUM":
        return f"{rng.randint(100, 29000)}"
    if slot == "PHONE":
        return f"{rng.randint(200, 999)}-{rng.randint(1000, 9999)}"
    return f"{{{slot}}}" if slot != "n" else number(rng)
