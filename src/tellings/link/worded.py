"""An article as words, as far as finding passages needs it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np

from tellings.text.runs import Bools, Ints
from tellings.text.shingles import Hashes

_SENTENCE_END = re.compile(r"[\"'”’»)\]]*[.!?…:][\"'”’»)\]]*(?:\s|$)|\W*\n")
Numbers: TypeAlias = "memoryview[int]"  # 4 bytes each; read one by one faster than an array

_FIRST_SIGN = 0x10000  # from here on 20 bits name a code point


@dataclass(frozen=True, slots=True, eq=False)
class Worded:
    """An article as words: where they stand, their hashes, and what stands around them.

    `signs` has one code point a word, from the first 20 bits of its hash: a string is cut and
    aligned several times faster than numbers. One in a million unlike words look alike by it, so
    where a passage ends is compared by `hashes`.
    """

    text: str
    shift: int  # how far on from their place in `text` its words are counted
    first: int  # which of the words below is its first
    starts: Numbers
    ends: Numbers
    hashes: Hashes
    signs: str  # of its own words alone
    quoted: int  # bit n is set where word n stands in a quotation
    bounds: tuple[list[int], list[int]] | None  # see `low` and `high`; None: nothing is masked

    def start(self, word: int) -> int:
        """The first code point of the word."""
        return self.starts[self.first + word] - self.shift

    def end(self, word: int) -> int:
        """The code point behind it."""
        return self.ends[self.first + word] - self.shift

    def whole(self, word: int, count: int) -> Hashes:
        """The hashes of `count` words from this one on."""
        return self.hashes[self.first + word : self.first + word + count]

    def low(self, word: int) -> int:
        """The first word with nothing masked between it and this one."""
        return 0 if self.bounds is None else self.bounds[0][word]

    def high(self, word: int) -> int:
        """The word behind the last such one; not above `low` where this word is masked itself."""
        return len(self.signs) if self.bounds is None else self.bounds[1][word]

    def closes(self, word: int) -> bool:
        """Whether a sentence or paragraph ends behind the word."""
        return (
            word + 1 == len(self.signs)
            or _SENTENCE_END.match(self.text, self.end(word)) is not None
        )

    def opens(self, word: int) -> bool:
        """Whether a sentence or paragraph begins with the word."""
        return word == 0 or self.closes(word - 1)

    def names(self, word: int) -> bool:
        """Whether it starts with a capital letter or a digit: it may be part of a name."""
        return not self.text[self.start(word)].islower()

    def marks(self, first: int, count: int) -> int:
        """Which of `count` words from `first` on stand in a quotation: the first is bit 0."""
        return self.quoted >> first & (1 << count) - 1

    def unquoted(self, first: int, last: int) -> int:
        """How many of the words from `first` to before `last` stand in no quotation."""
        return last - first - self.marks(first, last - first).bit_count()

    def beside_quotation(self, first: int, last: int) -> bool:
        """Whether a quotation stands among the words, right before or right behind them."""
        before = max(first - 1, 0)
        return self.marks(before, last + 1 - before) != 0


def signed(hashes: Hashes) -> str:
    """The signs of words."""
    points = (hashes >> np.uint64(44)).astype("<u4") + np.uint32(_FIRST_SIGN)
    return points.tobytes().decode("utf-32-le")


def bits(marks: Bools | None) -> int:
    """Word by word, the first as bit 0."""
    if marks is None:
        return 0
    return int.from_bytes(np.packbits(marks, bitorder="little").tobytes(), "little")


def bounds(hidden: Bools, cuts: Ints) -> tuple[list[int], list[int]] | None:
    """`Worded.bounds`, of what never belongs to a passage, word by word, and what none may cross.

    `cuts` are words before which something is hidden.
    """
    if not (len(cuts) or hidden.any()):
        return None
    count = len(hidden)
    changes = np.flatnonzero(np.diff(hidden)) + 1
    edges = np.unique(np.concatenate(([0], cuts, changes, [count])))
    at = np.searchsorted(edges, np.arange(count), "right") - 1
    high = np.where(hidden, edges[at], edges[np.minimum(at + 1, len(edges) - 1)])
    return edges[at].tolist(), high.tolist()
