"""How alike two articles are in what they tell: words, names, figures and days, weighed.

Every weight comes from the two articles and from a fixed table of how common words are in the news
(`text.background`), so a third article never changes what was found for two.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from datetime import date

import numpy as np

from tellings.link.vectors import Floats, Keys, Vector
from tellings.text.shingles import Hashes

# Shares of the three vectors, and what years and days do to their sum; chosen on the development
# affairs and on ECB+'s train and dev topics (bench/stories.py), where names alone keep like events
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
