"""Which event answers which: by what their tellings say of each other."""

from __future__ import annotations

from itertools import permutations

from tellings.link.answers import answered
from tellings.model import Article, Cite, Event, EventMention, EventTelling, Input, Marks, Span

TEXT = "It struck in response to a raid. It raided in response to a strike."


def event(id: str, *marks: str) -> Event:
    tellings = tuple(
        EventTelling(
            mark, Cite("a-1", 0, 2, "It"), Cite("a-1", 0, 2, "It"), None, None, None, None,
            "asserted", None,
        )
        for mark in marks
    )  # fmt: skip
    return Event(
        id, "s", "OTHER", "act", None, (), None, None, (), (), None, None, "asserted", tellings,
        1, 1,
    )  # fmt: skip


def mention(id: str, other: str | None, words: str) -> EventMention:
    start = TEXT.index(words)
    span = Span(start, start + len(words))
    return EventMention(id, span, span, "OTHER", "act", answers=other, answering=span)


def links(events: list[Event], *mentions: EventMention) -> dict[str, list[tuple[str | None, str]]]:
    articles = {"a-1": Article("a-1", Input("x", "0"), TEXT)}
    made = answered(events, [Marks("a-1", events=mentions)], articles)
    assert [e.id for e in made] == [e.id for e in events]
    return {e.id: [(a.event, a.cite.text) for a in e.answers] for e in made if e.answers}


RAID, STRIKE = event("e-raid", "m-1", "m-3"), event("e-strike", "m-2")


def test_an_event_answers_the_event_that_its_telling_answers() -> None:
    told = mention("m-2", "m-1", "in response to a raid")
    assert links([RAID, STRIKE], told) == {"e-strike": [("e-raid", "in response to a raid")]}


def test_where_it_is_no_event_or_the_event_itself_the_words_are_kept() -> None:
    words = "in response to a raid"
    assert links([STRIKE], mention("m-2", "m-gone", words)) == {"e-strike": [(None, words)]}
    assert links([STRIKE], mention("m-2", None, words)) == {"e-strike": [(None, words)]}
    assert links([RAID], mention("m-1", "m-3", words)) == {"e-raid": [(None, words)]}
    assert links([RAID], mention("m-gone", "m-1", words)) == {}


def test_two_that_answer_each_other_are_not_told_apart() -> None:
    one = mention("m-2", "m-1", "in response to a raid")
    two = mention("m-1", "m-2", "in response to a strike")
    for order in permutations((one, two)):
        assert links([RAID, STRIKE], *order) == {
            "e-raid": [(None, "in response to a strike")],
            "e-strike": [(None, "in response to a raid")],
        }
