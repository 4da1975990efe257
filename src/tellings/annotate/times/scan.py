"""Words as classes: one letter a token, so that patterns of time are patterns over letters.

Letters: N number, Y year, y short year (’98), D decade (1990s), O ordinal, S "second", m month,
q month abbreviation, a May or March, w weekday, v weekday abbreviation, W weekdays, u unit,
U units, p part of day, K noon, e season, d today, n now, t this, l last, x next, f following,
P previous, g ago, L later, B earlier, b before, c clock (9:30), C clock and half in one (9pm),
A a.m., Z zone, k o'clock, i ISO date, / slashed date, h the, o of, s ’s, & and, r or, 1 a, V vague,
j each, R daily, T that, X old, E early, M mid, F late, G end or start, z same, H feast, = recent,
+ coming, % half, 2 more, "|" a break; "," "." "-" themselves; _ anything else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from tellings.words.times import TimeWords, time_words

_TOKEN = re.compile(
    r"\d{4}-\d{2}-\d{2}(?!\d)"
    r"|\d{1,2}[/.]\d{1,2}[/.](?:\d{4}|\d{2})(?![\d/])"
    r"|1/2(?![\d/])"
    r"|\d{1,2}:\d{2}(?::\d{2})?(?!\d)"
    r"|\d{1,2}[:.] \d{2}(?=\s?(?:[apAP]\.?\s?[mM]\b|(?-i:[A-Z]{3,4}\b)))"  # 8. 39 a.m.
    r"|\d{1,2}(?:st|nd|rd|th)\b"
    r"|['’‘]?\d{2,4}s\b"
    r"|(?<=the )\d{3}0['’]s\b"
    r"|['’‘]\d\d\b"
    r"|\d{1,2}(?::\d\d)?(?:am|pm)\b"
    r"|\d+(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
    r"|[apAP]\.\s?[mM]\b\.?"
    r"|['’](?:s|ll)\b"
    r"|[^\W\d_]+(?:['’](?=t\b)t|['’]clock)?"
    r"|\n\s*"
    r"|[^\w\s]"
)
_FIXED = {
    "this": "t", "these": "t", "last": "l", "past": "l", "next": "x", "previous": "P",
    "following": "f", "subsequent": "f", "preceding": "P", "prior": "P", "ago": "g",
    "later": "L", "after": "L", "afterwards": "L", "afterward": "L", "earlier": "B", "before": "b",
    "am": "A", "pm": "A", "o'clock": "k", "o’clock": "k", "the": "h", "of": "o", "'s": "s",
    "’s": "s", "and": "&", "or": "r", "to": "r", "through": "r", "a": "1", "an": "1", "each": "j",
    "every": "j", "that": "T", "old": "X", "early": "E", "mid": "M", "middle": "M", "late": "F",
    "end": "G", "beginning": "G", "start": "G", "same": "z", "recent": "=", "coming": "+",
    "upcoming": "+", "half": "%", "more": "2", "another": "2", "additional": "2", ",": ",",
    ".": ".", "-": "-", "‑": "-", "–": "-", "very": "_",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Tokens:
    """One text's tokens: `classes` holds a letter a token; the rest runs beside it."""

    text: str
    classes: str
    starts: list[int]
    ends: list[int]
    lows: list[str]

    def raw(self, at: int) -> str:
        """The token as written; empty outside the text."""
        if not 0 <= at < len(self.starts):
            return ""
        return self.text[self.starts[at] : self.ends[at]]

    def low(self, at: int) -> str:
        """The token in lower case; empty outside the text."""
        return self.lows[at] if 0 <= at < len(self.lows) else ""

    def at(self, index: int) -> str:
        """The token's letter; a break outside the text."""
        return self.classes[index] if 0 <= index < len(self.classes) else "|"


def scan(text: str) -> Tokens:
    """Cut a text into tokens, and give each its letter."""
    table, feasts = _classes()
    starts, ends, lows, letters = [], [], [], []
    for found in _TOKEN.finditer(text):
        raw = found[0]
        low = raw.lower()
        letter = table.get(low)
        if letter is None or letter in "avHq":
            letter = _other(text, found.start(), raw, low, letter, feasts)
        if letter == " ":
            continue
        starts.append(found.start())
        ends.append(found.end())
        lows.append(low)
        letters.append(letter)
    return Tokens(text, "".join(letters), starts, ends, lows)


