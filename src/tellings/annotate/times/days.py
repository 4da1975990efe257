"""Meanings of days without a date: weekdays, today, feasts."""

from __future__ import annotations

from tellings.annotate.times.found import WAYS, Built, locate, only, unit_of
from tellings.annotate.times.scan import Tokens, feast_at
from tellings.text.meaning import Meaning, counted
from tellings.words.times import among, time_words


def weekday(tokens: Tokens, first: int, last: int) -> Built:
    """Monday, last Friday, Sunday night, Friday of last week."""
    at = locate(tokens, first, last, "w")
    if tokens.raw(at)[0].islower():
        return None
    if at == first and among("named_days", tokens.low(at - 1)) and tokens.raw(at - 1)[0].isupper():
        return ()  # Super Tuesday is not any Tuesday
    meaning = Meaning("wd", str(time_words().weekdays[tokens.low(at)]))
    way = WAYS.get(tokens.at(at - 1)) if at > first else None
    if tokens.at(last - 1) in "uU" and last - 1 > at:
        return _weekday_of(tokens, first, last, meaning)
    meaning = meaning.having(dir=way, side=_side(tokens, first))
    if tokens.at(last - 1) == "p" and tokens.low(last - 1).endswith("s"):
        part = time_words().parts[tokens.low(last - 1)]
        return only(at, last, "SET", Meaning("set", f"XXXX-WXX-{meaning.value}{part}"))
    if tokens.at(last - 1) == "p":
        return only(first, last, "TIME", meaning.having(t=time_words().parts[tokens.low(last - 1)]))
    return only(first, last, "DATE", meaning)


def _side(tokens: Tokens, first: int) -> str | None:
    return {"E": "early", "F": "late"}.get(tokens.at(first))


def _weekday_of(tokens: Tokens, first: int, last: int, day: Meaning) -> Built:
    if unit_of(tokens, last - 1) != "W":
        return None
    weeks = {"last": -1, "this": 0, "next": 1}[WAYS[tokens.at(last - 2)]]
    return only(first, last, "DATE", Meaning("rel", counted("W", weeks), {"day": day.value}))


def today(tokens: Tokens, first: int, last: int) -> Built:
    """today, tomorrow night, last night, this morning."""
    low = tokens.low(first)
    part = time_words().parts.get(tokens.low(last - 1))
    if tokens.at(first) == "d":
        day = time_words().deictic_days[low]
        part = "TNI" if low == "tonight" else part
    else:
        day = -1 if tokens.at(first) == "l" else 0
        if tokens.low(last - 1).endswith("s"):
            return None
        if tokens.raw(first)[0].isupper() and tokens.raw(last - 1)[0].isupper():
            return ()  # a broadcast by that name
    meaning = Meaning("rel", counted("D", day)).having(t=part)
    return only(first, last, "TIME" if part else "DATE", meaning)


def feast(tokens: Tokens, first: int, last: int) -> Built:
    """Christmas Day, last Thanksgiving, Easter 2016."""
    at = locate(tokens, first, last, "H")
    told = feast_at(tokens, at)
    if told is None:
        return None
    rule, size = told
    end, past = tokens.starts[at] + size, at
    while past < len(tokens.lows) and tokens.starts[past] < end:
        past += 1
    meaning = Meaning("feast", rule).having(dir=WAYS.get(tokens.at(at - 1)) if at > first else None)
    if tokens.at(past) == "Y":
        return only(first, past + 1, "DATE", meaning.having(year=tokens.low(past)))
    if tokens.at(past) in "lxtP" and tokens.low(past + 1) == "year":
        return only(first, past + 2, "DATE", meaning.having(dir=WAYS[tokens.at(past)]))
    return only(first, past, "DATE", meaning)
