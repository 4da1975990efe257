"""Quotation marks word by word, paired within a paragraph: what opens, closes, and stands inside.

Curly marks pair with curly ones and straight with straight ones, so that a quotation within a
quotation does not end the outer one; only where the partner is missing does the other sort serve.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from tellings.annotate.en.quoted import CLOSING, OPENING, STRAIGHT

OUTSIDE, INSIDE, OPENED, CLOSED, SINGLE_OUTSIDE, SINGLE_INSIDE = range(6)
SINGLE = frozenset({"'", "‘", "’"})
_SIGNS = frozenset('“”„‟«»"＂―—–-')


def sort_of(word: str) -> str:
    """ "o" opens, "c" closes, "s" is straight, "" is none; a mark grown into a dash counts, too."""
    if len(word) > 1 and _SIGNS.issuperset(word) and word[0] not in "―—–-":
        word = word[0]
    sorts = ((OPENING, "o"), (CLOSING, "c"), (STRAIGHT, "s"))
    return next((sort for words, sort in sorts if word in words), "")


def states(
    words: Sequence[str], quoted: Sequence[bool], starts: Sequence[bool]
) -> NDArray[np.int64]:
    """Each word's state. `quoted` is what `quoted.quoted` says: it knows inches from marks."""
    found = np.zeros(len(words), dtype=np.int64)
    sorts = [sort_of(word) for word in words]
    for i, sort in enumerate(sorts):
        if sort == "s" and not quoted[i]:
            sorts[i] = ""
    firsts = [i for i, start in enumerate(starts) if start or i == 0]
    for first, end in zip(firsts, [*firsts[1:], len(words)], strict=True):
        for opened, closed in _pairs(sorts, first, end):
            found[opened:closed] = INSIDE
            found[opened] = OPENED
            if closed < end:
                found[closed] = CLOSED
    for i, word in enumerate(words):
        if word in SINGLE:
            found[i] = SINGLE_OUTSIDE if found[i] == OUTSIDE else SINGLE_INSIDE
    return found


def _pairs(sorts: Sequence[str], first: int, end: int) -> Iterator[tuple[int, int]]:
    """(opening, closing) of each quotation of a paragraph; `end` where it is not closed there."""
    i = first
    while i < end:
        if sorts[i] == "o":
            closed = _curly(sorts, i, end)
            closed = _next(sorts, "s", i, end) if closed == end else closed
        elif sorts[i] == "s" and not (i > first and i == end - 1):
            closed = _next(sorts, "s", i, end)
            closed = _next(sorts, "c", i, end) if closed == end else closed
        else:
            i += 1
            continue
        yield i, closed
        i = closed + 1


def _next(sorts: Sequence[str], sort: str, after: int, end: int) -> int:
    return next((i for i in range(after + 1, end) if sorts[i] == sort), end)


def _curly(sorts: Sequence[str], opened: int, end: int) -> int:
    """Where the mark at `opened` is closed, those within counted; the first closing one where they
    do not come out even."""
    depth = 0
    for i in range(opened, end):
        depth += (sorts[i] == "o") - (sorts[i] == "c")
        if depth == 0:
            return i
    return _next(sorts, "c", opened, end)
