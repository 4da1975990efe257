"""Quotation marks word by word, paired within a paragraph: what opens, closes, and stands inside.

Curly marks pair with curly ones and straight with straight ones, so that a quotation within a
quotation does not end the outer one; only where the partner is missing does the other sort serve.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from tellings.annotate.en.quoted import CLOSING, OPENING, STRAIGHT
from tellings.text.quotation import Quotation, outermost

Span = tuple[int, int]

OUTSIDE, INSIDE, OPENED, CLOSED, SINGLE_OUTSIDE, SINGLE_INSIDE = range(6)
SINGLE = frozenset({"'", "‘", "’"})
# Quotations, each a list of stretches [first, last] of words, one a paragraph, marks included.
Marked = list[list[tuple[int, int]]]
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


def quotations(state: Sequence[int], starts: Sequence[bool]) -> Marked:
    """The stretches [first, last] inside double quotation marks, the marks among them.

    A quotation of several paragraphs, opened again with each and closed once, is one list of them.
    """
    found: list[list[tuple[int, int]]] = []
    for first, last in _stretches(state, starts):
        carried = (
            found and found[-1][-1][1] == first - 1 and starts[first] and state[first] == OPENED
        )
        if carried and state[first - 1] != CLOSED:
            found[-1].append((first, last))
        else:
            found.append([(first, last)])
    return found


def _stretches(state: Sequence[int], starts: Sequence[bool]) -> Iterator[tuple[int, int]]:
    first: int | None = None
    for i, s in enumerate(state):
        if first is not None and (s in (OPENED, OUTSIDE, SINGLE_OUTSIDE) or starts[i]):
            yield first, i - 1
            first = None
        if first is None and s in (INSIDE, OPENED, SINGLE_INSIDE):
            first = i
        elif s == CLOSED and first is not None:
            yield first, i
            first = None
    if first is not None:
        yield first, len(state) - 1


def placed(found: Sequence[Quotation], spans: Sequence[Span], starts: Sequence[bool]) -> Marked:
    """Quotations of a text by the words, at `spans` of it, that they hold; outermost ones only."""
    begins = [start for start, _ in spans]
    marked: Marked = []
    for one in outermost(tuple(found)):
        first = bisect_left(begins, one.outer.start)
        last = bisect_left(begins, one.outer.end) - 1
        cuts = [first, *(i for i in range(first + 1, last + 1) if starts[i]), last + 1]
        if first <= last:
            marked.append([(a, b - 1) for a, b in pairwise(cuts)])
    return marked
