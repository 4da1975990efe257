"""The runs of 8 words by which passages are found, of many articles at a time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from tellings.model import Span
from tellings.text.runs import Bools, Ints, Keys
from tellings.text.shingles import RUN, Words, shingles, words

BATCH = 1 << 17  # letters hashed at a time: short articles cost calls, not letters

# Of the 8 words so many stand outside quotations: a passage starts from what its writer wrote.
OUTSIDE = 5

_Spans = Sequence[Sequence[Span]]


@dataclass(frozen=True, slots=True, eq=False)
class Batch:
    """Some articles in a row: the runs that can start a passage, and all words."""

    first: int
    keys: Keys
    words: Words  # of the articles joined by a line break
    bounds: Ints  # the first word of each article; one more than articles
    offsets: Ints  # where each article starts; one more than articles

    def of(self, number: int) -> Words:
        """The words of article `number` (counted over all batches)."""
        i = number - self.first
        part = slice(int(self.bounds[i]), int(self.bounds[i + 1]))
        starts, ends = self.words.starts[part], self.words.ends[part]
        return Words(starts - self.offsets[i], ends - self.offsets[i], self.words.hashes[part])


def batches(texts: Sequence[str], masked: _Spans, quoted: _Spans) -> Iterator[Batch]:
    """The runs of all articles that can start a passage, in order, about BATCH letters at a time.

    Left out: what touches masked words, what lies mostly in a quotation, and what would run from
    one article into the next.
    """
    first = 0
    while first < len(texts):
        last, letters = first, 0
        while last < len(texts) and (last == first or letters + len(texts[last]) <= BATCH):
            letters += len(texts[last]) + 1
            last += 1
        yield _batch(first, texts[first:last], masked[first:last], quoted[first:last])
        first = last


def _batch(first: int, texts: Sequence[str], masked: _Spans, quoted: _Spans) -> Batch:
    found = words("\n".join(texts))
    lengths = np.array([len(text) + 1 for text in texts], dtype=np.int64)
    offsets = np.concatenate(([0], np.cumsum(lengths)))
    bounds = np.searchsorted(found.starts, offsets)
    hashes = shingles(found.hashes)
    text = np.repeat(np.arange(len(texts)), np.diff(bounds))
    fits = text[: len(hashes)] == text[RUN - 1 :][: len(hashes)]
    for spans, most in ((masked, 0), (quoted, RUN - OUTSIDE)):
        marks = _marked(found, spans, offsets)
        if marks is not None:
            fits &= _windows(marks, len(hashes)) <= most
    at = np.flatnonzero(fits)
    keys = Keys(hashes[at], text[at] + first, at - bounds[text[at]])
    return Batch(first, keys, found, bounds, offsets)


def _marked(found: Words, spans: _Spans, offsets: Ints) -> Bools | None:
    """Which words the spans of the articles touch; None where there is no span."""
    count = np.array([len(each) for each in spans], dtype=np.int64)
    if not count.sum():
        return None
    shift = np.repeat(offsets[:-1], count)
    starts = np.array([span.start for each in spans for span in each], dtype=np.int64) + shift
    ends = np.array([span.end for each in spans for span in each], dtype=np.int64) + shift
    steps = np.zeros(len(found.starts) + 1, dtype=np.int64)
    np.add.at(steps, np.searchsorted(found.ends, starts, "right"), 1)
    np.add.at(steps, np.searchsorted(found.starts, ends), -1)
    marks: Bools = np.cumsum(steps[:-1]) > 0
    return marks


def _windows(marks: Bools, count: int) -> Ints:
    """How many of the 8 words from each word on are marked."""
    sums = np.concatenate(([0], np.cumsum(marks, dtype=np.int64)))
    return sums[RUN : RUN + count] - sums[:count]
