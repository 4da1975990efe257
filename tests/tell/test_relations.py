"""Relations: who acts on whom, who acts together, and by what names an end can be asked for."""

from __future__ import annotations

import pytest

from tellings.model import Actor, Article, Cite, Event, EventTelling, Groups, Input, Record
from tellings.tell.desk import Desk
from tellings.tell.relations import between, relations
from tellings.tell.timeline import events
from tellings.tell.view import EventView

TEXT = "They met, struck and signed."


def actor(id: str, name: str, country: str | None) -> Actor:
    return Actor(id, "person", name, (name,), (f"p-{id}",), (), country, country)


ACTORS = (
    actor("x-1", "Ida Fell", "NOR"),
    actor("x-2", "Bo Rask", "DNK"),
    actor("x-3", "envoys", None),
    actor("x-4", "envoys", None),
    actor("x-5", "Oslo", "NOR"),
)
DESK = Desk(Record({"a-1": Article("a-1", Input("x", "0"), TEXT)}, {}, Groups(actors=ACTORS)))


def event(id: str, root: str, actors: str, recipients: str, date: str | None) -> EventView:
    told = EventTelling(
        f"m-{id}", Cite("a-1", 0, 8, TEXT[:8]), Cite("a-1", 5, 8, "met"), None, None, None, None,
        "asserted", None,
    )  # fmt: skip
    held = Event(
        id, "s", root, "act", None, (), 1, 1.0, tuple(actors.split()), tuple(recipients.split()),
        date, None, "asserted", (told,), 1, 1,
    )  # fmt: skip
    return events(DESK, [held])[0]


def ids(found: tuple[EventView, ...]) -> list[str]:
    return [each.id for each in found]


EVENTS = (
    event("e-meet", "CONSULT", "x-1 x-2", "", "2031-05-04"),
    event("e-strike", "ASSAULT", "x-1 x-2", "x-3", "2031-05-05"),
    event("e-ask", "REQUEST", "x-2", "x-5", "2031-05"),
    event("e-old", "ACCUSE", "x-1", "x-2", None),
)


@pytest.mark.parametrize(
    "pair", [("NOR", "DNK"), ("Denmark", "Norway"), ("dnk", "Ida Fell"), ("x-1", "x-2")]
)
def test_who_meets_is_found_and_who_strikes_together_does_nothing_to_each_other(
    pair: tuple[str, str],
) -> None:
    found = ids(between(DESK, EVENTS, pair))
    assert "e-meet" in found
    assert "e-strike" not in found
    assert found[-1] == "e-old"


def test_an_end_is_a_country_by_its_name_and_a_capital_only_by_its_own() -> None:
    assert "e-ask" in ids(between(DESK, EVENTS, ("Norway", "Denmark")))
    assert ids(between(DESK, EVENTS, ("Oslo", "Denmark"))) == ["e-ask"]


def test_a_pair_of_countries_makes_one_relation_of_its_dated_events() -> None:
    (one,) = relations(DESK, "s", EVENTS)[:1] or (None,)
    assert one is None  # one dated day only: a list says it better
    more = (*EVENTS, event("e-sign", "AGREE", "x-2 x-5", "", "2031-05-06"))
    (two,) = relations(DESK, "s", more)
    assert (two.left, two.right) == ("Denmark", "Norway")
    assert ids(two.events) == ["e-meet", "e-sign"]


def test_nobody_is_named_twice_and_no_id_is_shown() -> None:
    twice = event("e-2", "ASSAULT", "x-3 x-4", "x-4 x-unknown", None)
    assert twice.who == "envoys"
    assert event("e-3", "ASSAULT", "x-1", "USA", None).who == "Ida Fell → United States"
