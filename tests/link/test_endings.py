"""A body called by the end of its name. All names are invented."""

from __future__ import annotations

import pytest

from tellings.link.endings import endings
from tellings.link.unnamed import Cast
from tellings.model import Party, Span
from tellings.model.marks import NameKind


def party(
    id_: str, name: str, kind: NameKind = "organisation", country: str | None = None
) -> Party:
    return Party(id_, kind, name, (name,), (Span(0, 1),), country=country)


def cast(article: str, *parties: Party, story: str = "s", text: str = "") -> Cast:
    return Cast(article, story, text, parties)


def tied(*casts: Cast) -> list[tuple[str, str]]:
    return [(tie.left, tie.right) for tie in endings(casts)]


ROVERS = cast("a", party("1", "Velm Rovers"))


def test_the_last_word_is_the_one_body_that_ends_so() -> None:
    (tie,) = endings([ROVERS, cast("b", party("2", "Rovers"))])
    assert (tie.left, tie.right, tie.verdict) == ("1", "2", "same")
    assert "Rovers" in tie.why


@pytest.mark.parametrize(
    "other",
    [
        cast("b", party("2", "Rovers"), story="t"),
        # the story writes the word small, or of a group
        cast("b", party("2", "Rovers"), text="The rovers went home."),
        cast("b", party("2", "Rovers"), party("3", "Rovers", "group")),
        # two that end so
        cast("b", party("2", "Rovers"), party("3", "Harl Rovers")),
        # the beginning is none, nor is another land's
        cast("b", party("2", "Velm")),
    ],
)
def test_what_ends_no_name(other: Cast) -> None:
    assert not tied(ROVERS, other)


def test_another_land() -> None:
    one = cast("a", party("1", "Velm Rovers", country="VEL"))
    assert not tied(one, cast("b", party("2", "Rovers", country="HAR")))


def test_a_kind_of_body_names_none() -> None:
    assert not tied(cast("a", party("1", "Velm Council")), cast("b", party("2", "Council")))


def test_the_order_of_the_articles_is_nothing() -> None:
    told = [ROVERS, cast("b", party("2", "Rovers")), cast("c", party("3", "Rovers"))]
    assert endings(told) == endings(told[::-1])
