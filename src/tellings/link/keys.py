"""The runs of 8 words by which passages are found, of many articles at a time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from tellings.link.worded import Hidden, Worded, worded
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
    bounds: list[int]  # the first word of each article; one more than articles
    offsets: list[int]  # where each article starts; one more than articles
    cuts: Ints  # the words at which something masked starts
    masked: Bools | None  # word by word; None where nothing is
    quoted: Bools | None

    def of(self, number: int, text: str) -> Worded:
        """Article `number` (counted over all batches) as words; `text` is its text."""
        i = number - self.first
        first, last = self.bounds[i], self.bounds[i + 1]
        part = slice(first, last)
        found = Words(self.words.starts[part], self.words.ends[part], self.words.hashes[part])
        quoted = None if self.quoted is None else self.quoted[part]
        if self.masked is None:
            return worded(text, self.offsets[i], found, quoted)
        low, high = np.searchsorted(self.cuts, (first, last)).tolist()
        hidden = Hidden(self.masked[part], self.cuts[low:high] - first, number)
        return worded(text, self.offsets[i], found, quoted, hidden)


def batches(
    texts: Sequence[str], masked: _Spans, quoted: _Spans, first: int = 0
) -> Iterator[Batch]:
    """The runs of all articles that can start a passage, in order, about BATCH letters at a time.

    Left out: what touches masked words, what lies mostly in a quotation, and what would run from
    one article into the next. The first article has the number `first`.
    """
    start = 0
    while start < len(texts):
        last, letters = start, 0
        while last < len(texts) and (last == start or letters + len(texts[last]) <= BATCH):
            letters += len(texts[last]) + 1
            last += 1
        part = slice(start, last)
        yield _batch(first + start, texts[part], masked[part], quoted[part])
        start = last


def _batch(first: int, texts: Sequence[str], masked: _Spans, quoted: _Spans) -> Batch:
    found = words("\n".join(texts))
    lengths = np.array([len(text) + 1 for text in texts], dtype=np.int64)
    offsets = np.concatenate(([0], np.cumsum(lengths)))
    bounds = np.searchsorted(found.starts, offsets)
    hashes = shingles(found.hashes)
    text = np.repeat(np.arange(len(texts)), np.diff(bounds))
    fits = text[: len(hashes)] == text[RUN - 1 :][: len(hashes)]
    masks, marks = _placed(masked, offsets), _placed(quoted, offsets)
    hidden, inside = _marked(found, *masks), _marked(found, *marks)
    for here, most in ((hidden, 0), (inside, RUN - OUTSIDE)):
        if here is not None:
            fits &= _windows(here, len(hashes)) <= most
    at = np.flatnonzero(fits)
    keys = Keys(hashes[at], text[at] + first, at - bounds[text[at]])
    cuts = np.unique(np.searchsorted(found.starts, masks[0]))
    return Batch(first, keys, found, bounds.tolist(), offsets.tolist(), cuts, hidden, inside)


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
    steps = np.zeros(len(found.starts) + 1, dtype=np.int64)
    np.add.at(steps, np.searchsorted(found.ends, starts, "right"), 1)
    np.add.at(steps, np.searchsorted(found.starts, ends), -1)
    marks: Bools = np.cumsum(steps[:-1]) > 0
    return marks


def _windows(marks: Bools, count: int) -> Ints:
    """How many of the 8 words from each word on are marked."""
    sums = np.concatenate(([0], np.cumsum(marks, dtype=np.int64)))
    return sums[RUN : RUN + count] - sums[:count]
