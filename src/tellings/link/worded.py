"""An article as words, as far as finding passages needs it."""

from __future__ import annotations

import re
from array import array
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np

from tellings.text.runs import Bools, Ints
from tellings.text.shingles import Words

_SENTENCE_END = re.compile(r"[\"'”’»)\]]*[.!?…:][\"'”’»)\]]*(?:\s|$)|\W*\n")
Hashes: TypeAlias = "array[int]"

_SALT = np.uint64(0xD6E8FEB86659FD93)


@dataclass(frozen=True, slots=True, eq=False)
class Worded:
    """An article as words: where they stand, their hashes, and what stands around them."""

    text: str
    shift: int  # how far on from their place in `text` its words are counted
    starts: Ints
    ends: Ints
    hashes: Hashes  # 8 bytes a word; its slices cost less than those of numpy
    quoted: int  # bit n is set where word n stands in a quotation
    bounds: tuple[list[int], list[int]] | None  # see `low` and `high`; None: nothing is masked

    def start(self, word: int) -> int:
        """The first code point of the word."""
        return int(self.starts[word]) - self.shift

    def end(self, word: int) -> int:
        """The code point behind it."""
        return int(self.ends[word]) - self.shift

    def low(self, word: int) -> int:
        """The first word with nothing masked between it and this one."""
        return 0 if self.bounds is None else self.bounds[0][word]

    def high(self, word: int) -> int:
        """The word behind the last such one; not above `low` where this word is masked itself."""
        return len(self.hashes) if self.bounds is None else self.bounds[1][word]

    def closes(self, word: int) -> bool:
        """Whether a sentence or paragraph ends behind the word."""
        return (
            word + 1 == len(self.hashes)
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


@dataclass(frozen=True, slots=True, eq=False)
class Hidden:
    """What of an article never belongs to a passage, word by word, and what none may cross.

    `cuts` are words before which something is hidden. `salt` tells articles apart: hidden words get
    hashes that no other article has.
    """

    words: Bools
    cuts: Ints
    salt: int


def worded(
    text: str, shift: int, found: Words, quoted: Bools | None, hidden: Hidden | None = None
) -> Worded:
    """An article, cut into words; `quoted`: which stand in quotations, None where none does."""
    hashes = found.hashes
    bounds = None
    if hidden is not None and (len(hidden.cuts) or hidden.words.any()):
        own = np.arange(len(hashes), dtype=np.uint64) + np.uint64(hidden.salt << 32)
        hashes = np.where(hidden.words, own * _SALT, hashes)
        bounds = _bounds(hidden)
    bits = 0 if quoted is None else _bits(quoted)
    return Worded(text, shift, found.starts, found.ends, array("Q", hashes.tobytes()), bits, bounds)


def _bits(marks: Bools) -> int:
    return int.from_bytes(np.packbits(marks, bitorder="little").tobytes(), "little")


def _bounds(hidden: Hidden) -> tuple[list[int], list[int]]:
    count = len(hidden.words)
    changes = np.flatnonzero(np.diff(hidden.words)) + 1
    edges = np.unique(np.concatenate(([0], hidden.cuts, changes, [count])))
    at = np.searchsorted(edges, np.arange(count), "right") - 1
    high = np.where(hidden.words, edges[at], edges[np.minimum(at + 1, len(edges) - 1)])
    return edges[at].tolist(), high.tolist()
