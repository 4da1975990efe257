"""What an article is about, as vectors of weighed words, names and figures."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from tellings.text.background import Background
from tellings.text.runs import Bools
from tellings.text.shingles import Hashes, Words, words

LEAD = 200  # words that count whole; background stands behind them and counts less
BEHIND = 0.3
HEADLINE = 3.0
COMMONEST = 0.5  # a word that 6 of 10 articles have says nothing of the matter
MOST_TERMS = 80  # of each kind, the weightiest: articles of any length cost the same
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

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class Vector:
    """Terms (sorted hashes) and their weights; the squares of the weights sum to 1."""

    terms: Hashes
    weights: Floats


@dataclass(frozen=True, slots=True, eq=False)
class Keys:
    """What an article is about: three vectors, the years and the days of the year it tells."""

    words: Vector
    names: Vector
    figures: Vector
    central: Vector  # the names it is most about, with shares that sum to 1
    years: frozenset[int] = frozenset()
    days: frozenset[int] = frozenset()  # month × 32 + day
    labels: Mapping[int, str] = field(default_factory=dict)  # the weightiest terms as they stand


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
    return Keys(
        told,
        named,
        _figures(read, len(title) if title else 0),
        _central(named),
        frozenset(int(year) for year in _YEAR.findall(read)),
        frozenset(filter(None, (_day(*match) for match in _DAY.findall(read)))),
        _labels(read, told, found),
    )


def weightiest(vector: Vector, count: int) -> list[int]:
    """The heaviest terms, the heaviest first, equal ones by their hash."""
    order = np.lexsort((vector.terms, -vector.weights))[:count]
    terms: list[int] = vector.terms[order].tolist()
    return terms


def _labels(text: str, told: Vector, found: Words) -> dict[int, str]:
    """The weightiest terms in words, in the form (capitals) that a term has most often."""
    terms = weightiest(told, LABELS)
    forms: dict[int, Counter[str]] = {term: Counter() for term in terms}
    at = np.flatnonzero(np.isin(found.hashes, np.array(terms, dtype=np.uint64)))
    for i in at.tolist():
        word = text[int(found.starts[i]) : int(found.ends[i])]
        forms[int(found.hashes[i])][word] += 1
    return {term: min(kinds, key=lambda w: (-kinds[w], w)) for term, kinds in forms.items()}


def _proper(
    text: str, starts: NDArray[np.int64], hashes: Hashes, names: Iterable[str] | None
) -> Bools:
    capital = np.array([text[i].isupper() for i in starts.tolist()], dtype=np.bool_)
    proper = capital & ~np.isin(hashes, words(_CALENDAR).hashes)
    if names is not None:
        return proper & np.isin(hashes, words("\n".join(names)).hashes)
    stops = np.array([-1, *(match.start() for match in _STOP.finditer(text))], dtype=np.int64)
    opens = np.zeros(len(starts), dtype=np.bool_)
    at = np.searchsorted(starts, stops)
    opens[at[at < len(starts)]] = True
    return proper & ~(opens & np.isin(hashes, hashes[~capital]))


def _vector(hashes: Hashes, times: Floats, weights: Floats) -> Vector:
    terms, first, which = np.unique(hashes, return_index=True, return_inverse=True)
    counts = np.bincount(which, weights=times, minlength=len(terms))
    grown = np.where(counts >= 1, 1 + np.log(np.maximum(counts, 1)), counts)
    return _weightiest(terms, grown * weights[first])


def _figures(text: str, headline: int) -> Vector:
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
    ordered = sorted(terms)
    return _weightiest(
        np.array(ordered, dtype=np.uint64), np.array([terms[t] for t in ordered], dtype=np.float64)
    )


def _weightiest(terms: Hashes, weights: Floats) -> Vector:
    """The heaviest terms, of length 1 together; equal weights are cut by the terms' order."""
    kept = np.flatnonzero(weights > 0)
    if len(kept) > MOST_TERMS:
        kept = np.sort(kept[np.lexsort((terms[kept], -weights[kept]))[:MOST_TERMS]])
    length = math.sqrt(float(np.square(weights[kept]).sum())) or 1.0
    return Vector(terms[kept], weights[kept] / length)


def _day(month: str, day: str, other_day: str, other_month: str) -> int | None:
    number = int(day or other_day)
    month_number = _MONTHS.split().index((month or other_month).lower()) + 1
    return month_number * 32 + number if number <= 31 else None


def _central(names: Vector) -> Vector:
    order = np.sort(np.lexsort((names.terms, -names.weights))[:CENTRAL])
    weights = names.weights[order]
    return Vector(names.terms[order], weights / max(float(weights.sum()), 1e-9))
