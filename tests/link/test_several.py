"""Groups without a name that several articles tell. All is invented."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.link.test_deeds import event, groups

from tellings.link.actors import Cast, actors
from tellings.model import EventMention, Party, Role, Span

NAMELESS = "not named in the text"


def told(article: str, words: str, *events: EventMention, at: int = 0) -> Cast:
    """An article that tells of one group by `words`, of which the last is its noun."""
    text = f"{'x' * at}{words} were told of."
    start = at + words.rfind(" ") + 1
    span = Span(start, at + len(words))
    word = span.of(text)
    role = Role(word, None, span)
    party = Party(article, "person", word, (word,), (span,), (role,), why=NAMELESS, plural=True)
    return Cast(article, "s", text, (party,), tuple(events))


def test_one_word_in_two_leads() -> None:
    a, b = told("a", "the miners"), told("b", "two miners")
    assert groups(a, b) == [{"a", "b"}]
    (tie,) = actors([a, b])[0]
    assert tie.why == "the only group in each: “miners” of the lead"
    assert groups(a, replace(b, story="t")) == [{"a"}, {"b"}]


def test_one_part_by_other_words() -> None:
    a = told("a", "two women", event("kill", bears="a"))
    b = told("b", "2 bakers", event("die", does="b"))
    assert groups(a, b) == [{"a", "b"}]
    assert groups(a, replace(b, events=(event("kill", does="b"),))) == [{"a"}, {"b"}]


@pytest.mark.parametrize("words", ["three miners", "3 miners"])
def test_other_numbers_are_other_groups(words: str) -> None:
    assert groups(told("a", "two miners"), told("b", words)) == [{"a"}, {"b"}]


@pytest.mark.parametrize("word", ["officials", "witnesses", "experts"])
def test_words_for_many_groups_join_none(word: str) -> None:
    assert groups(told("a", f"the {word}"), told("b", f"the {word}")) == [{"a"}, {"b"}]


def test_outside_the_lead_they_stay_apart() -> None:
    assert groups(told("a", "the miners"), told("b", "the miners", at=900)) == [{"a"}, {"b"}]


def test_two_such_groups_in_one_article_join_none() -> None:
    a, b = told("a", "the miners"), told("b", "the miners")
    second = replace(b.parties[0], id="c", mentions=(Span(4, 10),))
    both = replace(b, parties=(*b.parties, second))
    assert groups(a, both) == [{"a"}, {"b"}, {"c"}]


def test_two_reasons_are_one_tie() -> None:
    a = told("a", "the miners", event("kill", bears="a"))
    b = told("b", "two miners", event("die", does="b"))
    (tie,) = actors([a, b])[0]
    assert tie.why.startswith("the only group in each: those told as ")
