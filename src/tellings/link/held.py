"""What an archive holds of its articles: columns of numbers, about 1 KB an article."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from tellings.link.vectors import CENTRAL, Keys, Terms, Vector, Weights

Ints = NDArray[np.int64]
_Kind = TypeVar("_Kind", bound=np.generic)


@dataclass(frozen=True, slots=True, eq=False)
class Columns:
    """Some articles side by side, as comparing them needs it; equal lengths but for `bounds`."""

    terms: Terms  # of all articles, one after the other
    weights: Weights
    bounds: Ints  # where each article's terms start; one more than articles
    central: Terms  # n × CENTRAL
    shares: Weights  # n × CENTRAL, 0 where there is no such name
    latest: Ints  # the latest year told, 0 for none
    days: Sequence[int]  # days of the year told, a bit each
    published: Ints  # day of publication as an ordinal, 0 unknown

    def row(self, n: int) -> Vector:
        """The terms of one article."""
        part = slice(int(self.bounds[n]), int(self.bounds[n + 1]))
        return Vector(self.terms[part], self.weights[part])

    def __len__(self) -> int:
        return len(self.days)


class Held:
    """The articles of an archive by number; grows by one at a time."""

    def __init__(self) -> None:
        self._terms = array("I")
        self._weights = array("f")
        self._bounds = array("Q", [0])
        self._central = array("I")
        self._shares = array("f")
        self._latest = array("H")
        self._days: list[int] = []
        self._published = array("i")

    def add(self, keys: Keys, day: str | None) -> int:
        """Takes in an article published on `day` (EDTF or None); returns its number."""
        self._terms.frombytes(keys.told.terms.tobytes())
        self._weights.frombytes(keys.told.weights.tobytes())
        self._bounds.append(len(self._terms))
        spare = [0] * (CENTRAL - len(keys.central.terms))
        self._central.extend(keys.central.terms.tolist() + spare)
        self._shares.extend(keys.central.weights.tolist() + spare)
        self._latest.append(max(keys.years, default=0))
        self._days.append(sum(1 << each for each in keys.days))
        self._published.append(ordinal(day))
        return len(self._days) - 1

    def told(self, number: int) -> Vector:
        """The terms of one article."""
        part = slice(self._bounds[number], self._bounds[number + 1])
        return Vector(
            np.frombuffer(self._terms[part], dtype=np.uint32),
            np.frombuffer(self._weights[part], dtype=np.float32),
        )

    def columns(self, numbers: Sequence[int]) -> Columns:
        """Some articles side by side, in the order given."""
        at = np.array(numbers, dtype=np.int64)
        starts, ends = (_taken(self._bounds, np.uint64, at + n).astype(np.int64) for n in (0, 1))
        bounds = np.concatenate(([0], np.cumsum(ends - starts)))
        terms = np.repeat(starts - bounds[:-1], ends - starts) + np.arange(bounds[-1])
        names = (CENTRAL * at)[:, None] + np.arange(CENTRAL)
        return Columns(
            _taken(self._terms, np.uint32, terms),
            _taken(self._weights, np.float32, terms),
            bounds,
            _taken(self._central, np.uint32, names),
            _taken(self._shares, np.float32, names),
            _taken(self._latest, np.uint16, at).astype(np.int64),
            [self._days[n] for n in numbers],
            _taken(self._published, np.int32, at).astype(np.int64),
        )


def columns(articles: Iterable[tuple[Keys, str | None]]) -> Columns:
    """Articles side by side that no archive holds, each with its day of publication."""
    held = Held()
    return held.columns([held.add(keys, day) for keys, day in articles])


def ordinal(edtf: str | None) -> int:
    """A day as a number; 0 where it is missing or less exact than a day."""
    try:
        return date.fromisoformat((edtf or "")[:10]).toordinal()
    except ValueError:
        return 0


def _taken(column: array[int] | array[float], kind: type[_Kind], at: Ints) -> NDArray[_Kind]:
    """Some numbers of a column, copied: a view would keep it from growing."""
    return np.frombuffer(column, dtype=kind)[at]
