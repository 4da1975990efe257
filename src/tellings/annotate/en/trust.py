"""How far an attribution is to be trusted: the probability that content and source are both right.

A logistic regression on what the network says of it, fitted by `python -m models.en.trust` on the
articles of PolNeAR train that the network never saw (matched at Jaccard 0.5, as in the bench).
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from tellings.annotate.en.pairs import BEFORE, BEHIND, Cued, Scored

# Log-odds that the word stands for a cue, and that it attributes; mean share of the content's
# words; chance of the source's first word (of nobody, where none is told); mean share of the
# source's words; is the source nobody; share of the content inside quotation marks; and 1.
WEIGHTS = (0.28, 0.25, 1.63, 0.95, 1.49, -0.24, 0.39, -4.07)


def features(c: Cued, k: int, scored: Scored, inside: frozenset[int]) -> tuple[float, ...]:
    """What is known of the attribution `c` of the anchor `k`, in the order of WEIGHTS."""
    shares, first = scored.shares[k], scored.first[k]
    # The network's columns around the anchor; a quotation may reach further than it looked.
    content = [i - c.anchor + BEFORE for i in c.content if -BEFORE <= i - c.anchor <= BEHIND]
    source = [i - c.anchor + BEFORE for i in c.source if -BEFORE <= i - c.anchor <= BEHIND]
    start = float(first[1 + min(source)] if source else first[0])
    return (
        _log_odds(float(scored.likely[k])),
        _log_odds(float(scored.sure[k])),
        float(shares[content, 2].mean()) if content else 0.0,
        start,
        float(shares[source, 1].mean()) if source else start,
        float(not c.source),
        len(c.content & inside) / len(c.content),
        1.0,
    )


def _log_odds(p: float) -> float:
    p = min(max(p, 1e-4), 1 - 1e-4)
    return float(np.log(p / (1 - p)))


def trust(known: Sequence[float]) -> float:
    """The probability, from `features`."""
    score = float(np.dot(known, WEIGHTS))
    return float(1 / (1 + np.exp(-np.clip(score, -60, 60))))
