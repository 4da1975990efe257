"""Runs of words that several texts share, found without comparing every text with every other.

Hash every run of 8 words, keep those that occur in two texts or more, pair their places, and join
pairs on one diagonal into runs. The scheme is that of plagiarism detection by fingerprints
(Schleimer, Wilkerson & Aiken 2003, "Winnowing"), without their thinning: every run is kept, so
that nothing of 8 words is missed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from tellings.text.shingles import RUN, Hashes

# Places paired within a group of equal runs: all with all up to 8 texts, beyond that each with the
# next 7. A text printed 200 times costs 7 pairs a run and text instead of 100.
LAGS = 7
_FEWEST_SLOTS, _MOST_SLOTS = 1 << 16, 1 << 28  # of a byte each: 64 KiB to 256 MiB

Bools = NDArray[np.bool_]
Ints = NDArray[np.int64]


@dataclass(frozen=True, slots=True, eq=False)
class Keys:
    """Runs of 8 words of some texts: hash, text number, and the word of it each starts at."""

    hashes: Hashes
    texts: Ints
    places: Ints


class Run(NamedTuple):
    """`length` words that two texts share: from word `left` of the one, `right` of the other."""

    left: int
    right: int
    length: int


def runs(
    batches: Callable[[], Iterable[Keys]], words: int
) -> Iterator[tuple[int, int, tuple[Run, ...]]]:
    """The shared runs of each pair of texts, as (first text, second text, runs by `left`).

    `batches()` gives the hashed runs of 8 words of all texts in order, some texts at a time; it is
    called twice, so that not all need be held. `words` is about how many words there are in all.
    What is held beside grows with what is shared, and not with the texts.
    """
    seen = _seen(batches(), words)
    shared = _shared(batches(), seen)
    del seen
    yield from _diagonals(*_pairs(shared))


def _seen(batches: Iterable[Keys], words: int) -> NDArray[np.uint8]:
    """A slot a hash (by its first bits): how often it occurs, 2 for more often."""
    slots = _FEWEST_SLOTS
    while slots < min(8 * words, _MOST_SLOTS):
        slots *= 2
    seen = np.zeros(slots, dtype=np.uint8)
    for batch in batches:
        at = np.sort(_slots(batch.hashes, slots))
        fresh = np.concatenate(([True], at[1:] != at[:-1])) if len(at) else np.zeros(0, np.bool_)
        once = at[fresh]
        seen[once] = np.minimum(seen[once] + 1, 2)
        seen[at[~fresh]] = 2
    return seen


def _slots(hashes: Hashes, slots: int) -> Ints:
    shift = np.uint64(64 - (slots.bit_length() - 1))
    return (hashes >> shift).astype(np.int64)


def _shared(batches: Iterable[Keys], seen: NDArray[np.uint8]) -> Keys:
    """Every run that may stand in two texts, sorted by hash, text and place."""
    found = [Keys(np.zeros(0, np.uint64), np.zeros(0, np.int64), np.zeros(0, np.int64))]
    for batch in batches:
        at = np.flatnonzero(seen[_slots(batch.hashes, len(seen))] >= 2)
        found.append(Keys(batch.hashes[at], batch.texts[at], batch.places[at]))
    hashes = np.concatenate([each.hashes for each in found])
    texts = np.concatenate([each.texts for each in found])
    places = np.concatenate([each.places for each in found])
    order = np.argsort(hashes, kind="stable")
    return Keys(hashes[order], texts[order], places[order])


def _pairs(shared: Keys) -> tuple[Ints, Ints, Ints, Ints]:
    """(first text, second text, place in the first, place in the second) of equal runs."""
    key, text, place = shared.hashes, shared.texts, shared.places
    found: list[tuple[Ints, Ints]] = []
    for lag in range(1, LAGS + 1):
        at = np.flatnonzero((key[lag:] == key[:-lag]) & (text[lag:] != text[:-lag]))
        found.append((at, at + lag))
    left = np.concatenate([one for one, _ in found])
    right = np.concatenate([other for _, other in found])
    return text[left], text[right], place[left], place[right]


def _diagonals(
    first: Ints, second: Ints, left: Ints, right: Ints
) -> Iterator[tuple[int, int, tuple[Run, ...]]]:
    """Joins pairs of places that follow each other in both texts."""
    if not len(first):
        return
    first, second, across, left = in_order(first, second, right - left, left)
    follows = (
        (first[1:] == first[:-1])
        & (second[1:] == second[:-1])
        & (across[1:] == across[:-1])
        & (left[1:] == left[:-1] + 1)
    )
    starts = np.concatenate(([0], np.flatnonzero(~follows) + 1))
    lengths = np.diff(np.concatenate((starts, [len(first)]))) + RUN - 1
    first, second, left, across = first[starts], second[starts], left[starts], across[starts]
    order = np.lexsort((across, left, second, first))
    columns = (first, second, left, left + across, lengths)
    rows = zip(*(column[order].tolist() for column in columns), strict=True)
    for (one, other), held in groupby(rows, itemgetter(0, 1)):
        yield one, other, tuple([Run(a, b, length) for _, _, a, b, length in held])


def in_order(*columns: Ints) -> list[Ints]:
    """The rows in order, by the first column first; packed in one number each where they fit."""
    lowest = [int(column.min()) for column in columns]
    bits = [int(c.max() - low).bit_length() for c, low in zip(columns, lowest, strict=True)]
    if sum(bits) > 64:
        order = np.lexsort(columns[::-1])
        return [column[order] for column in columns]
    packed = np.zeros(len(columns[0]), dtype=np.uint64)
    for column, low, wide in zip(columns, lowest, bits, strict=True):
        packed = packed << np.uint64(wide) | (column - low).astype(np.uint64)
    packed.sort()
    found: list[Ints] = []
    for low, wide in zip(lowest[::-1], bits[::-1], strict=True):
        found.append((packed & np.uint64((1 << wide) - 1)).astype(np.int64) + low)
        packed >>= np.uint64(wide)
    return found[::-1]
