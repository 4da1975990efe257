"""Meanings of calendar dates: days of a month, months, dates in digits.

Each builder takes the tokens and the match's first and last token (exclusive), and gives the
expressions found there; an empty tuple claims the words as no time ("44-year-old"), None leaves
them to the patterns behind it.
"""

from __future__ import annotations

from tellings.annotate.times.found import MODS, WAYS, Built, Found, locate, number, only, unit_of
from tellings.annotate.times.scan import Tokens
from tellings.text.meaning import Meaning
from tellings.words.times import among, time_words


def nothing(tokens: Tokens, first: int, last: int) -> Built:
    return ()


def iso(tokens: Tokens, first: int, last: int) -> Built:
    day = Meaning("on", tokens.low(first))
    if last - first == 1:
        return only(first, last, "DATE", day)
    if last - first == 3 and tokens.low(first + 1) != "t":
        return only(first, first + 1, "DATE", day)
    clock = f"T{tokens.low(last - 1).zfill(5)}"
    return only(first, last, "TIME", day.having(t=clock[:6]))


def slashed(tokens: Tokens, first: int, last: int) -> Built:
    """8/27/2017 or 27.8.2017; where both readings stand only the year does."""
    a, b, year = (int(part) for part in tokens.low(first).replace(".", "/").split("/"))
    year += 2000 if year < 50 else 1900 if year < 100 else 0
    if not 1 <= max(a, b) <= 31 or min(a, b) < 1 or min(a, b) > 12:
        return None
    if a <= 12 < b or a == b:
        return only(first, last, "DATE", Meaning("on", f"{year:04d}-{a:02d}-{b:02d}"))
    if b <= 12 < a:
        return only(first, last, "DATE", Meaning("on", f"{year:04d}-{b:02d}-{a:02d}"))
    return only(first, last, "DATE", Meaning("on", f"{year:04d}"))


def month_day(tokens: Tokens, first: int, last: int) -> Built:
    """Monday, Aug. 7, 2017; 7 August; April 24 and 25; March 3-5."""
    month_at = locate(tokens, first, last, "mqa")
    days = [at for at in range(first, last) if tokens.classes[at] in "NO"]
    numbers = [_day_number(tokens, at) for at in days]
    year_at = locate(tokens, first, last, "Y")
    if not numbers or numbers[0] is None or (len(numbers) > 1 and numbers[1] is None):
        return None
    if tokens.at(month_at) == "a" and tokens.raw(month_at)[0].islower():
        return None
    year = tokens.low(year_at) if year_at >= 0 else "XXXX"
    month = f"{_month(tokens, month_at):02d}"
    told = _weekday_number(tokens, first) if year_at < 0 else None
    value = Meaning("on", f"{year}-{month}-{numbers[0]:02d}").having(wd=told)
    first += tokens.at(first) == "h"
    if len(numbers) == 1 or numbers[1] is None:
        return only(first, last, "DATE", value)
    joint = tokens.classes[days[0] + 1]
    if not _ends_range(tokens, last, year_at):
        return only(first, days[0] + 1, "DATE", value)
    if joint == "&":
        other = Meaning("on", f"{year}-{month}-{numbers[1]:02d}")
        found = Found(first, days[0] + 1, "DATE", value)
        return (found, Found(days[1], days[1] + 1, "DATE", other))
    if numbers[1] > numbers[0]:
        value = value.having(to=f"{numbers[1]:02d}")
    return only(first, last, "DATE", value)


def _weekday_number(tokens: Tokens, at: int) -> str | None:
    words, low = time_words(), tokens.low(at)
    number = words.weekdays.get(low) or words.weekday_abbreviations.get(low)
    return str(number) if number and tokens.at(at) in "wv" else None


def _ends_range(tokens: Tokens, last: int, year_at: int) -> bool:
    """Whether the number after "to" or "and" is a day, and does not count what follows it."""
    if year_at >= 0 or tokens.at(last) in ".,|-" or not tokens.low(last).isalpha():
        return True
    return among("after_day", tokens.low(last)) or tokens.at(last) in "&hr"


