"""Spans from scores: only legal sequences, the right extents, sound probabilities."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from tellings.annotate.en.bio import log_probabilities, spans, tags_of

KINDS = ("A", "B")
TAGS = tags_of(KINDS)


def _scores(*tags: str) -> np.ndarray:
    rows = np.zeros((len(tags), len(TAGS)), dtype=np.float32)
    for i, tag in enumerate(tags):
        rows[i, TAGS.index(tag)] = 9.0
    return rows


def test_tags_stand_in_the_order_of_the_columns() -> None:
    assert TAGS == ("O", "B-A", "I-A", "B-B", "I-B")


def test_two_neighbours_of_one_kind_stay_two() -> None:
    found = spans(_scores("O", "B-A", "I-A", "B-A", "O", "B-B"), KINDS)
    assert [f[:3] for f in found] == [(1, 3, "A"), (3, 4, "A"), (5, 6, "B")]


def test_an_inside_never_follows_outside_or_another_kind() -> None:
    # The best single tags are (B-B, I-A, I-A), which is not legal.
    scores = _scores("B-B", "I-A", "I-A")
    scores[1, TAGS.index("B-A")] = 8.0
    assert [f[:3] for f in spans(scores, KINDS)] == [(0, 1, "B"), (1, 3, "A")]


def test_no_words_no_spans() -> None:
    assert spans(np.zeros((0, len(TAGS)), dtype=np.float32), KINDS) == []


@given(
    arrays(
        np.float32, st.tuples(st.integers(1, 12), st.just(5)), elements=st.floats(-20, 20, width=32)
    )
)
def test_spans_are_in_order_apart_and_probable(scores: np.ndarray) -> None:
    found = spans(scores, KINDS)
    end = 0
    for first, last, kind, sure in found:
        assert end <= first < last <= len(scores)
        assert kind in KINDS
        assert 0.0 <= sure <= 1.0 + 1e-6
        end = last


@given(arrays(np.float32, (4, 5), elements=st.floats(-50, 50, width=32)))
def test_log_probabilities_sum_to_one(scores: np.ndarray) -> None:
    assert np.allclose(np.exp(log_probabilities(scores)).sum(1), 1.0, atol=1e-5)
