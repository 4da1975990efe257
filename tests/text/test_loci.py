"""Where two wordings read differently, and what is only a cut or another sentence."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tellings.text.diffs import diff
from tellings.text.loci import loci, said
from tellings.text.spellings import Spelling
from tellings.words.spelling import spelling
from tellings.words.tables import toml

KNOWN = Spelling(spelling())
STOP = frozenset(toml("stop.toml")["words"])
WORD = ["the", "old", "barge", "sank", "twice", "near", "Orr.", "So", "it", "was", "not", "…"]
WORDS = st.lists(st.sampled_from(WORD), max_size=14)


def read(a: str, b: str) -> list[tuple[str, str]]:
    """What reads differently, as words of the two."""
    return [pair for locus in loci(a, b, KNOWN, STOP).loci for pair in said(locus, a, b)]


@given(WORDS, WORDS)
def test_the_other_way_round_gives_the_same_loci_mirrored(a: list[str], b: list[str]) -> None:
    ours, theirs = " ".join(a), " ".join(b)
    assert [pair[::-1] for pair in read(theirs, ours)] == read(ours, theirs)


@given(WORDS, WORDS)
def test_a_locus_holds_changes_only_and_equal_words_none(a: list[str], b: list[str]) -> None:
    ours, theirs = " ".join(a), " ".join(b)
    compared = loci(ours, theirs, KNOWN, STOP)
    changes = diff(ours, theirs, KNOWN)
    for locus in compared.loci:
        assert set(locus.changes) <= set(changes)
        assert all(change.matters for change in locus.changes)
        for change in locus.changes:
            if change.left is not None:
                assert not any(word.overlaps(change.left) for word in compared.equal)


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("badly flawed", "deeply flawed", [("badly", "deeply")]),
        ("We will close the gate at nine.", "They will close the gate at nine.", [("We", "They")]),
        ("the hull is badly worn aft", "the hull is slightly worn aft", [("badly", "slightly")]),
        ("we did not promise them a ferry", "we did promise them a ferry", [("not", "")]),
        (
            "the end of trust, of free passage and of free choice.",
            "the end of trust, of free passage and of self-rule",
            [("free choice", "self-rule")],
        ),
    ],
)
def test_what_reads_differently(a: str, b: str, expected: list[tuple[str, str]]) -> None:
    assert read(a, b) == expected


@pytest.mark.parametrize(
    ("a", "b"),
    [
        # contractions, spaces, hyphens and spellings of one word
        ("the tide’s turning for the whole coast", "the tide is turning for the whole coast"),
        ("she'd have sold the health care firm", "she would have sold the healthcare firm"),
        ("they're gonna raise the ferry fares", "they are going to raise the ferry fares"),
        # a cut, marked or not, and what stands beside it
        ("the harbour … will never close to us", "the harbour and gates will never close to us"),
        ("we mend it … now for all", "we mend it at once, and we mend it for all"),
        ("close the gate", "I think that we ought to close the gate and go"),
        # a word that opens a sentence, and says nothing
        ("So the crew was never at risk here.", "The crew was never at risk here."),
        # two sentences that only end alike, or of which one is left out
        (
            "He moved back to mend his boats. So we see a great deal of him",
            "I call him my captain. So we see a great deal of him",
        ),
        (
            "So no, the barge was not full, though much can happen. It was at risk of sinking,",
            "So it was at risk of sinking.",
        ),
        # a short fragment made to fit the sentence around
        ("mended quays", "mending quays"),
        # two words of a formula
        ("extremely small", "extremely glad that the chance is so small"),
    ],
)
def test_what_does_not(a: str, b: str) -> None:
    assert read(a, b) == []
