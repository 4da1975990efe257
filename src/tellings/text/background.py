"""How common words are in the news, whatever set of articles is read: counts, and no text.

A fixed table keeps every weight, and with it every judgement on two articles, independent of what
else is in the record: one article more cannot change what was judged of the others.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from tellings.text.shingles import Hashes, shingles, words

Weights = NDArray[np.float64]
Bools = NDArray[np.bool_]

_MAGIC = b"TWB1"
STOCK_RUN = 5  # words


class Background:
    """The share of articles that hold each word, for the words that are common enough to count."""

    def __init__(self, articles: int, keys: Hashes, counts: Hashes, stock: Hashes) -> None:
        """`keys` are the sorted upper halves of word hashes, `counts` how many articles have each.

        A word that the table lacks weighs as one that half an article has: log(2 × articles).
        `stock` are the sorted upper halves of the hashes of runs of 5 words that articles on
        unlike matters have in common.
        """
        self.articles = articles
        self._keys = keys
        self._counts = counts
        self._stock = stock
        self._weights = np.append(np.log(articles / counts), np.log(2 * articles))

    @classmethod
    def parse(cls, data: bytes) -> Background:
        """Reads `dump`'s form; raises `ValueError` where `data` is not of it."""
        if data[:4] != _MAGIC or len(data) < 16:
            raise ValueError("not a table of word counts: build it anew with bench/background.py")
        articles, size, runs = np.frombuffer(data, dtype="<u4", count=3, offset=4).tolist()
        keys = np.frombuffer(data, dtype="<u4", count=size, offset=16)
        stock = np.frombuffer(data, dtype="<u4", count=runs, offset=16 + 4 * size)
        counts = np.frombuffer(data, dtype="<u2", count=size, offset=16 + 4 * (size + runs))
        wide = (column.astype(np.uint64) for column in (keys, counts, stock))
        return cls(articles, *wide)

    def dump(self) -> bytes:
        """The table as bytes: magic, sizes, keys and runs (4 bytes each), counts (2 each)."""
        sizes = np.array([self.articles, len(self._keys), len(self._stock)], dtype="<u4")
        columns = (
            sizes,
            self._keys.astype("<u4"),
            self._stock.astype("<u4"),
            np.minimum(self._counts, 0xFFFF).astype("<u2"),
        )
        return _MAGIC + b"".join(column.tobytes() for column in columns)

    def weights(self, hashes: Hashes) -> Weights:
        """log(articles / articles that have it) of each word hash, as float64: 0 is everywhere."""
        keys = hashes >> np.uint64(32)
        at = np.minimum(np.searchsorted(self._keys, keys), len(self._keys) - 1)
        weights: Weights = self._weights[np.where(self._keys[at] == keys, at, len(self._keys))]
        return weights

    def stock(self, hashes: Hashes) -> Bools:
        """Which words of a passage stand in a run of 5 that many articles have."""
        runs = shingles(hashes, STOCK_RUN) >> np.uint64(32)
        within = np.zeros(len(hashes), dtype=np.bool_)
        if len(runs) and len(self._stock):
            at = np.minimum(np.searchsorted(self._stock, runs), len(self._stock) - 1)
            for first in np.flatnonzero(self._stock[at] == runs).tolist():
                within[first : first + STOCK_RUN] = True
        return within

    def of(self, word: str) -> float:
        """The weight of one word or name; of several words, that of the rarest."""
        found = words(word).hashes
        return float(self.weights(found).max()) if len(found) else 0.0
