"""What an article is about, as one vector of weighed words, names and figures."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from tellings.text.background import Background
from tellings.text.runs import Bools
from tellings.text.shingles import Hashes, Words, words

# Shares of the three kinds of terms; chosen on the development affairs and on ECB+'s train and dev
# topics (bench/stories.py), where names alone keep like events apart (.84 pairwise on ECB+ against
# .82 of all words) and all words keep one story together.
WORDS, NAMES, FIGURES = 0.62, 0.19, 0.19
LEAD = 200  # words that count whole; background stands behind them and counts less
BEHIND = 0.3
HEADLINE = 3.0
COMMONEST = 0.5  # a word that 6 of 10 articles have says nothing of the matter
# Of each kind, the weightiest: articles of any length cost the same. 80 cost a third of a point
# of pairwise F1 on ECB+'s train topics, 160 brought nothing.
MOST_TERMS = 120
CENTRAL = 8  # names that an article is most about
MOST_LETTERS = 12_000  # read of an article: about 2,000 words
LABELS = 24  # terms kept in words, to say what two articles have in common

_FIGURE = re.compile(r"\d[\d.,]*\d|\d")
_YEAR = re.compile(r"\b(?:19[5-9]\d|20[0-4]\d)\b")
_STOP = re.compile(r"[.!?\n]")
_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec"
_ANY_MONTH = "|".join(month.title() for month in _MONTHS.split())
_DAY = re.compile(
    rf"\b({_ANY_MONTH})[a-z]*\.? (\d{{1,2}})\b(?! \d)|\b(\d{{1,2}}) ({_ANY_MONTH})[a-z]*\b"
)
_CALENDAR = (
    f"{_MONTHS} january february march april june july august september sept october november "
    "december monday tuesday wednesday thursday friday saturday sunday"
)

_SPREAD = np.uint64(0x9E3779B97F4A7C15)  # 2^64 / golden ratio: a figure as a hash
# Weights are whole steps of 2^-20, so that sums of their products are exact in any order: the same
# likeness whichever of two articles came first.
_STEPS = 1 << 20
_TERM = 30  # bits of a term's hash; two bits above them tell its kind

Floats = NDArray[np.float64]
Terms = NDArray[np.uint32]
Weights = NDArray[np.float32]
_Hash = TypeVar("_Hash", np.uint32, np.uint64)


@dataclass(frozen=True, slots=True, eq=False)
class Vector:
    """Terms (sorted) and their weights, 8 bytes a term: an archive holds a million of these."""

    terms: Terms
    weights: Weights


@dataclass(frozen=True, slots=True, eq=False)
class Keys:
    """What an article is about: its terms, the years and the days of the year that it tells.

    In `told`, words stand first, then names, then figures. The squares of the weights of each kind
    sum to its share, so that the product of two is how alike they are: 1 for the same article.
    """

    told: Vector
    central: Vector  # the names it is most about, as words, with shares that sum to 1
    years: frozenset[int] = frozenset()
    days: frozenset[int] = frozenset()  # month × 32 + day
    labels: tuple[str, ...] = ()  # the `weightiest` LABELS words as they stand in it


def keys(
    text: str, title: str | None, background: Background, names: Iterable[str] | None = None
) -> Keys:
    """The keys of an article. `names` are its proper names as a reader found them.

    Without `names`, a word with a capital letter is taken for one, unless it starts a sentence and
    stands elsewhere in lower case.
    """
    read = f"{title}\n{text[:MOST_LETTERS]}" if title else text[:MOST_LETTERS]
    found = words(read)
    times = np.where(np.arange(len(found.starts)) < LEAD, 1.0, BEHIND)
    if title:
        times[found.starts < len(title)] = HEADLINE
    weights = background.weights(found.hashes)
    weights[(weights < COMMONEST) | (found.ends - found.starts < 2)] = 0.0
    proper = _proper(read, found.starts, found.hashes, names)
    told = _vector(found.hashes, times, weights)
    named = _vector(found.hashes[proper], times[proper], weights[proper])
    figures = _figures(read, len(title) if title else 0)
    parts = [_part(0, WORDS, *told), _part(1, NAMES, *named), _part(2, FIGURES, *figures)]
    vector = Vector(*(np.concatenate(columns) for columns in zip(*parts, strict=True)))
    return Keys(
        vector,
        _central(*named),
        frozenset(int(year) for year in _YEAR.findall(read)),
        frozenset(filter(None, (_day(*match) for match in _DAY.findall(read)))),
        _labels(read, weightiest(vector, LABELS), found),
    )


def weightiest(told: Vector, count: int) -> list[int]:
    """The heaviest words of an article, the heaviest first, equal ones by their hash."""
    words = int(np.searchsorted(told.terms, 1 << _TERM))
    order = np.lexsort((told.terms[:words], -told.weights[:words]))[:count]
    terms: list[int] = told.terms[order].tolist()
    return terms


def _part(kind: int, share: float, hashes: Hashes, weights: Floats) -> tuple[Terms, Weights]:
    terms = (hashes >> np.uint64(64 - _TERM)).astype(np.uint32) | np.uint32(kind << _TERM)
    return terms, (np.rint(weights * math.sqrt(share) * _STEPS) / _STEPS).astype(np.float32)


def _labels(text: str, terms: Sequence[int], found: Words) -> tuple[str, ...]:
    """Terms in words, in the form (capitals) that each has most often."""
    forms: dict[int, Counter[str]] = {term: Counter() for term in terms}
    short = (found.hashes >> np.uint64(64 - _TERM)).astype(np.uint32)
    at = np.flatnonzero(known(np.sort(np.array(terms, dtype=np.uint32)), short))
    for i in at.tolist():
        forms[int(short[i])][text[int(found.starts[i]) : int(found.ends[i])]] += 1
    return tuple(min(kinds, key=lambda w: (-kinds[w], w)) for kinds in forms.values())


def known(terms: NDArray[_Hash], wanted: NDArray[_Hash]) -> Bools:
    """Which of `wanted` are among the sorted `terms`."""
    if not len(terms):
        return np.zeros(wanted.shape, dtype=np.bool_)
    known: Bools = terms[np.minimum(np.searchsorted(terms, wanted), len(terms) - 1)] == wanted
    return known


@cache
def _calendar() -> Hashes:
    return np.sort(words(_CALENDAR).hashes)


def _proper(
    text: str, starts: NDArray[np.int64], hashes: Hashes, names: Iterable[str] | None
) -> Bools:
    capital = np.array([text[i].isupper() for i in starts.tolist()], dtype=np.bool_)
    proper = capital & ~known(_calendar(), hashes)
    if names is not None:
        return proper & known(np.sort(words("\n".join(names)).hashes), hashes)
    stops = np.array([-1, *(match.start() for match in _STOP.finditer(text))], dtype=np.int64)
    opens = np.zeros(len(starts), dtype=np.bool_)
    at = np.searchsorted(starts, stops)
    opens[at[at < len(starts)]] = True
    return proper & ~(opens & known(np.sort(hashes[~capital]), hashes))


def _vector(hashes: Hashes, times: Floats, weights: Floats) -> tuple[Hashes, Floats]:
    terms, first, which = np.unique(hashes, return_index=True, return_inverse=True)
    counts = np.bincount(which, weights=times, minlength=len(terms))
    grown = np.where(counts >= 1, 1 + np.log(np.maximum(counts, 1)), counts)
    return _weightiest(terms, grown * weights[first])


def _figures(text: str, headline: int) -> tuple[Hashes, Floats]:
    """Figures weigh by how many signs they have, up to 4: `7` is everywhere, `1,205` is not."""
    counts: dict[str, float] = {}
    for n, match in enumerate(_FIGURE.finditer(text)):
        times = HEADLINE if match.end() <= headline else 1.0 if n < LEAD // 10 else BEHIND
        counts[match.group()] = counts.get(match.group(), 0.0) + times
    grown = {
        figure: (1 + math.log(times) if times >= 1 else times) * (1 + min(len(figure), 4))
        for figure, times in counts.items()
    }
    terms = {int(re.sub(r"\D", "", figure)[:18]): weight for figure, weight in grown.items()}
    hashes = np.array(list(terms), dtype=np.uint64) * _SPREAD
    order = np.argsort(hashes)
    return _weightiest(hashes[order], np.array(list(terms.values()), dtype=np.float64)[order])


def _weightiest(terms: Hashes, weights: Floats) -> tuple[Hashes, Floats]:
    """The heaviest terms, of length 1 together; equal weights are cut by the terms' order."""
    kept = np.flatnonzero(weights > 0)
    if len(kept) > MOST_TERMS:
        kept = np.sort(kept[np.lexsort((terms[kept], -weights[kept]))[:MOST_TERMS]])
    length = math.sqrt(float(np.square(weights[kept]).sum())) or 1.0
    return terms[kept], weights[kept] / length


def _day(month: str, day: str, other_day: str, other_month: str) -> int | None:
    number = int(day or other_day)
    month_number = _MONTHS.split().index((month or other_month).lower()) + 1
    return month_number * 32 + number if number <= 31 else None


def _central(hashes: Hashes, weights: Floats) -> Vector:
    order = np.sort(np.lexsort((hashes, -weights))[:CENTRAL])
    return Vector(*_part(0, 1.0, hashes[order], weights[order] / max(weights[order].sum(), 1e-9)))
