"""An article as words, as far as finding passages needs it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from tellings.model import Span
from tellings.text.runs import Bools, Ints
from tellings.text.shingles import Hashes, Words

_SENTENCE_END = re.compile(r"[\"'”’»)\]]*[.!?…:][\"'”’»)\]]*(?:\s|$)|\W*\n")


@dataclass(frozen=True, slots=True, eq=False)
class Worded:
    """An article as words: where they stand, their hashes, and what stands around them."""

    text: str
    starts: Ints
    ends: Ints
    hashes: Hashes
    quoted: Bools | None  # the word stands in a quotation; None where none does
    bounds: tuple[Ints, Ints] | None  # see `low` and `high`; None where nothing is masked

    def low(self, word: int) -> int:
        """The first word with nothing masked between it and this one."""
        return 0 if self.bounds is None else int(self.bounds[0][word])

    def high(self, word: int) -> int:
        """The word behind the last such one; not above `low` where this word is masked itself."""
        return len(self.starts) if self.bounds is None else int(self.bounds[1][word])

    def words(self, first: int, last: int) -> list[int]:
        """The hashes of the words from `first` to before `last`."""
        hashes: list[int] = self.hashes[first:last].tolist()
        return hashes

    def closes(self, word: int) -> bool:
        """Whether a sentence or paragraph ends behind the word."""
        return (
            word + 1 == len(self.ends)
            or _SENTENCE_END.match(self.text, int(self.ends[word])) is not None
        )

    def names(self, word: int) -> bool:
        """Whether it starts with a capital letter or a digit: it may be part of a name."""
        return not self.text[int(self.starts[word])].islower()


def worded(
    text: str, found: Words, masked: Sequence[Span], quoted: Sequence[Span], salt: int
) -> Worded:
    """An article, cut into words: `masked` never belongs to a passage, nor may one cross it.

    `salt` tells articles apart: masked words get hashes that no other article has.
    """
    count = len(found.starts)
    hidden, inside = _inside(found, masked), _inside(found, quoted)
    hashes = found.hashes
    if masked:
        own = np.arange(count, dtype=np.uint64) + np.uint64(salt) * np.uint64(1 << 32)
        hashes = np.where(hidden, own * np.uint64(0xD6E8FEB86659FD93), hashes)
    return Worded(
        text,
        found.starts,
        found.ends,
        hashes,
        inside if inside.any() else None,
        _bounds(found, masked, hidden) if masked else None,
    )


def _bounds(found: Words, masked: Sequence[Span], hidden: Bools) -> tuple[Ints, Ints]:
    count = len(found.starts)
    cuts = np.searchsorted(found.starts, np.array([m.start for m in masked], dtype=np.int64))
    edges = np.unique(np.concatenate(([0], cuts, np.flatnonzero(np.diff(hidden)) + 1, [count])))
    at = np.searchsorted(edges, np.arange(count), "right") - 1
    high = np.where(hidden, edges[at], edges[np.minimum(at + 1, len(edges) - 1)])
    return edges[at], high


def _inside(found: Words, spans: Sequence[Span]) -> Bools:
    inside = np.zeros(len(found.starts), dtype=np.bool_)
    for span in spans:
        first = int(np.searchsorted(found.ends, span.start, "right"))
        inside[first : int(np.searchsorted(found.starts, span.end))] = True
    return inside


def unquoted(article: Worded, first: int, last: int) -> int:
    """How many of the words from `first` to before `last` stand in no quotation."""
    inside = marks(article, first, last - first)
    return last - first - (0 if inside is None else int(np.count_nonzero(inside)))


def beside_quotation(article: Worded, first: int, last: int) -> bool:
    """Whether a quotation stands among the words, right before or right behind them."""
    inside = marks(article, max(first - 1, 0), last + 1 - max(first - 1, 0))
    return inside is not None and bool(inside.any())


def marks(article: Worded, first: int, count: int) -> Bools | None:
    """Which of `count` words stand in a quotation; None where none of the article does."""
    return None if article.quoted is None else article.quoted[first : first + count]
