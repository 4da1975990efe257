"""What two numbers' sentences have in common. All texts are invented."""

from __future__ import annotations

import pytest
from tests.weigh.scenes import state

from tellings.flow.scenes import scenes_of
from tellings.weigh.alike import alike
from tellings.weigh.measures import measures
from tellings.weigh.rarity import Rarity

DAY = "2021-03-04"


def signs(one: str, other: str, low: tuple[str, str]) -> dict[str, float]:
    """The signs of the numbers of the two articles that have these values."""
    (scene,) = scenes_of(state((DAY, one), (DAY, other)))
    told = list(measures(scene))
    a = next(m for m in told if m.article == "a0" and str(m.figure.low) == low[0])
    b = next(m for m in told if m.article == "a1" and str(m.figure.low) == low[1])
    return dict(alike(a, b, Rarity(scene)))


def test_numbers_told_within_one_event() -> None:
    found = signs(
        "Police arrested 12 miners in Velm on Tuesday.",
        "On Tuesday police arrested 14 miners in Velm.",
        ("12", "14"),
    )
    assert "one_event" in found
    assert "other_event" not in found


def test_numbers_of_acts_by_other_actors() -> None:
    found = signs(
        "Karovia expelled 12 envoys on Tuesday.",
        "Lurania expelled 14 envoys on Tuesday.",
        ("12", "14"),
    )
    assert "other_actor" in found
    assert "one_actor" not in found


def test_a_part_told_of_its_whole() -> None:
    found = signs(
        "The office in Velm received 9,000 letters, 7,000 of which came from one town.",
        "The office in Velm received 8,000 letters.",
        ("7000", "8000"),
    )
    assert "one_of_whole" in found


def test_what_comes_on_top_is_told_before_its_number_too() -> None:
    one, other = "Velm called another six engines.", "Velm called seven engines."
    assert "more" in signs(one, other, ("6", "7"))
    assert "more" not in signs(one, "Velm called a further seven engines.", ("6", "7"))


@pytest.mark.parametrize(
    ("text", "twins"),
    [
        ("The rocket rose 770 kilometers (480 miles).", [1, 1]),
        ("She got two years, with nine months to serve.", [0, 0]),
        ("It cost $50 million (36 million pounds).", [1, 1]),
    ],
)
def test_one_value_in_two_units_is_told_by_its_size(text: str, twins: list[int]) -> None:
    (scene,) = scenes_of(state((DAY, text)))
    assert [len(one.twins) for one in measures(scene)] == twins
