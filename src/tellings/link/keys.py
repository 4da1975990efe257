"""The runs of 8 words by which passages are found, of many articles at a time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from tellings.link.worded import Numbers, Worded, bits, bounds, signed
from tellings.model import Span
from tellings.text.runs import Bools, Bytes, Ints, Keys
from tellings.text.shingles import RUN, Hashes, Words, shingles, words

BATCH = 1 << 17  # letters hashed at a time: short articles cost calls, not letters

# Of the 8 words so many stand outside quotations: a passage starts from what its writer wrote.
OUTSIDE = 5

_Spans = Sequence[Sequence[Span]]


@dataclass(frozen=True, slots=True, eq=False)
class Batch:
    """Some articles in a row: the runs that can start a passage, and all words.

    33 bytes a word: 5 to 6 a letter.
    """

    first: int
    base: int  # the words of all articles before
    runs: Hashes
    places: NDArray[np.int32]  # the word that each run starts at
    foreign: Bytes  # which of its words are quoted, see `Keys`
    starts: Numbers  # of each word, in the articles joined by a line break
    ends: Numbers
    hashes: Hashes
    bounds: list[int]  # the first word of each article; one more than articles
    offsets: list[int]  # where each article starts; one more than articles
    cuts: Ints  # the words at which something masked starts
    masked: Bools | None  # word by word; None where nothing is
    signs: str  # see `Worded`
    quoted: int  # bit by bit

    @property
    def articles(self) -> int:
        return len(self.offsets) - 1

    def keys(self) -> Keys:
        """The runs as they are compared with those of other batches."""
        places = self.places + np.int64(self.base)
        return Keys(self.runs, places, self.foreign, np.array(self.bounds[:-1]) + self.base)

    def of(self, number: int, text: str) -> Worded:
        """Article `number` (counted over all batches) as words; `text` is its text."""
        i = number - self.first
        first, last = self.bounds[i], self.bounds[i + 1]
        hidden = None
        if self.masked is not None:
            low, high = np.searchsorted(self.cuts, (first, last)).tolist()
            hidden = bounds(self.masked[first:last], self.cuts[low:high] - first)
        return Worded(
            text,
            self.offsets[i],
            first,
            self.starts,
            self.ends,
            self.hashes,
            self.signs[first:last],
            self.quoted >> first & (1 << last - first) - 1,
            hidden,
        )


def batches(texts: Sequence[str], masked: _Spans, quoted: _Spans) -> Iterator[Batch]:
    """The runs of all articles that can start a passage, in order, about BATCH letters at a time.

    Left out: what touches masked words, what lies mostly in a quotation, and what would run from
    one article into the next.
    """
    start = base = 0
    while start < len(texts):
        last, letters = start, 0
        while last < len(texts) and (last == start or letters + len(texts[last]) <= BATCH):
            letters += len(texts[last]) + 1
            last += 1
        part = slice(start, last)
        batch = _batch(start, base, texts[part], masked[part], quoted[part])
        yield batch
        start = last
        base += len(batch.hashes)


def _batch(first: int, base: int, texts: Sequence[str], masked: _Spans, quoted: _Spans) -> Batch:
    found = words("\n".join(texts))
    lengths = np.array([len(text) + 1 for text in texts], dtype=np.int64)
    offsets = np.concatenate(([0], np.cumsum(lengths)))
    edges = np.searchsorted(found.starts, offsets).tolist()
    hashes = shingles(found.hashes)
    fits = np.ones(len(hashes), dtype=np.bool_)
    for end in edges[1:-1]:
        fits[max(0, end - RUN + 1) : end] = False
    masks, marks = _placed(masked, offsets), _placed(quoted, offsets)
    hidden, inside = _marked(found, *masks), _marked(found, *marks)
    for here, most in ((hidden, 0), (inside, RUN - OUTSIDE)):
        if here is not None:
            fits &= _windows(here, len(hashes)) <= most
    at = np.flatnonzero(fits)
    return Batch(
        first,
        base,
        hashes[at],
        at.astype(np.int32),
        _foreign(inside, len(hashes))[at],
        found.starts.astype(np.int32).data,
        found.ends.astype(np.int32).data,
        found.hashes,
        edges,
        offsets.tolist(),
        np.unique(np.searchsorted(found.starts, masks[0])),
        hidden,
        signed(found.hashes),
        bits(inside),
    )


def _placed(spans: _Spans, offsets: Ints) -> tuple[Ints, Ints]:
    """Starts and ends of the spans of all articles, in the text of all."""
    shift = np.repeat(offsets[:-1], [len(each) for each in spans])
    starts = np.array([span.start for each in spans for span in each], dtype=np.int64) + shift
    ends = np.array([span.end for each in spans for span in each], dtype=np.int64) + shift
    return starts, ends


def _marked(found: Words, starts: Ints, ends: Ints) -> Bools | None:
    """Which words the spans touch; None where there is no span."""
    if not len(starts):
        return None
    steps = np.zeros(len(found.starts) + 1, dtype=np.int32)
    np.add.at(steps, np.searchsorted(found.ends, starts, "right"), np.int32(1))
    np.add.at(steps, np.searchsorted(found.starts, ends), np.int32(-1))
    marks: Bools = np.cumsum(steps[:-1]) > 0
    return marks


def _foreign(marks: Bools | None, count: int) -> Bytes:
    """Which of the 8 words from each word on are marked, a bit each."""
    found = np.zeros(count, dtype=np.uint8)
    if marks is not None:
        for n in range(RUN):
            found |= marks[n : n + count].view(np.uint8) << np.uint8(n)
    return found


def _windows(marks: Bools, count: int) -> Ints:
    """How many of the 8 words from each word on are marked."""
    sums = np.concatenate(([0], np.cumsum(marks, dtype=np.int64)))
    return sums[RUN : RUN + count] - sums[:count]
