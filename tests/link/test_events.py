"""One happening is one event; a like one on another day or with other people stays apart."""

from __future__ import annotations

from dataclasses import replace

from tellings.link.events import Comparer, Happened, events
from tellings.link.told import day
from tellings.model import Event, EventMention, Span

WEIGHTS = {"the": 1.0, "in": 1.0, "on": 1.0}
COMPARER = Comparer(lambda word: WEIGHTS.get(word, 8.0), frozenset({"the", "in", "on", "with"}))


def told(
    article: str,
    text: str,
    trigger: str,
    lemma: str,
    actors: tuple[str, ...] = (),
    recipients: tuple[str, ...] = (),
    when: str | None = None,
) -> Happened:
    at = text.index(trigger)
    mention = EventMention(
        f"e-{article}-{at}", Span(0, len(text) - 1), Span(at, at + len(trigger)), "CONSULT", lemma,
        actors=actors, recipients=recipients,
    )  # fmt: skip
    people = frozenset({*actors, *recipients})
    whole = Span(0, len(text))
    return Happened(mention, article, text, whole, actors, recipients, None, when, None, people)


def joined(*happened: Happened) -> list[Event]:
    scale = {"CONSULT": (1, 1.0)}
    return list(events("s-1", happened, COMPARER, lambda told: (len(told), 1), scale)[1])


MET = told("a-1", "Queen Oda met Chancellor Breck in Tolm.", "met", "meet", ("oda",), ("breck",))
TALKS = told("a-2", "Oda held talks with Breck in Tolm.", "talks", "talks", ("oda",), ("breck",))


def test_two_words_for_one_meeting_make_one_event() -> None:
    (event,) = joined(MET, TALKS)
    assert len(event.tellings) == 2
    assert (event.actors, event.recipients) == (("oda",), ("breck",))
    assert event.quad == 1


def test_the_same_people_years_apart_are_two_events() -> None:
    dated = [replace(MET, day="2031-05-04"), replace(TALKS, day="2033-05-04")]
    assert len(joined(*dated)) == 2


def test_other_people_are_another_meeting() -> None:
    text = "Hale held talks with Moor in Tolm."
    assert len(joined(MET, told("a-2", text, "talks", "talks", ("hale",), ("moor",)))) == 2


def test_a_difference_of_one_day_does_not_part_what_all_else_joins() -> None:
    dated = [replace(MET, day="2031-05-04"), replace(TALKS, day="2031-05-05")]
    assert len(joined(*dated)) == 1


def test_a_headline_alone_makes_no_event() -> None:
    assert not joined(told("a-3", "Oda meets Breck in Tolm", "meets", "meet", ("oda",)))


def test_the_order_of_the_tellings_changes_nothing() -> None:
    assert joined(MET, TALKS) == joined(TALKS, MET)


def test_the_day_is_the_one_that_most_dates_allow() -> None:
    assert day(["2031-05", "2031-05-05/2031-05-11", "2031-05-07"]) == "2031-05-07"
    assert day(["2031-05-07T10:00:00"]) == "2031-05-07"
    assert day([]) is None
