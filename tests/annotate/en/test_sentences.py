"""Sentence starts: what no probability may break, and that nothing grows without end."""

from __future__ import annotations

import numpy as np
import pytest

from tellings.annotate.en.sentences import MOST_WORDS, starts
from tellings.words.tables import toml

ABBREVIATIONS = {k: frozenset(v.split()) for k, v in toml("abbreviations.toml").items()}
HIGH = 9.0


def _starts(words: list[str], score: float = HIGH) -> list[int]:
    flags = [i == 0 for i in range(len(words))]
    scores = np.full(len(words), score, dtype=np.float32)
    return starts(words, [True] * len(words), flags, scores, ABBREVIATIONS)


@pytest.mark.parametrize("pair", [("Mr.", "Okoro"), ("Sept.", "1"), ("Gen.", "Park"), ("No.", "4")])
def test_never_between(pair: tuple[str, str]) -> None:
    assert 1 not in _starts([*pair, "stayed"])


def test_closing_marks_start_nothing() -> None:
    assert _starts(["Stop", "!", "”", "He"]) == [0, 3]


def test_country_abbreviations_need_certainty() -> None:
    assert 1 not in _starts(["U.S.", "Ships"], score=1.0)
    assert 1 in _starts(["U.S.", "Ships"], score=HIGH)
    assert 1 not in _starts(["U.S.", "ships"], score=HIGH)


def test_a_quotation_with_a_comma_goes_on() -> None:
    assert _starts(["“", "Stay", ",", "”", "Ana", "said", ".", "Rain"], score=HIGH)[-1] == 7
    assert 4 not in _starts(["“", "Stay", ",", "”", "Ana", "said"])


def test_no_text_no_sentence() -> None:
    assert _starts([]) == []


def test_long_runs_are_cut() -> None:
    words = ["word"] * 1000
    found = _starts(words, score=-5.0)
    assert all(b - a <= MOST_WORDS for a, b in zip(found, [*found[1:], 1000], strict=True))
