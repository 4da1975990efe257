"""The score of attributions, on an invented text."""

from __future__ import annotations

import pytest
from bench.attribution_score import (
    Attributed,
    Tally,
    characters,
    form,
    jaccard,
    marked,
    matches,
    tallies,
    trimmed,
)

TEXT = "“The bridge may fall,” Olin said. Ek thinks that it “must” close soon."
QUOTE, OLIN, SAID = (0, 22), (23, 27), (28, 32)
CLAUSE, EK, THINKS = (44, 69), (34, 36), (37, 43)
GOLD = [Attributed((QUOTE,), (SAID,), (OLIN,)), Attributed((CLAUSE,), (THINKS,), (EK,))]


def test_gold_against_itself_is_all_right() -> None:
    found = tallies(GOLD, GOLD, TEXT)
    assert found["all"] == Tally(2, 2, 2, 2)
    assert found["direct"] == Tally(1, 1, 1, 1)
    assert found["mixed"] == Tally(1, 1, 1, 1)
    assert found["indirect"] == Tally()
    assert found["all"].f1(found["all"].sourced) == pytest.approx(100)


def test_a_wrong_source_counts_for_the_content_alone() -> None:
    found = tallies(GOLD, [Attributed((QUOTE,), (SAID,), (EK,))], TEXT)["all"]
    assert found == Tally(2, 1, 1, 0)
    assert found.recall(found.matched) == 50
    assert found.precision(found.sourced) == 0


def test_no_source_on_both_sides_is_right_on_one_is_wrong() -> None:
    bare = [Attributed((QUOTE,), (SAID,))]
    assert tallies(bare, bare, TEXT)["all"].sourced == 1
    assert tallies(bare, GOLD[:1], TEXT)["all"].sourced == 0


def test_edge_punctuation_and_space_do_not_count() -> None:
    inner = Attributed(((1, 20),), (SAID,), (OLIN,))
    (met,) = matches(GOLD[:1], [inner], TEXT)
    assert met.overlap == 1


def test_each_side_is_taken_once_best_first() -> None:
    near = Attributed(((0, 15),), (SAID,), (OLIN,))
    met = matches(GOLD[:1], [near, GOLD[0]], TEXT)
    assert [(m.gold, m.found) for m in met] == [(0, 1)]


def test_half_is_enough_and_less_is_not() -> None:
    text = "abcdefgh"
    gold = [Attributed(((0, 8),))]
    assert matches(gold, [Attributed(((0, 4),))], text)
    assert not matches(gold, [Attributed(((0, 3),))], text)


def test_forms() -> None:
    inside = marked(TEXT)
    assert form(characters([QUOTE], TEXT), inside) == "direct"
    assert form(characters([CLAUSE], TEXT), inside) == "mixed"
    assert form(characters([(44, 51)], TEXT), inside) == "indirect"
    assert marked("an open “mark\nends here ” no") == frozenset(range(8, 13))


def test_nothing_has_no_overlap() -> None:
    assert jaccard(frozenset(), frozenset()) == 0
    assert trimmed(characters([(20, 22)], TEXT), TEXT) == frozenset()
    assert tallies([], [], TEXT)["all"].f1(0) == 0
