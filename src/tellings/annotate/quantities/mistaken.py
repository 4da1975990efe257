"""Figures that count nothing: years, scores, telephone numbers, addresses, labels, models."""

from __future__ import annotations

import re
from decimal import Decimal

from tellings.annotate.quantities.lex import Words
from tellings.annotate.quantities.numerals import Numeral
from tellings.words.quantities import number_words
from tellings.words.times import time_words

# Plain figures of four digits in this span are years unless something bounds or measures them.
_YEARS = (Decimal(1500), Decimal(2100))
# More digits than this in a row are a code, an account or rubbish.
_LONGEST = 21
_TELEPHONE = re.compile(
    r"(?<![\w$£€])(?:\+\d{1,3}[\s.-]?)?(?:\(\d{2,4}\)\s?|\d{2,4}[\s.-])\d{3,4}[.-]?\d{3,4}(?!\w)"
    r"|(?<![\w$£€])0\d{2,4}[\s-]\d{3,4}[\s-]?\d{3,4}(?!\w)"
    r"|(?<![\w$£€,.])\d{3}[-.]\d{4}(?![\w,.]\d)|(?<!\w)\+\d[\d\s().-]{6,}\d"
)
_DAY = re.compile(r"(?<!\d)\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4}(?!\d)")
_WEB = re.compile(r"(?<!\S)\S*(?:https?:|www\.|\.com/|@\w)\S*")
_ORDINAL = frozenset({"st", "nd", "rd", "th", "s"})
_STATES = re.compile(r"[A-Z]{2}\Z")


def blocked(text: str) -> list[tuple[int, int]]:
    """Spans of telephone numbers, numeric dates and web addresses, in order."""
    found = [m.span() for pattern in (_TELEPHONE, _DAY, _WEB) for m in pattern.finditer(text)]
    return sorted(found)


def mistaken(words: Words, number: Numeral, bare: bool, signed: bool) -> str | None:
    """Why `number` counts nothing, or None.

    `bare`: it has neither unit, money nor bound; `signed`: a sign of money stands before it.
    """
    if number.form != "figure":
        return _of_word(words, number) if bare else None
    if signed:
        return None
    return _cut(words, number) or (_label(words, number) if bare else None)


def _cut(words: Words, number: Numeral) -> str | None:
    """Figures that are a piece of something longer."""
    first, last = number.first, number.last
    text = words.texts[first]
    if words.glued(first) and words.low(first - 1) and _joined(words, first):
        return "a piece of a longer name or figure"
    if words.low(first - 1) == "/" and words.figure(first - 2):
        return "the lower half of a fraction"
    if len(text) > _LONGEST or (text[0] == "0" and len(text) > 1 and text[1].isdecimal()):
        return "a code"
    if _parted(words, first, last):
        return "a piece of a figure that is written with a space"
    if words.glued(last) and words.low(last) in _ORDINAL:
        return "an ordinal"
    if words.low(last) in (":", "/") and words.glued(last) and words.figure(last + 1):
        return "a time, a ratio or a date"
    if words.glued(last) and words.figure(last):
        return "a version"
    if words.glued(last) and words.low(last) in ("'", "’", "′") and words.figure(last + 1):
        return "a height in feet and inches"
    return None


def _parted(words: Words, first: int, last: int) -> bool:
    """1, 400: one figure or two, as nobody can tell; behind a month a day: on May 5, 400 came."""
    for one, end, other in ((first, last, last + 1), (first - 2, first - 1, first)):
        if words.low(end) == "," and words.glued(end) and not words.glued(other):
            short = 0 < len(words.low(one)) < 4 and words.low(one).isdecimal()
            if short and len(words.low(other)) == 3 and words.low(other).isdecimal():
                return not _month(words, one)
    return False


def _joined(words: Words, i: int) -> bool:
    before = words.low(i - 1)
    if before[-1].isalnum() or before in ("_", "#", "@", "№", ":", "/", "."):
        return before != "." or words.glued(i - 1)
    if words.dash(i - 1) and words.glued(i - 1):
        if words.low(i - 2) == "magnitude":
            return False
        return words.low(i - 2)[-1:].isalpha() or words.figure(i - 2)
    return before in ("'", "’")


