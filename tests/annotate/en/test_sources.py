"""A source's end by an invented parse."""

from __future__ import annotations

import numpy as np
import pytest
import spacy
from spacy.tokens import Doc

from tellings.annotate.en.pairs import Cued
from tellings.annotate.en.sources import mended

WORDS = ["The", "city", "council", "today", "said", "it", "will", "pay"]
HEADS = [2, 2, 4, 4, 4, 7, 7, 4]
DEPS = ["det", "compound", "nsubj", "advmod", "ROOT", "nsubj", "aux", "ccomp"]
POS = ["DET", "NOUN", "NOUN", "ADV", "VERB", "PRON", "AUX", "VERB"]


def source(*places: int, cue: int = 4) -> list[str]:
    doc = Doc(spacy.blank("en").vocab, words=WORDS, heads=HEADS, deps=DEPS, pos=POS)
    given = Cued(cue, frozenset(places), frozenset({5, 6, 7}), frozenset({cue}), 1.0)
    return [WORDS[i] for i in sorted(mended(given, doc, np.arange(len(WORDS))).source)]


@pytest.mark.parametrize(
    ("places", "words"),
    [
        ((0,), ["The", "city", "council"]),
        ((0, 1), ["The", "city", "council"]),
        ((0, 1, 2, 3), ["The", "city", "council"]),
        ((0, 1, 2), ["The", "city", "council"]),
        ((), []),
    ],
)
def test_a_source_ends_with_its_noun(places: tuple[int, ...], words: list[str]) -> None:
    assert source(*places) == words


def test_a_source_does_not_run_into_the_cue() -> None:
    assert source(0, cue=1) == ["The"]


def test_a_bare_article_takes_the_noun_behind_it_whatever_the_tree() -> None:
    heads = [4, 2, 4, 4, 4, 7, 7, 4]
    doc = Doc(spacy.blank("en").vocab, words=WORDS, heads=heads, deps=DEPS, pos=POS)
    given = Cued(4, frozenset({0}), frozenset({5, 6, 7}), frozenset({4}), 1.0)
    assert mended(given, doc, np.arange(len(WORDS))).source == {0, 1, 2}


def test_a_subject_within_the_cue_is_the_source() -> None:
    words = ["It", "fell", ",", "said", "the", "report"]
    heads, deps = [1, 3, 1, 3, 5, 3], ["nsubj", "ccomp", "punct", "ROOT", "det", "nsubj"]
    pos = ["PRON", "VERB", "PUNCT", "VERB", "DET", "NOUN"]
    doc = Doc(spacy.blank("en").vocab, words=words, heads=heads, deps=deps, pos=pos)
    given = Cued(3, frozenset(), frozenset({0, 1}), frozenset({3, 4, 5}), 1.0)
    found = mended(given, doc, np.arange(6))
    assert (found.source, found.cue) == ({4, 5}, {3})
    alone = Cued(3, frozenset(), frozenset({0, 1}), frozenset({3}), 1.0)
    assert mended(alone, doc, np.arange(6)) == alone
