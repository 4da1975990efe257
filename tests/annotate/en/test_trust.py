"""Trust rises with what speaks for an attribution."""

from __future__ import annotations

import numpy as np

from tellings.annotate.en import pairs
from tellings.annotate.en.trust import WEIGHTS, features, trust


def scored(likely: float, content: float, source: float, start: float) -> pairs.Scored:
    anchors = np.array([3])
    near = pairs.around(anchors, np.zeros(10, np.int64), np.ones(10, np.int64))
    shares = np.zeros((1, pairs.WIDE, 4), np.float32)
    first = np.zeros((1, pairs.WIDE + 1), np.float32)
    shares[0, pairs.BEFORE + 1 : pairs.BEFORE + 4, 2] = content
    shares[0, pairs.BEFORE - 2 : pairs.BEFORE, 1] = source
    first[0, 1 + pairs.BEFORE - 2] = start
    chance = np.array([likely], np.float32)
    return pairs.Scored(anchors, chance, chance, shares, first, near)


CUED = pairs.Cued(3, frozenset({1, 2}), frozenset({4, 5, 6}), frozenset({3}), 0.0)


def test_features_read_the_words_of_the_attribution() -> None:
    known = features(CUED, 0, scored(0.5, 0.75, 0.25, 0.125), frozenset({4, 5}))
    assert len(known) == len(WEIGHTS)
    np.testing.assert_allclose(known, (0, 0, 0.75, 0.125, 0.25, 0, 2 / 3, 1), atol=1e-6)


def test_content_beyond_the_networks_reach_counts_for_nothing() -> None:
    far = pairs.Cued(3, frozenset(), frozenset({3 + pairs.BEHIND + 1}), frozenset({3}), 0.0)
    assert features(far, 0, scored(0.5, 0.9, 0.9, 0.9), frozenset())[2] == 0


def test_more_evidence_is_more_trust() -> None:
    weak, strong = scored(0.3, 0.4, 0.4, 0.4), scored(0.9, 0.9, 0.9, 0.9)
    low, high = (trust(features(CUED, 0, s, frozenset())) for s in (weak, strong))
    assert 0 < low < 0.5 < high < 1
