"""Two wordings side by side. All sentences are invented."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tellings.text.collation import Change, collate
from tellings.text.spellings import Spelling
from tellings.words.spelling import spelling

KNOWN = Spelling(spelling())
STOP = frozenset({"the", "a", "of", "is", "and", "in"})


def changes(a: str, b: str) -> list[tuple[str, str]]:
    found = collate(a, b, KNOWN, STOP)
    assert found is not None
    return [_told(change, a, b) for change in (*found.changes, *found.edges)]


def _told(change: Change, a: str, b: str) -> tuple[str, str]:
    left = change.left.of(a) if change.left else ""
    return left, change.right.of(b) if change.right else ""


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("The barge sank by night.", "The barge burned by night.", [("sank", "burned")]),
        ("The old barge sank.", "The barge sank.", [("old", "")]),
        ("reversing the dry rot", "reverse the dry rot", [("reversing", "reverse")]),
        (
            "mills and ashes",
            "All that is left: mill and ash",
            [("mills", "mill"), ("ashes", "ash")],
        ),
        ("We shut the eleventh mill.", "We shut the 11th mill.", []),
        ("They are stopping the mill.", "They are stoppin the mill.", []),
        ("The gate shut at 6:00 sharp.", "The gate shut at 6 sharp.", []),
        ("They shut the mill.", "[The owners] shut the mill.", []),
        ("The mill will shut.", "The mill will shut in May, he knew.", []),
    ],
)
def test_changes(a: str, b: str, expected: list[tuple[str, str]]) -> None:
    assert changes(a, b) == expected


def test_other_words_at_one_edge_are_told() -> None:
    found = collate("we heard the bell loud and clear", "all heard the bell loud and clear", KNOWN)
    assert found is not None
    assert [(edge.ours, edge.theirs) for edge in found.edges] == [(("we",), ("all",))]


def test_words_that_moved_are_told() -> None:
    assert changes("the mill on the river burned", "burned, the mill on the river") == [
        ("burned", "burned")
    ]


def test_words_that_say_nothing_make_no_core() -> None:
    assert collate("the end of the pier", "a sack of grain", KNOWN, STOP) is None


WORDS = st.lists(
    st.sampled_from(["mill", "mills", "river", "flood", "the", "of", "six", "6", "rose"]),
    max_size=9,
)


@given(WORDS, WORDS)
def test_the_same_mirrored_whichever_comes_first(one: list[str], other: list[str]) -> None:
    a, b = " ".join(one), " ".join(other)
    found, turned = collate(a, b, KNOWN, STOP), collate(b, a, KNOWN, STOP)
    if found is None or turned is None:
        assert found is turned
        return
    assert found.core == turned.core[::-1]
    assert [(c.ours, c.theirs) for c in found.changes] == [
        (c.theirs, c.ours) for c in turned.changes
    ]
    assert 0 < found.cover <= 1
    assert 0 < found.density <= 1
