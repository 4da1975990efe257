"""Word pieces and shapes: every word gives at least one piece, and case is told apart."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tellings.annotate.en.pieces import CASES, MOST_PIECES, SHAPES, Pieces, case_of, shape_of

VOCABULARY = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "ship", "##s", "##yard", "e", "-", ".", "u"]


@pytest.mark.parametrize(
    ("word", "case"),
    [
        ("harbour", "lower"),
        ("Harbour", "initial"),
        ("NATO", "upper"),
        ("A", "capital"),
        ("McGregor", "mixed"),
        ("1,200", "digit"),
        ("…", "other"),
        ("", "other"),
    ],
)
def test_case(word: str, case: str) -> None:
    assert CASES[case_of(word)] == case


def test_longest_pieces_first_and_accents_off() -> None:
    cut = Pieces(VOCABULARY)
    assert cut.of("Shipyards") == (4, 6, 5)
    assert cut.of("É-ship") == (7, 8, 4)
    assert cut.of("ships") == (4, 5)
    assert cut.of("quay") == (1,)


@given(st.text(max_size=80))
def test_every_word_has_pieces(word: str) -> None:
    cut = Pieces(VOCABULARY)
    ids = cut.of(word)
    assert 1 <= len(ids) <= MOST_PIECES
    assert ids == cut.of(word)
    assert all(0 <= i < len(VOCABULARY) for i in ids)
    assert 0 <= shape_of(word, True, True) < SHAPES
