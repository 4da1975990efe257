"""Names from scores: only legal sequences, whatever the scores."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from tellings.annotate.en.names import KINDS, TAGS, spans


def _scores(*tags: str) -> np.ndarray:
    rows = np.full((len(tags), len(TAGS)), -8.0, dtype=np.float32)
    for i, tag in enumerate(tags):
        rows[i, TAGS.index(tag)] = 8.0
    return rows


def test_names_are_read_off() -> None:
    rows = _scores("O", "B-PERSON", "I-PERSON", "O", "B-ORG", "B-ORG")
    assert [(a, b, k) for a, b, k, _ in spans(rows)] == [
        (1, 3, "PERSON"),
        (4, 5, "ORG"),
        (5, 6, "ORG"),
    ]


def test_an_inside_needs_its_beginning() -> None:
    assert spans(_scores("B-LOC", "I-ORG"))[0][2] in KINDS
    assert all(k == "LOC" or a != 0 for a, _, k, _ in spans(_scores("B-LOC", "I-ORG")))


@given(st.integers(0, 60), st.integers(0, 10**6))
def test_never_overlapping(size: int, seed: int) -> None:
    scores = np.random.default_rng(seed).normal(scale=4, size=(size, len(TAGS)))
    last = 0
    for a, b, kind, sure in spans(scores.astype(np.float32)):
        assert last <= a < b <= size
        assert kind in KINDS
        assert 0 < sure <= 1
        last = b
