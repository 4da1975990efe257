"""Runs of words that several texts share, found without comparing every text with every other.

Hash every run of 8 words, keep those that occur in two texts or more, pair their places, and join
pairs on one diagonal into runs. The scheme is that of plagiarism detection by fingerprints
(Schleimer, Wilkerson & Aiken 2003, "Winnowing"), without their thinning: every run is kept, so
that nothing of 8 words is missed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from tellings.text.shingles import RUN, Hashes, shingles

# Places paired within a group of equal runs: all with all up to 8 texts, beyond that each with the
# next 7. A text printed 200 times costs 7 pairs a run and text instead of 100.
LAGS = 7
_FEWEST_SLOTS, _MOST_SLOTS = 1 << 16, 1 << 28  # of a byte each: 64 KiB to 256 MiB

Bools = NDArray[np.bool_]
Ints = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Run:
    """`length` words that two texts share: from word `left` of the one, `right` of the other."""

    left: int
    right: int
    length: int


def runs(
    count: int, hashes_of: Callable[[int], Hashes], words: int
) -> Iterator[tuple[int, int, tuple[Run, ...]]]:
    """The shared runs of each pair of texts, as (first text, second text, runs by `left`).

    `hashes_of(i)` gives the word hashes of text `i` of `count`; it is called twice a text, so that
    no more than one text's words are held; `words` is about how many there are in all. What is held
    beside grows with what is shared, and not with the texts.
    """
    twice = _twice(count, hashes_of, words)
    keys, texts, places = _shared(count, hashes_of, twice)
    del twice
    yield from _diagonals(*_pairs(keys, texts, places))


def _twice(count: int, hashes_of: Callable[[int], Hashes], words: int) -> NDArray[np.uint8]:
    """A slot a hash (by its first bits): 2 where two texts or more have it, 1 for one, else 0."""
    slots = _FEWEST_SLOTS
    while slots < min(8 * words, _MOST_SLOTS):
        slots *= 2
    seen = np.zeros(slots, dtype=np.uint8)
    for i in range(count):
        at = _slots(shingles(hashes_of(i)), slots)
        new = seen[at]
        seen[at] = np.minimum(new + 1, 2)  # a run twice in one text counts once: one write a slot
    return seen


def _slots(keys: Hashes, slots: int) -> Ints:
    shift = np.uint64(64 - (slots.bit_length() - 1))
    return (keys >> shift).astype(np.int64)


def _shared(
    count: int, hashes_of: Callable[[int], Hashes], seen: NDArray[np.uint8]
) -> tuple[Hashes, Ints, Ints]:
    """(hash, text, place) of every run that may stand in two texts, sorted by all three."""
    keys: list[Hashes] = [np.zeros(0, dtype=np.uint64)]
    texts: list[Ints] = [np.zeros(0, dtype=np.int64)]
    places: list[Ints] = [np.zeros(0, dtype=np.int64)]
    for i in range(count):
        own = shingles(hashes_of(i))
        at = np.flatnonzero(seen[_slots(own, len(seen))] == 2)
        if len(at):
            keys.append(own[at])
            texts.append(np.full(len(at), i, dtype=np.int64))
            places.append(at)
    key, text, place = np.concatenate(keys), np.concatenate(texts), np.concatenate(places)
    order = np.argsort(key, kind="stable")
    return key[order], text[order], place[order]


def _pairs(key: Hashes, text: Ints, place: Ints) -> tuple[Ints, Ints, Ints, Ints]:
    """(first text, second text, place in the first, place in the second) of equal runs."""
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
    order = np.lexsort((left, right - left, second, first))
    first, second, left, right = first[order], second[order], left[order], right[order]
    breaks = (
        (np.diff(first) != 0)
        | (np.diff(second) != 0)
        | (np.diff(left) != 1)
        | (np.diff(right) != 1)
    )
    starts = np.concatenate(([0], np.flatnonzero(breaks) + 1))
    lengths = np.diff(np.concatenate((starts, [len(first)]))) + RUN - 1
    columns = (column[starts].tolist() for column in (first, second, left, right))
    rows = zip(*columns, lengths.tolist(), strict=True)
    held: list[Run] = []
    pair: tuple[int, int] | None = None
    for one, other, a, b, length in rows:
        if pair != (one, other):
            if pair is not None:
                yield (*pair, _sorted(held))
            pair, held = (one, other), []
        held.append(Run(a, b, length))
    if pair is not None:
        yield (*pair, _sorted(held))


def _sorted(held: list[Run]) -> tuple[Run, ...]:
    return tuple(sorted(held, key=lambda run: (run.left, run.right)))
