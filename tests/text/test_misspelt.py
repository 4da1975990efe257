"""Words one letter apart, found by keys and not by comparing all with all."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.distance import OSA

from tellings.text.misspelt import near

WORDS = st.lists(st.text("abkn", min_size=5, max_size=7), max_size=12, unique=True)


@given(WORDS)
def test_every_pair_one_letter_apart_is_found_once(words: list[str]) -> None:
    pairs = list(near(words))
    expected = {
        (a, b) for a in words for b in words if a < b and a[0] == b[0] and OSA.distance(a, b) == 1
    }
    assert expected <= set(pairs)
    assert len(pairs) == len(set(pairs))
    assert pairs == list(near(reversed(words)))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Brathwick", "Brathwink"),
        ("Tarnmoor", "Tranmoor"),
        ("Sergei", "Sergey"),
        ("Orrelby", "Orelby"),
    ],
)
def test_near(one: str, other: str) -> None:
    assert list(near([one, other])) == [tuple(sorted((one, other)))]


@pytest.mark.parametrize(
    ("one", "other"),
    [("Tarn", "Tarm"), ("Brathwick", "brathwick"), ("Brannock", "Crannock"), ("Élodie", "Elodie")],
)
def test_not_near(one: str, other: str) -> None:
    assert not list(near([one, other]))
