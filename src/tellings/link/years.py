"""The year of an article that tells days without one: by years behind and ahead, by happenings.

Three kinds of bounds: a year told as past is not after the article's, a year told as ahead not
before it, and "last year's X" beside "the 2016 X" fixes it. A happening that comes round ("next
year's presidential election") leaves one year in so many.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from tellings.link.days import Undated, keys_of
from tellings.model import Expression
from tellings.text.content import words
from tellings.text.meaning import Meaning, read
from tellings.words.publication import Cycle, publication

_BEHIND = 48  # characters that name the happening: "last year’s presidential election in ..."
_FARTHEST = 40  # years; told years farther back say nothing about the article's own


def year_of(source: Undated, siblings: Sequence[Undated] = ()) -> tuple[int, str] | None:
    """The one year that all that is told allows, and why; None where several stand, or none."""
    first, last = years_told(source)
    votes = _ties(source, [source, *siblings])
    allowed = Counter({y: n for y, n in votes.items() if (first or y) <= y <= (last or y)})
    rounds = [cycle for cycle in _rounds(source) if first and last]
    if rounds and first and last:
        offset, cycle = rounds[0]
        years = [y for y in range(first, last + 1) if (y + offset - cycle.first) % cycle.every == 0]
        if len(years) == 1:
            named = " ".join(sorted(cycle.what, reverse=True))
            why = f"{_when(offset)} is a year of the {named}, and it tells of {first} to {last}"
            return years[0], why
    if len(allowed) == 1:
        year = next(iter(allowed))
        return year, f"it tells of {_when(_offset_of(source))} and names that happening's year"
    if first and first == last:
        return first, f"it tells of {first} as past and of {last} as ahead"
    return None


def _when(offset: int) -> str:
    return {-1: "last year", 0: "this year", 1: "next year"}.get(offset, f"{offset:+d} years")


def _offset_of(source: Undated) -> int:
    offsets = Counter(offset for _, offset, _ in _relative(source))
    return offsets.most_common(1)[0][0] if offsets else -1


def years_told(source: Undated) -> tuple[int | None, int | None]:
    """The latest year told as past, and the earliest told as ahead of it."""
    behind: list[int] = []
    ahead: list[int] = []
    for expression, meaning in _read(source):
        if meaning.kind != "on" or not meaning.value[:4].isdigit() or len(meaning.value) < 4:
            continue
        year = int(meaning.value[:4])
        looks = expression.tense in ("future", "present") or meaning.get("by")
        (ahead if looks else behind).append(year)
    first = max(behind, default=None)
    ahead = [year for year in ahead if first is None or first < year < first + _FARTHEST]
    return first, min(ahead, default=None)


def _read(source: Undated) -> list[tuple[Expression, Meaning]]:
    return [(expression, read(expression.meaning)) for expression in source.expressions]


def _relative(source: Undated) -> list[tuple[Expression, int, frozenset[str]]]:
    """ "last year's X", "next year's X": the expression, how many years off, and X."""
    out = []
    for expression, meaning in _read(source):
        if meaning.kind == "rel" and meaning.counted()[0] == "Y" and not meaning.get("ago"):
            out.append((expression, meaning.counted()[1], _named(source, expression)))
    return out


def _named(source: Undated, expression: Expression) -> frozenset[str]:
    """What is named right behind a year, up to the end of the clause."""
    end = expression.span.end
    behind = source.text[end : end + _BEHIND]
    for mark in ".,;\n":
        behind = behind.split(mark, 1)[0] if mark != "." else behind.split(". ", 1)[0]
    return keys_of(behind)


def _ties(source: Undated, all_: Sequence[Undated]) -> Counter[int]:
    """Years of the article by its "last year's X" and "the 2016 X" of any of the story."""
    votes: Counter[int] = Counter()
    dated = [
        (int(meaning.value), _named(one, expression))
        for one in all_
        for expression, meaning in _read(one)
        if meaning.kind == "on" and len(meaning.value) == 4 and meaning.value.isdigit()
    ]
    for _, offset, named in _relative(source):
        if offset >= 0:
            continue  # what lies ahead is not what was already told of
        for year, other in dated:
            shared = len(named & other)
            if shared >= 2 or (shared and min(len(named), len(other)) == 1):
                votes[year - offset] += 1
    return votes


def _rounds(source: Undated) -> list[tuple[int, Cycle]]:
    """Happenings that come round, told with "last", "this" or "next year"."""
    told = set(words(source.text))
    out: list[tuple[int, Cycle]] = []
    for expression, offset, _ in _relative(source):
        behind = set(words(source.text[expression.span.end : expression.span.end + _BEHIND]))
        out.extend(
            (offset, cycle)
            for cycle in publication().cycles
            if cycle.what <= behind and (not cycle.near or _nearby(cycle, told))
        )
    return out


def _nearby(cycle: Cycle, told: set[str]) -> bool:
    return any(word.strip(".") in cycle.near for word in told)