def month_year(tokens: Tokens, first: int, last: int) -> Built:
    """August 2017, early August 2017, May of last year."""
    month_at = locate(tokens, first, last, "mqa")
    month = f"{_month(tokens, month_at):02d}"
    mod = MODS.get(tokens.at(first))
    year_at = locate(tokens, month_at + 1, last, "Yy")
    if year_at >= 0:
        year = tokens.low(year_at)
        full = year if tokens.at(year_at) == "Y" else f"XX{year[1:]}"
        return only(first, last, "DATE", Meaning("on", f"{full}-{month}").having(mod=mod))
    way = WAYS[tokens.at(last - 2)]
    if unit_of(tokens, last - 1) != "Y":
        return None
    year_away = {"last": "-1", "this": "+0", "next": "+1"}[way]
    meaning = Meaning("rel", f"Y{year_away}", {"month": month}).having(mod=mod)
    return only(first, last, "DATE", meaning)


def month(tokens: Tokens, first: int, last: int) -> Built:
    """November, last November, late November; May and March only beside a word that dates."""
    at = locate(tokens, first, last, "mqa")
    letter = tokens.at(at)
    way = WAYS.get(tokens.at(at - 1)) if at > first else None
    mod = MODS.get(tokens.at(first))
    bare = way is None and mod is None
    before = tokens.low(first - 1)
    if letter == "q" and (tokens.at(at + 1) != "." or (bare and not among("dating", before))):
        return None
    if letter == "a" and bare and not _dates_may(tokens, at):
        return None
    if letter == "m" and bare and _is_name(tokens, at, before):
        return None
    meaning = Meaning("on", f"XXXX-{_month(tokens, at):02d}").having(dir=way, mod=mod)
    return only(first, last, "DATE", meaning)


def _dates_may(tokens: Tokens, at: int) -> bool:
    """Whether May or March is the month here: a surname in the text makes it the harder to be."""
    before = tokens.low(at - 1)
    if before in ("in", "since", "until", "through", "during", "till"):
        return not tokens.low(at + 1).startswith(("'s", "’s")) or before == "in"
    if before == "of" and tokens.low(at - 2) in ("end", "beginning", "start", "middle", "month"):
        return True
    if (
        before == "the"
        and tokens.raw(at + 1)[:1].islower()
        and not among("links", tokens.low(at + 1))
    ):
        low = tokens.low(at)
        return any(
            tokens.low(i) == low
            and tokens.at(i - 1) in "EMF_"
            and among("sure_month", tokens.low(i - 1))
            for i in range(len(tokens.lows))
        )
    return among("dating", before) and not _surname(tokens, tokens.raw(at))


def _is_name(tokens: Tokens, at: int, before: str) -> bool:
    """June Carter, April Ryan, August Wilson: a first name, not a month."""
    low = tokens.low(at)
    follows = tokens.raw(at + 1) if at + 1 < len(tokens.lows) else ""
    if low not in ("april", "june", "august") or among("dating", before):
        return tokens.raw(at)[0].islower()
    return tokens.raw(at)[0].islower() or (follows[:1].isupper() and tokens.at(at + 1) not in "wvH")


def _surname(tokens: Tokens, name: str) -> bool:
    """Whether the text also has a capitalised word right before this name, as a surname does."""
    at = -1
    for _ in range(tokens.lows.count(name.lower())):
        at = tokens.lows.index(name.lower(), at + 1)
        before = tokens.raw(at - 1) if at else ""
        if before[:1].isupper() and not among("dating", before.lower()) and before[1:].islower():
            return True
    return False


def _day_number(tokens: Tokens, at: int) -> int | None:
    """A day of the month, in digits or as an ordinal."""
    low = tokens.low(at)
    if not low[:1].isdigit() and tokens.at(at) != "O":
        return None
    value = number(low)
    return int(value) if value and 1 <= value <= 31 and value == int(value) else None


def _month(tokens: Tokens, at: int) -> int:
    words, low = time_words(), tokens.low(at)
    for section in (words.months, words.month_or_word, words.month_abbreviations):
        if low in section:
            return section[low]
    raise KeyError(low)
