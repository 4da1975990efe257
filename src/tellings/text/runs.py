"""Runs of words that several texts share, found without comparing every text with every other.

Hash every run of 8 words, keep those that occur in two texts or more, pair their places, and join
pairs on one diagonal into runs. The scheme is that of plagiarism detection by fingerprints
(Schleimer, Wilkerson & Aiken 2003, "Winnowing"), without their thinning: every run is kept, so
that nothing of 8 words is missed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from tellings.text.shingles import RUN, Hashes

# Places paired within a group of equal runs: all with all up to 8 texts, beyond that each with the
# next 7. A text printed 200 times costs 7 pairs a run and text instead of 100.
LAGS = 7
_FEWEST_SLOTS, _MOST_SLOTS = 1 << 16, 1 << 27  # of 2 bytes each: 128 KiB to 256 MiB
_ROUNDS = 4  # texts that hang together by so many others between are found together
_COUNTED = 1 << 15  # runs counted at a time: no slot of 2 bytes overflows

Bools = NDArray[np.bool_]
Bytes = NDArray[np.uint8]
Ints = NDArray[np.int64]

# (left, right, length): `length` words that two texts share, from word `left` of the one and word
# `right` of the other. Plain, because an archive has millions.
Run: TypeAlias = tuple[int, int, int]


@dataclass(frozen=True, slots=True, eq=False)
class Keys:
    """Runs of 8 words of some texts, in order: hash, and the word that each starts at.

    `places` are counted over all texts; bit n of `foreign` tells that word n of the 8 is quoted;
    `bounds` are the first words of these texts.
    """

    hashes: Hashes
    places: Ints
    foreign: Bytes
    bounds: Ints


def runs(
    batches: Callable[[], Iterable[Keys]], words: int
) -> Iterator[tuple[int, int, tuple[Run, ...]]]:
    """The shared runs of each pair of texts, as (first text, second text, runs by `left`).

    Left out are texts that share nothing of their own: no run with 8 words that neither quotes.

    `batches()` gives the hashed runs of 8 words of all texts in order, some texts at a time; it is
    called twice, so that not all need be held. `words` is about how many words there are in all.
    What is held beside grows with what is shared, and not with the texts or with pairs of them.
    """
    seen = _seen(batches(), words)
    shared = _shared(batches(), seen)
    del seen
    found, bounds = _diagonals(shared), shared.bounds
    del shared
    yield from _by_texts(*found, bounds)


def _seen(batches: Iterable[Keys], words: int) -> NDArray[np.uint16]:
    """A slot a hash (by its first bits): how often it occurs; more than once may stop short."""
    slots = _FEWEST_SLOTS
    while slots < min(4 * words, _MOST_SLOTS):
        slots *= 2
    seen = np.zeros(slots, dtype=np.uint16)
    for batch in batches:
        at = _slots(batch.hashes, slots)
        for first in range(0, len(at), _COUNTED):
            part = at[first : first + _COUNTED]
            np.add.at(seen, part[seen[part] < 2], np.uint16(1))
    return seen


def _slots(hashes: Hashes, slots: int) -> Ints:
    shift = np.uint64(64 - (slots.bit_length() - 1))
    return (hashes >> shift).astype(np.int64)


def _shared(batches: Iterable[Keys], seen: NDArray[np.uint16]) -> Keys:
    """Every run that may stand in two texts, in the order of the texts."""
    none = np.zeros(0, np.int64)
    found = [Keys(none.astype(np.uint64), none, none.astype(np.uint8), none)]
    for batch in batches:
        at = np.flatnonzero(seen[_slots(batch.hashes, len(seen))] >= 2)
        found.append(Keys(batch.hashes[at], batch.places[at], batch.foreign[at], batch.bounds))
    return Keys(
        np.concatenate([each.hashes for each in found]),
        np.concatenate([each.places for each in found]),
        np.concatenate([each.foreign for each in found]),
        np.concatenate([each.bounds for each in found]),
    )


def _diagonals(shared: Keys) -> tuple[Ints, Ints, Ints, Bools]:
    """(place in the first text, place in the second, length, own) of each run, in no useful order.

    Two places of equal hash are a pair. It starts a run where the places before both are no pair,
    and ends one where those behind are none; the pairs between are never held. A run is `own` where
    8 of its words are quoted in neither text.
    """
    places, foreign = shared.places, shared.foreign
    columns = list(_far(shared))
    joint = np.diff(places) == 1
    here, far = _edges(columns, joint, -1)
    last, _ = _edges(columns, joint, 1)
    lengths = places[last] - places[here] + RUN
    there, its = np.searchsorted(places, (places[here] - far, places[last] - far))
    head, tail = foreign[here] | foreign[there], foreign[last] | foreign[its]
    # The last 8 words begin where the first 8 end, or before.
    tail = tail >> np.clip(2 * RUN - lengths, 0, RUN).astype(np.uint8)
    own = lengths - np.bitwise_count(head) - np.bitwise_count(tail) >= RUN
    return places[there], places[here], lengths, own | (lengths > 2 * RUN)


def _far(shared: Keys) -> Iterator[Ints]:
    """How many words before each place the one is that it is paired with, 0 none; lag by lag.

    4 bytes a place where that is enough.
    """
    if not len(shared.places):
        return
    order = _by_hash(shared.hashes)
    hashes = shared.hashes[order]
    wide = np.dtype(np.int32 if shared.places[-1] < 1 << 31 else np.int64)
    places = shared.places.astype(wide)[order]
    texts = np.searchsorted(shared.places, np.append(shared.bounds, shared.places[-1] + 1))
    within = (shared.places - np.repeat(shared.bounds, np.diff(texts))).astype(wide)
    once = alike = hashes[1:] == hashes[:-1]
    for lag in range(1, LAGS + 1):
        at = np.flatnonzero(alike)
        if not len(at):
            return
        far: Ints = np.zeros(len(order), dtype=wide)
        far[order[at + lag]] = places[at + lag] - places[at]
        far[far <= within] = 0  # both in one text
        yield far
        alike = alike[:-1] & once[lag:]


def _edges(columns: Sequence[Ints], joint: Bools, side: int) -> tuple[Ints, Ints]:
    """Where pairs have no pair beside them on the `side`, and their `far`; sorted by that."""
    joined = np.append(joint, False) if side > 0 else np.append(False, joint)
    found: list[tuple[Ints, Ints]] = []
    for far in columns:
        at = np.flatnonzero((far != 0) & ~(joined & (far == np.roll(far, -side))))
        its = far[at]
        # Beside a pair a text between may be missing: its neighbour is paired at another lag.
        for other in columns:
            alone = ~(joined[at] & (other.take(at + side, mode="clip") == its))
            at, its = at[alone], its[alone]
        found.append((at, its))
    if not found:
        return np.zeros(0, np.int64), np.zeros(0, np.int64)
    here = np.concatenate([at for at, _ in found])
    far = np.concatenate([its for _, its in found]).astype(np.int64)
    order = np.lexsort((here, far))
    return here[order], far[order]


def _by_hash(hashes: Hashes) -> Ints:
    """The order by the first 32 bits, equal ones as they stand: radix passes of 16 bits each.

    Runs that agree in these bits alone may lie among each other; they are compared whole later.
    """
    order = np.arange(len(hashes))
    for shift in (32, 48):
        digits = (hashes[order] >> np.uint64(shift)).astype(np.uint16)
        order = order[np.argsort(digits, kind="stable")]
    return order


def _by_texts(
    left: Ints, right: Ints, lengths: Ints, own: Bools, bounds: Ints
) -> Iterator[tuple[int, int, tuple[Run, ...]]]:
    """The runs of each pair of texts of which one is `own`."""
    if not len(left):
        return
    first, second = (np.searchsorted(bounds, side, "right") - 1 for side in (left, right))
    left, right = left - bounds[first], right - bounds[second]
    columns = in_order(first, second, left, right - left, lengths, own.astype(np.int64))
    first, second, left, across, lengths, own_ = columns
    fresh = (first[1:] != first[:-1]) | (second[1:] != second[:-1])
    edges = np.concatenate(([0], np.flatnonzero(fresh) + 1, [len(first)]))
    kept = np.flatnonzero(np.add.reduceat(own_, edges[:-1]))
    first, second = first[edges[kept]], second[edges[kept]]
    order = np.argsort(_homes(first, second, len(bounds)), kind="stable")
    a, b, n = left.tolist(), (left + across).tolist(), lengths.tolist()
    columns = [column[order] for column in (first, second, edges[kept], edges[kept + 1])]
    for one, other, start, end in zip(*(column.tolist() for column in columns), strict=True):
        part = slice(start, end)
        yield one, other, tuple(zip(a[part], b[part], n[part], strict=True))


def _homes(first: Ints, second: Ints, texts: int) -> Ints:
    """For each pair of texts a text that most pairs have alike that hang together.

    So whoever needs the words of some pairs at a time needs those of few texts.
    """
    home = np.arange(texts)
    for _ in range(_ROUNDS):
        lower = np.minimum(home[first], home[second])
        np.minimum.at(home, first, lower)
        np.minimum.at(home, second, lower)
    return home[first]


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
