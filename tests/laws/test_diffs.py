"""Diffs between two wordings: laws on any words, then what each type of change is."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tellings.text.diffs import Change, ChangeKind, diff, kind
from tellings.text.spellings import Spelling
from tellings.words.spelling import spelling

KNOWN = Spelling(spelling())
WORD = ["they", "will", "not", "don't", "labour", "5", "%", "[he]", "…", "go", "U.S.", "“so”"]
WORDS = st.lists(st.sampled_from(WORD), max_size=9)
MIRROR: dict[str, ChangeKind] = {"inserted": "removed", "removed": "inserted"}


def without(text: str, spans: list[tuple[int, int]]) -> list[str]:
    for start, end in sorted(spans, reverse=True):
        text = text[:start] + " " + text[end:]
    return "".join(c if c.isalnum() or c in "%'" else " " for c in text).lower().split()


@given(WORDS, WORDS)
def test_what_is_not_a_change_is_equal_and_changes_stand_in_order(
    ours: list[str], theirs: list[str]
) -> None:
    left, right = " ".join(ours), " ".join(theirs)
    changes = diff(left, right)
    sides = ([c.left for c in changes], [c.right for c in changes])
    for text, spans in zip((left, right), sides, strict=True):
        here = [span for span in spans if span is not None]
        assert all(a.end <= b.start for a, b in pairwise(here))
        assert all(span.end <= len(text) for span in here)
    rests = [
        without(text, [(s.start, s.end) for s in spans if s is not None])
        for text, spans in zip((left, right), sides, strict=True)
    ]
    assert rests[0] == rests[1]


@given(WORDS, WORDS)
def test_a_wording_equals_itself_and_kind_follows_diff(ours: list[str], theirs: list[str]) -> None:
    left, right = " ".join(ours), " ".join(theirs)
    assert diff(left, left, KNOWN) == ()
    assert (kind(left, right, KNOWN) == "same") == (diff(left, right, KNOWN) == ())


@given(WORDS, WORDS)
def test_the_other_way_round_is_the_mirror_image(ours: list[str], theirs: list[str]) -> None:
    left, right = " ".join(ours), " ".join(theirs)
    back = tuple(
        Change(MIRROR.get(change.kind, change.kind), change.right, change.left)
        for change in diff(right, left, KNOWN)
    )
    assert diff(left, right, KNOWN) == back


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("The dam holds.", "“the dam holds”", "same"),
        ("we keep the promise we made", "We keep the promise", "trimmed"),
        ("we keep … made", "we keep the promise we made", "trimmed"),
        (
            "the labour centre organised 5 per cent",
            "The labor center organized five percent",
            "spelling",
        ),
        ("U.S. troops won't move on Sept. 3", "US troops will not move on September 3", "spelling"),
        ("co-operate with policy makers", "cooperate with policymakers", "spelling"),
        ("the tide's out, it's late", "the tide is out, it is late", "spelling"),
        ("the health-care bill", "the healthcare bill", "spelling"),
        ("we keep our … word on it", "we keep our promise and word on it", "trimmed"),
        ("we mend … ships for it", "we mend boats for it", "trimmed"),
        ("wait, what", "wait - what", "punctuation"),
        ("he said it plainly", "[Ilves] said it plainly", "clarified"),
        ("mend her boat for it", "mend her (Ida’s) boat for it", "clarified"),
        ("the plan is badly flawed", "the plan is deeply flawed", "changed"),
        ("we had decided on it", "we had not decided on it", "inserted"),
        ("we had not decided on it", "we had decided on it", "removed"),
        ("the ship sailed", "nobody came home", "changed"),
    ],
)
def test_kinds(left: str, right: str, expected: str) -> None:
    assert kind(left, right, KNOWN) == expected


def test_spans_hold_the_exact_words_on_both_sides() -> None:
    left, right = "a seriously flawed vote", "a significantly flawed vote"
    (change,) = diff(left, right)
    assert change.kind == "changed"
    assert change.matters
    assert change.left is not None
    assert change.right is not None
    assert (change.left.of(left), change.right.of(right)) == ("seriously", "significantly")


def test_only_other_words_matter() -> None:
    assert not any(Change(kind, None, None).matters for kind in ("trimmed", "spelling"))
    assert Change("inserted", None, None).matters


def test_no_listed_form_is_compared_as_two_words_by_chance() -> None:
    for word in ("filled", "four", "tour", "rise", "league", "hatred", "wise"):
        assert KNOWN.compared(word).isalnum()
    assert KNOWN.compared("filled") != KNOWN.compared("filed")
    assert KNOWN.compared("tour") != KNOWN.compared("tor")
