"""What one party does to another, by the words of the sentence: hashed features for a linear model.

The words are lowered and cut to rough stems; the two parties are replaced by a sign each, so that
no name can carry the answer. Features are words, neighbouring pairs, and words between the parties.
models/en/pair_words.py fits the weights; it and the reader share this file.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from io import BytesIO
from itertools import pairwise
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from tellings.words.pair_roots import pair_roots

Floats = NDArray[np.float32]
ACTOR, RECIPIENT = "<actor>", "<recipient>"
# 2^15 places hold the 14,000 that training fills; some features share a place.
PLACES = 1 << 15
_ENDING = re.compile(r"(?<=...)(?:ing|ed|es|s|e)$")
_WORD = re.compile(r"[a-z]")


def stem(word: str) -> str:
    """The word lowered, without a common ending where three letters or more are left."""
    return _ENDING.sub("", word.lower())


def signs(
    words: Sequence[str], actor: Collection[int] = (), recipient: Collection[int] = ()
) -> list[str]:
    """The sentence as stems, each party as one sign; what holds no letter is left out."""
    found: list[str] = []
    for i, word in enumerate(words):
        sign = ACTOR if i in actor else RECIPIENT if i in recipient else stem(word)
        party = sign in (ACTOR, RECIPIENT)
        if (party and found[-1:] != [sign]) or (not party and _WORD.search(sign)):
            found.append(sign)
    return found


def features(found: Sequence[str]) -> list[int]:
    """The places of the features of a sentence's signs, each once, in order."""
    return sorted({crc32(name.encode()) % PLACES for name in _names(found)})


def _names(found: Sequence[str]) -> Iterator[str]:
    yield from found
    yield from (f"{a} {b}" for a, b in pairwise(found))
    if ACTOR in found and RECIPIENT in found:
        a, b = found.index(ACTOR), found.index(RECIPIENT)
        order = ">" if a < b else "<"
        yield from (f"{order}{word}" for word in found[min(a, b) + 1 : max(a, b)])


@dataclass(frozen=True, slots=True)
class Weights:
    """Each place's row in `weights` (-1: none) and rarity; weights [rows, roots]; bias [roots]."""

    rows: NDArray[np.int32]
    rarity: Floats
    weights: Floats
    bias: Floats


@cache
def shipped() -> Weights:
    """The weights that come with the package."""
    with np.load(BytesIO(pair_roots())) as kept:
        rows = np.full(PLACES, -1, dtype=np.int32)
        rows[kept["places"]] = np.arange(len(kept["places"]))
        weights = kept["weights"].astype(np.float32) * kept["scale"]
        return Weights(rows, kept["rarity"].astype(np.float32), weights, kept["bias"])


def scores(found: Sequence[str], weights: Weights) -> Floats:
    """A score a root (log-probability but for a constant) for a sentence's signs."""
    places = np.array(features(found), dtype=np.int64)
    if not len(places):
        return weights.bias
    told = weights.rarity[places]
    told = told / max(1e-6, float(np.sqrt((told**2).sum())))
    held = weights.rows[places] >= 0
    return np.asarray(told[held] @ weights.weights[weights.rows[places[held]]] + weights.bias)
