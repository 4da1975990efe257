"""What a pattern's match gives, and how its tokens are read: numbers, units, modifiers."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from tellings.annotate.times.scan import Tokens
from tellings.text.meaning import Meaning
from tellings.text.timex import period
from tellings.words.times import time_words


@dataclass(frozen=True, slots=True)
class Found:
    """An expression over tokens `[first, last)`; `end` overrides where its last token ends."""

    first: int
    last: int
    type: str
    meaning: Meaning
    end: int | None = None


Built = tuple[Found, ...] | None


WAYS = {"t": "this", "l": "last", "x": "next", "f": "next", "P": "last", "+": "next"}


MODS = {"E": "START", "M": "MID", "F": "END"}


STEPS = {"last": -1, "this": 0, "next": 1}


_MOD_WORDS = {
    "about": "APPROX", "around": "APPROX", "roughly": "APPROX", "some": "APPROX",
    "approximately": "APPROX", "nearly": "EQUAL_OR_LESS", "almost": "EQUAL_OR_LESS",
}  # fmt: skip


_MOD_PAIRS = {
    ("more", "than"): "MORE_THAN", ("less", "than"): "LESS_THAN", ("at", "least"): "EQUAL_OR_MORE",
    ("at", "most"): "EQUAL_OR_LESS", ("up", "to"): "EQUAL_OR_LESS", ("fewer", "than"): "LESS_THAN",
}  # fmt: skip


def only(first: int, last: int, kind: str, meaning: Meaning) -> Built:
    return (Found(first, last, kind, meaning),)


@lru_cache(maxsize=4096)
def number(low: str) -> float | None:
    """The value of a number word or of digits; None for any other word."""
    words = time_words()
    if low in words.numbers:
        return words.numbers[low]
    if low in words.ordinals:
        return words.ordinals[low]
    digits = low.rstrip("stndrh").replace(",", "")
    try:
        return float(digits)
    except ValueError:
        return None


def locate(tokens: Tokens, first: int, last: int, letters: str) -> int:
    """The first token in the match whose letter is one of `letters`; -1 if there is none."""
    for at in range(first, last):
        if tokens.classes[at] in letters:
            return at
    return -1


def amount_of(tokens: Tokens, first: int, last: int) -> str | None:
    """The number before a unit: digits, "X" where it is not told; None where there is none."""
    total, counted = 0.0, False
    article = half = False
    for at in range(first, last):
        letter = tokens.classes[at]
        if letter in "NSY" and not (counted and tokens.at(at - 1) == "r"):  # "two or three"
            value = number(tokens.low(at))
            if value is None:
                return None
            total, counted = total + value, True
        elif letter == "V":
            return time_words().vague[tokens.low(at)]
        article, half = article or letter == "1", half or letter == "%"
    if not counted and not half:
        total = 1.0 if article else 0.0
    told = f"{total + 0.5 * half:g}"
    return told if float(told) > 0 and "e" not in told else None


def unit_of(tokens: Tokens, at: int) -> str:
    return time_words().units[tokens.low(at)]


def length_of(amount: str, unit: str) -> str:
    if unit == "F":
        unit, amount = "W", "X" if amount == "X" else f"{float(amount) * 2:g}"
    if amount == "X":
        return period(unit, "X")
    value = float(amount)
    if value == int(value):
        return period(unit, int(value))
    smaller = {"Y": ("M", 12), "TH": ("TM", 60), "W": ("D", 7), "E": ("Y", 10), "C": ("Y", 100)}
    if unit in smaller and (value * smaller[unit][1]).is_integer():
        return period(smaller[unit][0], int(value * smaller[unit][1]))
    return period(unit, amount)


def mod_of(tokens: Tokens, first: int) -> str | None:
    if tokens.at(first + 1) == "r":
        return "APPROX"
    pair = (tokens.low(first - 2), tokens.low(first - 1))
    return _MOD_PAIRS.get(pair) or _MOD_WORDS.get(tokens.low(first - 1))


def whole(amount: str) -> int | None:
    return int(amount) if amount.isdigit() else None


def closes(tokens: Tokens, at: int) -> bool:
    """Whether a clause ends before this token, so that "before" has nothing behind it."""
    return tokens.at(at) in ".,|" or tokens.low(at) in (";", ":", "”", '"', ")")


def is_the(tokens: Tokens, at: int) -> bool:
    return tokens.low(at) == "the"
