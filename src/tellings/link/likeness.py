"""How alike two articles are in what they tell: words, names, figures and days, weighed.

Every weight comes from the two articles and from a fixed table of how common words are in the news
(`text.background`), so a third article never changes what was found for two.
"""

from __future__ import annotations

import numpy as np

from tellings.link.held import Columns
from tellings.link.vectors import Floats, Terms, known

# What years and days do to the likeness of the terms (as a logarithm); chosen on the development
# affairs and on ECB+'s train and dev topics (bench/stories.py).
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


def alike(one: Columns, others: Columns) -> Floats:
    """How alike the first article of `one` is to each of `others`, rounded to 1e-6.

    0 is nothing in common; the same text twice is about 1, up to 1.35 where both tell a day.
    """
    told, central = one.row(0), one.central[0]
    terms = np.unique(np.concatenate((told.terms, central)))
    weights, shares = np.zeros(len(terms)), np.zeros(len(terms))
    weights[np.searchsorted(terms, told.terms)] = told.weights
    np.add.at(shares, np.searchsorted(terms, central), one.shares[0])
    at = np.minimum(np.searchsorted(terms, others.terms), len(terms) - 1)
    both = terms[at] == others.terms
    likeness = _sums(np.where(both, weights[at] * others.weights, 0.0), others)
    held = _sums(np.where(both, shares[at], 0.0), others)
    unheld = np.where(known(told.terms, others.central), 0.0, others.shares).sum(axis=1)
    lacking = np.minimum(one.shares[0].sum() - held, unheld)
    result: Floats = np.round(likeness * np.exp(timing(one, 0, others) - OTHER_NAMES * lacking), 6)
    return result


def _sums(values: Floats, articles: Columns) -> Floats:
    sums = np.concatenate(([0.0], np.cumsum(values, dtype=np.float64)))
    found: Floats = sums[articles.bounds[1:]] - sums[articles.bounds[:-1]]
    return found


def likenesses(articles: Columns) -> Floats:
    """`alike` of each two of some articles (n × n, symmetric, 0 on the diagonal)."""
    terms = np.unique(articles.terms)
    rows = np.zeros((len(articles), len(terms)))
    owners = np.repeat(np.arange(len(articles)), np.diff(articles.bounds))
    rows[owners, np.searchsorted(terms, articles.terms)] = articles.weights
    lacking = _lacking(articles, terms, rows)
    added = np.array([timing(articles, n, articles) for n in range(len(articles))])
    added = added.reshape(len(articles), -1) - OTHER_NAMES * np.minimum(lacking, lacking.T)
    result: Floats = np.round(rows @ rows.T * np.exp(added), 6)
    np.fill_diagonal(result, 0.0)
    return np.minimum(result, result.T)


def _lacking(articles: Columns, terms: Terms, rows: Floats) -> Floats:
    """Which part, by weight, of the names each article (row) is most about each other lacks."""
    shares = np.zeros_like(rows)
    held = known(terms, articles.central)
    at = np.searchsorted(terms, articles.central[held])
    np.add.at(shares, (np.nonzero(held)[0], at), articles.shares[held])
    lacking: Floats = articles.shares.sum(axis=1, keepdims=True) - shares @ (rows > 0).T
    return lacking


def timing(one: Columns, n: int, others: Columns) -> Floats:
    """What years, days and publication add (a logarithm), for article `n` of `one` and others."""
    year, day, mask = one.latest[n], one.published[n], one.days[n]
    years = np.where(others.latest == 0, 0, np.abs(others.latest - year)) if year else 0
    apart = np.where(others.published == 0, 0, np.abs(others.published - day)) if day else 0
    same = np.array([mask & other != 0 for other in others.days])
    fading = np.clip((np.asarray(apart) - GRACE) / FADING, 0.0, 1.0)
    added: Floats = SAME_DAY * same - OTHER_YEAR * np.minimum(years, MOST_YEARS)
    return added - OTHER_TIME * fading


def reason(articles: Columns, common: list[str]) -> str:
    """In words, what two articles have in common (its words given), and what their days say."""
    said = ", ".join(common[:5])
    parts = [f"both tell of {said}" if said else "few words in common"]
    if articles.days[0] & articles.days[1]:
        parts.append("both tell of one day of the year")
    years, days = articles.latest.tolist(), articles.published.tolist()
    if all(years) and years[0] != years[1]:
        parts.append(f"the latest years told are {years[0]} and {years[1]}")
    if all(days):
        apart = abs(days[0] - days[1])
        parts.append(f"published {apart} day{'' if apart == 1 else 's'} apart")
    return "; ".join(parts)
