"""Names with a byname, put together. Every name is invented."""

from __future__ import annotations

import pytest

from tellings.annotate.bynames import bynamed
from tellings.annotate.names import NameMention
from tellings.model import Span
from tellings.model.marks import NameKind


def pieces(text: str, *found: str, kind: NameKind = "person") -> list[NameMention]:
    """Mentions of the given pieces of a text, one token each."""
    return [
        NameMention(n, n + 1, Span(text.index(one), text.index(one) + len(one)), kind, one)
        for n, one in enumerate(found)
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ('Tom "the Pike" Reyl sang.', ["Tom", "Pike", "Reyl"]),
        ("Tom “Pike” Reyl sang.", ["Tom “Pike", "Reyl"]),
        ("Tom 'the Pike' Reyl sang.", ["Tom", "Pike' Reyl"]),
        ("Tom (Pike) Reyl sang.", ["Tom", "Reyl"]),
    ],
)
def test_the_pieces_are_one_name(text: str, found: list[str]) -> None:
    (one,) = bynamed(text, pieces(text, *found))
    assert one.span.of(text) == text.removesuffix(" sang.")
    assert (one.first, one.last, one.kind) == (0, len(found), "person")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ('Tom Reyl said "no" to Ada.', ["Tom Reyl", "Ada"]),
        ('Tom Reyl "The town sleeps", Ada said.', ["Tom Reyl", "Ada"]),
        ("Tom Reyl (Mayor) Ada Holm", ["Tom Reyl", "Ada Holm"]),
        ('Tom "Pike"\nReyl', ["Tom", "Reyl"]),
    ],
)
def test_what_is_quoted_beside_a_name_is_no_byname(text: str, found: list[str]) -> None:
    told = pieces(text, *found)
    assert bynamed(text, told) == told


def test_a_place_with_a_byname_stays_what_it_is() -> None:
    text = 'Lower "Pike" Harbour'
    told = pieces(text, "Lower", "Harbour", kind="place")
    assert bynamed(text, told) == told
