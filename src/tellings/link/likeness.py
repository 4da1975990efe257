"""How alike two articles are in what they tell: words, names, figures and days, weighed.

Every weight comes from the two articles and from a fixed table of how common words are in the news
(`text.background`), so a third article never changes what was found for two.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

import numpy as np
from numpy.typing import NDArray

from tellings.text.background import Background
from tellings.text.runs import Bools
from tellings.text.shingles import Hashes, Words, words

# Shares of the three vectors, and what years and days do to their sum; chosen on the development
# affairs and on ECB+'s training topics (bench/stories.py), where names alone keep like events
# apart (.84 pairwise on ECB+ against .82 of all words) and all words keep one story together.
WORDS, NAMES, FIGURES = 0.62, 0.19, 0.19
OTHER_YEAR = 0.12  # a year between the latest years told costs 11%, five or more 45%
MOST_YEARS = 5
SAME_DAY = 0.3  # a day of the year that both tell brings 35%
# Stories last, and capture dates lag: 400 days between publication cost nothing, a year more 55%.
# A shorter grace cost 1 point of pairwise F1 on the development affairs.
GRACE, FADING = 400, 365
OTHER_TIME = 0.8

# Names that each is most about and the other lacks: all of them would cost 26%. It parts a
# minister's meetings from his successor's.
OTHER_NAMES = 0.3
CENTRAL = 8

LEAD = 200  # words that count whole; background stands behind them and counts less
BEHIND = 0.3
HEADLINE = 3.0
COMMONEST = 0.5  # a word that 6 of 10 articles have says nothing of the matter
MOST_TERMS = 80  # of each kind, the weightiest: articles of any length cost the same
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


def likeness(one: Keys, other: Keys, apart: int | None = None) -> float:
    """How alike two articles are: 0 nothing in common, about 1 the same text, rounded to 1e-6.

    `apart` is the number of days between their publication, None where it is not known.
    """
    return _weighed(one, other, apart, float(_told_alike(one, [other])[0]))


def tied(
    one: Keys, others: Sequence[Keys], apart: Sequence[int | None], least: float
) -> Iterator[tuple[int, float]]:
    """(number, likeness) of those of `others` that are at least `least` alike to `one`."""
    alike = _told_alike(one, others)
    for n in np.flatnonzero(alike * math.exp(SAME_DAY) >= least - 1e-6).tolist():
        found = _weighed(one, others[n], apart[n], float(alike[n]))
        if found >= least:
            yield n, found


def _weighed(one: Keys, other: Keys, apart: int | None, alike: float) -> float:
    cost = OTHER_NAMES * min(_lacking(one, other), _lacking(other, one))
    return round(alike * math.exp(timing(one, other, apart) - cost), 6)


def _told_alike(one: Keys, others: Sequence[Keys]) -> Floats:
    """How alike words, names and figures are, days and what is missing left aside."""
    if not others:
        return np.zeros(0)
    alike: Floats = (
        WORDS * _cosines(one.words, [other.words for other in others])
        + NAMES * _cosines(one.names, [other.names for other in others])
        + FIGURES * _cosines(one.figures, [other.figures for other in others])
    )
    return alike


def _cosines(one: Vector, others: Sequence[Vector]) -> Floats:
    if not len(one.terms):
        return np.zeros(len(others))
    terms = np.concatenate([other.terms for other in others])
    weights = np.concatenate([other.weights for other in others])
    bounds = np.cumsum([0, *(len(other.terms) for other in others)])
    at = np.minimum(np.searchsorted(one.terms, terms), len(one.terms) - 1)
    products = np.where(one.terms[at] == terms, one.weights[at] * weights, 0.0)
    sums = np.concatenate(([0.0], np.cumsum(products)))
    cosines: Floats = sums[bounds[1:]] - sums[bounds[:-1]]
    return cosines


def _lacking(one: Keys, other: Keys) -> float:
    """Which part, by weight, of the names that `one` is most about `other` does not have."""
    terms, held = one.central.terms, other.words.terms
    if not len(held):
        return float(one.central.weights.sum())
    at = np.minimum(np.searchsorted(held, terms), len(held) - 1)
    return float(one.central.weights @ (held[at] != terms))


def likenesses(articles: Sequence[Keys], days: Sequence[str | None]) -> Floats:
    """`likeness` of each two of some articles (n × n, symmetric, 0 on the diagonal)."""
    told = _table([article.words for article in articles])
    alike = (
        WORDS * (told[1] @ told[1].T)
        + NAMES * _products([article.names for article in articles])
        + FIGURES * _products([article.figures for article in articles])
    )
    lacking = _all_lacking(articles, *told)
    added = _timings(articles, days) - OTHER_NAMES * np.minimum(lacking, lacking.T)
    result: Floats = np.round(alike * np.exp(added), 6)
    np.fill_diagonal(result, 0.0)
    return np.minimum(result, result.T)


def _table(vectors: Sequence[Vector]) -> tuple[Hashes, Floats]:
    """All terms, sorted, and the vectors as rows over them."""
    terms = np.unique(np.concatenate([vector.terms for vector in vectors]))
    rows = np.zeros((len(vectors), len(terms)))
    for row, vector in zip(rows, vectors, strict=True):
        row[np.searchsorted(terms, vector.terms)] = vector.weights
    return terms, rows


def _products(vectors: Sequence[Vector]) -> Floats:
    rows = _table(vectors)[1]
    products: Floats = rows @ rows.T
    return products


def _all_lacking(articles: Sequence[Keys], terms: Hashes, rows: Floats) -> Floats:
    """`_lacking` of each article (row) in each other (column)."""
    held = (rows > 0).astype(np.float64)
    shares = np.zeros_like(rows)
    unheld = np.zeros((len(articles), 1))  # names too light to be among any article's words
    for n, article in enumerate(articles):
        names, parts = article.central.terms, article.central.weights
        at = np.minimum(np.searchsorted(terms, names), max(len(terms) - 1, 0))
        known = terms[at] == names if len(terms) else np.zeros(len(names), dtype=np.bool_)
        shares[n, at[known]] = parts[known]
        unheld[n] = parts[~known].sum()
    lacking: Floats = shares.sum(axis=1, keepdims=True) + unheld - shares @ held.T
    return lacking


def _timings(articles: Sequence[Keys], days: Sequence[str | None]) -> Floats:
    count = len(articles)
    added = np.zeros((count, count))
    for i, one in enumerate(articles):
        for j in range(i):
            added[i, j] = added[j, i] = timing(one, articles[j], apart(days[i], days[j]))
    return added


def timing(one: Keys, other: Keys, apart: int | None) -> float:
    """What the years and days that both tell, and those they came out on, add (as a logarithm)."""
    added = 0.0
    if one.years and other.years:
        added -= OTHER_YEAR * min(abs(max(one.years) - max(other.years)), MOST_YEARS)
    if one.days & other.days:
        added += SAME_DAY
    if apart is not None:
        added -= OTHER_TIME * min(max(apart - GRACE, 0) / FADING, 1.0)
    return added


def apart(one: str | None, other: str | None) -> int | None:
    """Days between two EDTF days; None where one is missing or less exact than a day."""
    try:
        days = [date.fromisoformat((edtf or "")[:10]) for edtf in (one, other)]
    except ValueError:
        return None
    return abs((days[0] - days[1]).days)


def reason(one: Keys, other: Keys, apart: int | None) -> str:
    """In words, what two articles have in common, and what their days say."""
    common = [term for term in one.labels if term in other.labels]
    said = ", ".join(one.labels[term] for term in common[:5])
    parts = [f"both tell of {said}" if said else "few words in common"]
    if one.days & other.days:
        parts.append("both tell of one day of the year")
    if one.years and other.years and max(one.years) != max(other.years):
        parts.append(f"the latest years told are {max(one.years)} and {max(other.years)}")
    if apart is not None:
        parts.append(f"published {apart} day{'' if apart == 1 else 's'} apart")
    return "; ".join(parts)
