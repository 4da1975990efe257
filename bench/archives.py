"""Generated articles as grouping sees them, without end: terms, names, figures and days, no text.

Words are drawn from one vocabulary as common words are in any language (Zipf's law); every affair
adds names of its own, and one in three repeats words and known names of the affair before it some
years later: a like event that is another story.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import numpy as np
from numpy.typing import NDArray

from tellings.link.stories import Item
from tellings.link.vectors import CENTRAL, FIGURES, LABELS, NAMES, WORDS, Keys, Vector, weightiest

VOCABULARY, KNOWN = 60_000, 5_000  # words; names that many affairs have
FIRST = 100  # the commonest words weigh too little to be terms
TOPIC, OWN_NAMES, KNOWN_NAMES, OWN_FIGURES = 30, 12, 4, 4  # what an affair is told with
TOLD, NAMED, FIGURED, BESIDE = 22, 10, 3, 40  # of those in one article, and other words beside
MOST = 11  # articles of an affair at most
_START = date(1990, 1, 1).toordinal()
_DAYS = 12_000

Terms = NDArray[np.int64]


def stream(seed: int) -> Iterator[tuple[Item, int]]:
    """Articles one after the other, each with the number of its affair."""
    random = np.random.default_rng(seed)
    affair: tuple[Terms, Terms, Terms, int] | None = None
    story = number = 0
    while True:
        like = affair if affair is not None and story % 3 == 2 else None
        affair = _affair(random, like)
        for _ in range(random.integers(1, MOST + 1)):
            yield _item(random, number, *affair), story
            number += 1
        story += 1


def _affair(
    random: np.random.Generator, like: tuple[Terms, Terms, Terms, int] | None
) -> tuple[Terms, Terms, Terms, int]:
    """(words, names, figures, day)"""
    topic = np.unique(_words(random, TOPIC))
    fresh = random.integers(VOCABULARY + KNOWN, 1 << 30, OWN_NAMES)
    known = random.integers(VOCABULARY, VOCABULARY + KNOWN, KNOWN_NAMES)
    day = _START + int(random.integers(0, _DAYS))
    if like is not None:
        topic = np.unique(np.concatenate((like[0][::2], topic[::2])))
        known = like[1][-KNOWN_NAMES:]
        day = like[3] + int(random.integers(400, 1500))
    figures = random.integers(0, 1 << 30, OWN_FIGURES)
    return topic, np.concatenate((fresh, known)), figures, day


def _words(random: np.random.Generator, count: int) -> Terms:
    """Words by rank, a word of rank r with a chance in proportion to 1 / r."""
    spread = np.log((VOCABULARY - 1) / FIRST)
    return (FIRST * np.exp(spread * random.random(count))).astype(np.int64)


def _item(
    random: np.random.Generator, number: int, topic: Terms, names: Terms, figures: Terms, day: int
) -> Item:
    named = _some(random, names, NAMED)
    words = np.unique(np.concatenate((_some(random, topic, TOLD), _words(random, BESIDE), named)))
    parts = [words, np.sort(named), np.sort(_some(random, figures, FIGURED))]
    rarity = np.minimum(np.log(1 + words / FIRST), 7.0)
    weights = [rarity * random.lognormal(0, 0.4, len(words)), np.ones(NAMED), np.ones(FIGURED)]
    told = Vector(
        np.concatenate([_hashed(p) % (1 << 30) | k << 30 for k, p in enumerate(parts)]),
        np.concatenate([_scaled(w, s) for w, s in zip(weights, SHARES, strict=True)]),
    )
    told = _sorted(told)
    central = _sorted(Vector(_hashed(named[:CENTRAL]) % (1 << 30), _EVEN))
    labels = tuple(f"w{term:x}" for term in weightiest(told, LABELS))
    printed = date.fromordinal(day + int(random.integers(0, 4)))
    told_day = frozenset([printed.month * 32 + printed.day] if random.random() < 0.5 else [])
    keys = Keys(told, central, frozenset([printed.year]), told_day, labels)
    return Item(f"{number:016x}", f"Generated article {number}", keys, printed.isoformat())


SHARES = (WORDS, NAMES, FIGURES)
_EVEN = np.full(CENTRAL, 1 / CENTRAL, dtype=np.float32)


def _some(random: np.random.Generator, of: Terms, count: int) -> Terms:
    return random.permutation(of)[:count]


def _scaled(weights: NDArray[np.float64], share: float) -> NDArray[np.float32]:
    steps = 1 << 20  # as link.vectors rounds them
    scaled = weights * np.sqrt(share / np.square(weights).sum())
    return (np.rint(scaled * steps) / steps).astype(np.float32)


def _hashed(numbers: Terms) -> NDArray[np.uint32]:
    """Numbers spread over 32 bits, so that their order says nothing."""
    return ((numbers.astype(np.uint64) * np.uint64(0x9E3779B97F4A7C15)) >> np.uint64(32)).astype(
        np.uint32
    )


def _sorted(vector: Vector) -> Vector:
    order = np.argsort(vector.terms)
    return Vector(vector.terms[order], vector.weights[order])