def _label(words: Words, number: Numeral) -> str | None:
    first, last = number.first, number.last
    before = words.low(first - 1)
    if words.glued(last) and words.low(last)[:1].isalpha():
        return "a model or a label"
    name = words.low(first - 2) if before == "." else before
    if name in number_words().context["labelled"] and not _verb_like(words, first):
        return "a label"
    if _numbers_a_line(words, first, last):
        return "a list's number"
    if _address(words, last):
        return "an address"
    if not number.scaled and _year(words, number):
        return "a year"
    if number.low <= 31 and _month(words, first):
        return "a day"
    if _STATES.match(words.texts[first - 1]) and len(words.texts[first]) == 5:
        return "a postal code"
    return None


def _verb_like(words: Words, first: int) -> bool:
    """ "to point 12 guns", "the two turn 18": a label's word stands without article before it."""
    return words.low(first - 2) in ("to", "will", "would", "could", "can", "should")


def _numbers_a_line(words: Words, first: int, last: int) -> bool:
    if words.low(last) == ")":
        return "(" not in words.lows[max(0, first - 12) : max(0, first - 1)]
    starts = first == 0 or words.low(first - 1) in ("\n", "•")
    return starts and words.low(last) == "." and words.glued(last) and words.low(last + 1) != "\n"


def _address(words: Words, last: int) -> bool:
    """12 Mill Lane, 1426 N. Grant Street: up to four capitalised words, then a street's."""
    at, seen = last, 0
    while seen < 4 and at < len(words):
        if words.low(at) == ".":
            at += 1
            continue
        if words.low(at) in number_words().context["streets"] and seen and words.capital(at):
            return True
        if not (words.capital(at) or words.figure(at)):
            return False
        at, seen = at + 1, seen + 1
    return False


def _month(words: Words, first: int) -> bool:
    """Whether a month stands before: "sept. 30", which times know with its capital only."""
    months = time_words()
    if words.low(first - 1) == ".":
        return words.low(first - 2) in months.month_abbreviations
    before = words.low(first - 1)
    return before in months.months or (before in months.month_or_word and words.capital(first - 1))


def _year(words: Words, number: Numeral) -> bool:
    text = words.texts[number.first]
    return len(text) == 4 and text.isdecimal() and _YEARS[0] <= number.low <= _YEARS[1]


def _of_word(words: Words, number: Numeral) -> str | None:
    """ "one" as a pronoun; "Two Rivers" as a name; "Chapter Five" as a label."""
    if number.form != "word":
        return None
    before = words.low(number.first - 1)
    if before in number_words().context["labelled"] and words.capital(number.first):
        return "a label"
    if before == "in" and words.low(number.first - 2) == "one":
        return "the lower half of a share"
    inside = before[-1:].isalpha() and not number.scaled
    if inside and words.capital(number.first) and words.capital(number.last):
        return "a name or a title"
    if number.last - number.first == 1 and words.low(number.first) == "one":
        if words.low(number.last) == "of":
            return "a pronoun" if before in ("no", "any", "every", "each") else None
        if before in ("no", "any", "every", "each", "this", "that", "which", "the", "day", "some"):
            return "a pronoun"
        if words.low(number.last) in number_words().context["idle_one"] or (
            words.dash(number.last) and words.low(number.last + 1) in ("on", "time", "way", "sided")
        ):
            return "a manner of speaking"
    return None


def score(words: Words, first: int, last: int, low: Decimal, high: Decimal) -> str | None:
    """Why two plain figures joined by a hyphen or by "to" are no range: scores, votes, seasons."""
    if low >= high:
        return "a score"
    context = number_words().context["scores"]
    near = [words.low(k) for k in (*range(first - 4, first), *range(last, last + 3))]
    if any(word in context for word in near):
        return "a score"
    if _YEARS[0] <= low <= _YEARS[1] and words.figure(first) and len(words.texts[first]) == 4:
        return "years"
    return None