def _other(
    text: str, at: int, raw: str, low: str, letter: str | None, feasts: dict[str, list[str]]
) -> str:
    """The letter of a token that its lower case alone does not decide."""
    first = raw[0]
    if low == "1/2":
        return "%"
    if first.isdigit() or (first in "'’‘" and len(raw) > 1 and raw[1].isdigit()):
        return _digits(raw, low)
    if first == "\n":
        return _line(text, at, at + len(raw))
    if low in feasts and first.isupper():
        rest = text[at : at + 30].lower().replace("’", "'")
        if any(_whole(rest, name) for name in feasts[low]):
            return "H"
    if letter in ("a", "v", "q"):
        return letter if first.isupper() else "_"
    return "A" if len(raw) > 2 and raw[1] == "." else "_"


def _whole(rest: str, name: str) -> bool:
    return rest.startswith(name) and not rest[len(name) : len(name) + 1].isalnum()


def _line(text: str, start: int, end: int) -> str:
    """A line break breaks, unless it is one newline inside a sentence set in short lines."""
    ahead = text[end : end + 1]
    wraps = text.count("\n", start, end) == 1 and (ahead.islower() or ahead.isdigit())
    return " " if wraps and text[start - 1 : start].isalpha() else "|"


def _digits(raw: str, low: str) -> str:
    if low.endswith(("st", "nd", "rd", "th")):
        return "O"
    if low.endswith(("am", "pm")):
        return "C"
    if low.endswith("s"):
        return "D"
    if raw[0] in "'’‘":
        return "y"
    if ". " in raw:
        return "c"
    if ":" in raw:
        return "c" if int(raw.split(":")[0]) < 25 and int(raw.split(":")[1]) < 60 else "_"
    if len(raw) == 10 and raw[4] == "-":
        return "i"
    if "/" in raw or raw.count(".") == 2:
        return "/"
    return "Y" if len(raw) == 4 and raw.isdigit() and raw <= "2199" else "N"


def feast_at(tokens: Tokens, index: int) -> tuple[str, int] | None:
    """The rule of the feast that begins at a token, and how many characters name it."""
    start = tokens.starts[index]
    rest = tokens.text[start : start + 30].lower().replace("’", "'")
    for name in _classes()[1].get(tokens.low(index), ()):
        if _whole(rest, name):
            return time_words().feasts[name], len(name)
    return None


@cache
def _classes() -> tuple[dict[str, str], dict[str, list[str]]]:
    """Letter by word, and the feasts' names by first word, the longest name first."""
    words = time_words()
    table = dict(_FIXED)
    for low, letter in _by_section(words):
        table.setdefault(low, letter)
    feasts: dict[str, list[str]] = {}
    for name in sorted(words.feasts, key=len, reverse=True):
        first = re.match(r"[^\W\d_]+", name)
        if first:
            feasts.setdefault(first[0], []).append(name)
    for first_word in feasts:
        table.setdefault(first_word, "H")
    return table, feasts


def _by_section(words: TimeWords) -> Iterator[tuple[str, str]]:
    sections = (
        (words.weekdays, "w"), (words.months, "m"), (words.month_or_word, "a"),
        (words.weekday_abbreviations, "v"), (words.month_abbreviations, "q"),
        (words.numbers, "N"), (words.ordinals, "O"), (words.deictic_days, "d"),
        (words.references, "n"), (words.parts, "p"), (words.clock_words, "K"),
        (words.seasons, "e"), (words.zones, "Z"), (words.vague, "V"), (words.repeated, "R"),
    )  # fmt: skip
    for section, letter in sections:
        yield from ((low, letter) for low in section)
    yield from ((f"{low}s", "W") for low in words.weekdays)
    yield "second", "S"
    plural = ("days", "weeks", "fortnights", "weekends", "months", "quarters", "years", "decades",
              "centuries", "hours", "minutes", "seconds")  # fmt: skip
    yield from ((low, "U" if low in plural else "u") for low in words.units)
