"""Meanings of times counted from now or from the time told before: ago, later, this, next."""

from __future__ import annotations

from tellings.annotate.times.found import (
    MODS,
    STEPS,
    WAYS,
    Built,
    amount_of,
    closes,
    is_the,
    length_of,
    locate,
    mod_of,
    only,
    unit_of,
    whole,
)
from tellings.annotate.times.scan import Tokens
from tellings.text.meaning import Meaning, counted

_FINER = {"Y": ("M", 12), "E": ("Y", 10), "C": ("Y", 100)}


def ago(tokens: Tokens, first: int, last: int) -> Built:
    """two weeks ago, a year ago; PAST_REF where the number is not told."""
    at = locate(tokens, first, last, "uU")
    amount = "X" if at == first else amount_of(tokens, first, at)
    if amount is None:
        return None
    unit = unit_of(tokens, at)
    if unit in _FINER and amount.endswith(".5"):
        unit, amount = _FINER[unit][0], f"{float(amount) * _FINER[unit][1]:g}"
    count = whole(amount)
    if unit == "F" and count:
        unit, count = "W", 2 * count
    if count is None:
        return only(first, last, "DATE", Meaning("ref", "PAST_REF"))
    keys = {"ago": "1"}
    kind = "TIME" if unit in ("TH", "TM", "TS") else "DATE"
    meaning = Meaning("rel", counted(unit, -count), keys).having(mod=mod_of(tokens, first))
    return only(first, last, kind, meaning)


def from_now(tokens: Tokens, first: int, last: int) -> Built:
    """two weeks from now, a year from today."""
    at = locate(tokens, first, last, "uU")
    if tokens.low(at + 1) != "from" or tokens.at(at + 2) not in "nd":
        return None
    amount = amount_of(tokens, first, at)
    count = whole(amount) if amount else None
    if count is None:
        return only(first, last, "DATE", Meaning("ref", "FUTURE_REF"))
    meaning = Meaning("rel", counted(unit_of(tokens, at), count), {"ago": "1"})
    return only(first, last, "DATE", meaning)


def from_weekday(tokens: Tokens, first: int, last: int) -> Built:
    """a week from Monday: which Monday is not sure enough to count from."""
    return () if tokens.low(last - 2) == "from" else None


def later(tokens: Tokens, first: int, last: int) -> Built:
    """two days later, a week earlier: from the time before it; "weeks before he left" has none."""
    at = locate(tokens, first, last, "uU")
    amount = amount_of(tokens, first, at)
    bare = at == first
    if amount is None and not (bare and tokens.at(at) == "U"):
        return None
    amount = amount or "X"
    unit, word = unit_of(tokens, at), tokens.low(last - 1)
    back = word in ("earlier", "before", "prior")
    count = whole(amount)
    if word in ("after", "before", "prior") and not closes(tokens, last):
        event = "before" if back else "after"
        meaning = Meaning("len", length_of(amount, unit), {"event": event})
        return only(first, last - 1, "DURATION", meaning.having(mod=mod_of(tokens, first)))
    if tokens.low(last) == "than":
        return only(first, last - 1, "DURATION", Meaning("len", length_of(amount, unit)))
    if count is None or unit == "F":
        return only(first, last, "DATE", Meaning("ref", "PAST_REF"))
    meaning = Meaning("nar", counted(unit, -count if back else count))
    return only(first, last, "TIME" if unit[0] == "T" else "DATE", meaning)


def neighbour(tokens: Tokens, first: int, last: int) -> Built:
    """the following day, the previous year, that day, the same week, the day before."""
    at = locate(tokens, first, last, "u")
    unit = unit_of(tokens, at)
    if unit not in ("D", "W", "M", "Y", "E", "WE"):
        return None
    if at + 1 < last:  # "the day before", "the week after"
        if not closes(tokens, last):
            return None
        step = -1 if tokens.at(last - 1) in "bB" else 1
    else:
        letter = tokens.at(at - 1)
        if letter in "Tz" and tokens.at(first - 1) == "_" and tokens.low(first - 1) == "so":
            return None
        if letter in "Tz" and tokens.low(last) in ("that", "as", "when", "which"):
            return ()  # the same week that something happened: not counted from a time told
        step = {"f": 1, "x": 1, "P": -1, "T": 0, "z": 0}[letter]
    side = {"B": "earlier", "L": "later"}.get(tokens.at(first))
    return only(first, last, "DATE", Meaning("nar", counted(unit, step)).having(side=side))


def this(tokens: Tokens, first: int, last: int) -> Built:
    """last week, this month, early next year, earlier this month."""
    at = last - 1
    unit = unit_of(tokens, at)
    letter = tokens.at(at - 1)
    if unit in ("TH", "TM", "TS", "F"):
        return None
    if unit == "D" and letter in "tlxP+":
        return None  # "this day", "the last day" name no day by themselves
    if unit == "Q" and tokens.at(last) == "o" and tokens.at(last + 1) == "Y":
        return ()  # "the last quarter of 2016": the year is told behind it
    if letter == "l" and tokens.low(at - 2) in ("to", "will", "would", "could", "can", "may"):
        return None  # a verb: "will last a year"
    if (letter in "l" and tokens.low(at - 1) == "past") or (
        letter == "l" and is_the(tokens, at - 2)
    ):
        return only(first, last, "DURATION", Meaning("len", length_of("1", unit), {"span": "last"}))
    side = {"B": "earlier", "L": "later"}.get(tokens.at(first))
    mod = MODS.get(tokens.at(first))
    meaning = Meaning("rel", counted(unit, STEPS[WAYS[letter]])).having(side=side, mod=mod)
    return only(first, last, "DATE", meaning)


def end_of(tokens: Tokens, first: int, last: int) -> Built:
    """the end of the year, the beginning of next month."""
    at = last - 1
    unit = unit_of(tokens, at)
    if unit not in ("W", "M", "Q", "Y", "E", "C", "WE"):
        return None
    step = STEPS[WAYS.get(tokens.at(at - 1), "this")]
    mod = {"end": "END", "middle": "MID"}.get(
        tokens.low(locate(tokens, first, last, "GM")), "START"
    )
    return only(at - 1, last, "DATE", Meaning("rel", counted(unit, step)).having(mod=mod))


def weekend(tokens: Tokens, first: int, last: int) -> Built:
    if unit_of(tokens, last - 1) != "WE" or tokens.at(last - 1) != "u":
        return None
    return only(first, last, "DATE", Meaning("rel", "WE+0", {"near": "1"}))


def last_some(tokens: Tokens, first: int, last: int) -> Built:
    """the last five years, the next few weeks, recent days, coming months."""
    at = last - 1
    way = locate(tokens, first, last, "lxP+=f")
    if tokens.at(way) == "f" and tokens.at(way + 1) == "1":
        return None  # "following a day in which"
    amount = amount_of(tokens, way + 1, at) or "X"
    span = "next" if tokens.at(way) in "x+f" else "last"
    meaning = Meaning("len", length_of(amount, unit_of(tokens, at)), {"span": span})
    return only(first, last, "DURATION", meaning)
