"""Meanings of durations and repeated times: five hours, for weeks, twice a day, every Monday."""

from __future__ import annotations

from tellings.annotate.times.found import Built, amount_of, length_of, locate, mod_of, only, unit_of
from tellings.annotate.times.scan import Tokens
from tellings.text.meaning import Meaning
from tellings.words.times import among, time_words


def duration(tokens: Tokens, first: int, last: int) -> Built:
    """five hours, a five-hour visit, a couple of weeks, half a year."""
    at = locate(tokens, first, last, "uU")
    if at < 0:
        at = locate(tokens, first + 1, last, "S")
    unit, amount = unit_of(tokens, at), amount_of(tokens, first, at)
    if amount is None or (unit == "TS" and tokens.at(at) == "S" and tokens.at(at - 1) != "-"):
        return None
    if tokens.at(first) == "1" and last - first == 2:
        if tokens.at(at) == "U":
            return ()  # "a months-long trial"
        return _a_unit(tokens, first, last, unit)
    low = tokens.low(first)
    if (
        low == "one"
        and last - first == 2
        and unit == "D"
        and not among("spent", tokens.low(first - 1))
    ):
        return ()
    if tokens.at(first) == "Y" and tokens.at(first - 1) != "_":
        return None
    if tokens.at(first) == "%" and tokens.at(first - 1) == "-":
        return ()  # the tail of seven-and-a-half
    if unit == "Q" and amount == "X":
        return ()  # "in some quarters"
    meaning = Meaning("len", length_of(amount, unit)).having(mod=mod_of(tokens, first))
    return only(first, last, "DURATION", meaning)


def _a_unit(tokens: Tokens, first: int, last: int, unit: str) -> Built:
    """a month: a length; "twice a day", "$5 a month": repeated; "a day" alone says little."""
    if unit in ("WE", "TS", "TM") and not among("spent", tokens.low(first - 1)):
        return ()
    if among("spent", tokens.low(first - 1)):
        length = Meaning("len", length_of("1", unit)).having(mod=mod_of(tokens, first))
        return only(first, last, "DURATION", length)
    counts = unit not in ("E", "C") and _counted_before(tokens, first)
    if among("rates", tokens.low(first - 1)) or counts:
        return only(first, last, "SET", Meaning("set", length_of("1", unit)))
    if unit in ("D", "Q", "C", "E"):
        return ()
    return only(first, last, "DURATION", Meaning("len", length_of("1", unit)))


def _counted_before(tokens: Tokens, first: int) -> bool:
    """Whether a number stands up to four words before it: "$5 million a year"."""
    near = tokens.classes[max(0, first - 4) : first]
    near = near[max(near.rfind("."), near.rfind("|")) + 1 :]
    return "N" in near or "Y" in near


def some(tokens: Tokens, first: int, last: int) -> Built:
    """Bare plurals, only where they measure: "for weeks", "years of"."""
    unit = unit_of(tokens, first)
    before, after = tokens.low(first - 1), tokens.low(last)
    if before in ("for", "over", "in", "within", "after") or (after == "of" and before != "early"):
        if before == "in" and after in ("the", "a"):
            return None
        return only(first, last, "DURATION", Meaning("len", length_of("X", unit)))
    return None


def long_one(tokens: Tokens, first: int, last: int) -> Built:
    """a day-long, weeklong visit."""
    if tokens.low(last - 1) != "long":
        return None
    return only(first, last, "DURATION", Meaning("len", length_of("1", unit_of(tokens, first))))


def repeated(tokens: Tokens, first: int, last: int) -> Built:
    """daily, every week, each Monday, every two years, Mondays."""
    letter = tokens.at(first)
    if letter == "R":
        return _adverb(tokens, first, last)
    if letter == "W":
        day = time_words().weekdays[tokens.low(first)[:-1]]
        return only(first, last, "SET", Meaning("set", f"XXXX-WXX-{day}"))
    at = last - 1
    if tokens.at(at) == "w":
        day = time_words().weekdays[tokens.low(at)]
        return only(first, last, "SET", Meaning("set", f"XXXX-WXX-{day}"))
    if tokens.at(at) == "p":
        return only(
            first, last, "SET", Meaning("set", f"XXXX-XX-XX{time_words().parts[tokens.low(at)]}")
        )
    amount = amount_of(tokens, first + 1, at) or "1"
    return only(first, last, "SET", Meaning("set", length_of(amount, unit_of(tokens, at))))


def _adverb(tokens: Tokens, first: int, last: int) -> Built:
    follows = tokens.raw(last) if last < len(tokens.lows) else ""
    if tokens.raw(first)[0].isupper() and tokens.at(first - 1) not in ".|":
        return ()  # part of a name: Daily News
    if follows[:1].isupper() and tokens.at(last) == "_":
        return ()  # a newspaper: the daily Example
    return only(first, last, "SET", Meaning("set", time_words().repeated[tokens.low(first)]))
