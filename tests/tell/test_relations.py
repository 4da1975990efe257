"""Relations: who acts on whom, who acts together, and by what names an end can be asked for."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from tellings.model import Actor, Article, Cite, Event, EventTelling, Groups, Input, Place, Record
from tellings.tell.chart import chart
from tellings.tell.desk import Desk
from tellings.tell.relations import across, between, relations
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
    assert relations(DESK, "s", EVENTS[:2]) == ()  # of one event its own line says all
    (one,) = relations(DESK, "s", (*EVENTS, event("e-sign", "AGREE", "x-2 x-5", "", "2031-05-06")))
    assert (one.left, one.right) == ("Denmark", "Norway")
    assert ids(one.events) == ["e-ask", "e-meet", "e-sign"]


def test_a_relation_across_stories_is_told_by_several() -> None:
    later = (event("e-sign", "AGREE", "x-2 x-5", "", "2033-05-06"),)
    (one,) = across(DESK, {"s-1": EVENTS, "s-2": later, "s-3": ()})
    assert ids(one.events) == ["e-ask", "e-meet", "e-sign"]
    assert across(DESK, {"s-1": EVENTS, "s-2": EVENTS[3:]}) == ()


def test_a_point_is_the_larger_the_more_origins_tell_it() -> None:
    (one,) = relations(
        DESK, "s", [replace(EVENTS[0], independent=n, id=f"e-{n}") for n in (0, 1, 3, 40)]
    )
    drawn = chart(one)
    assert drawn is not None
    radii = [float(r) for r in re.findall(r' r="([\d.]+)"', drawn)]
    assert radii == [4.5, 4.5, 6.5, 8.5] == sorted(radii)
    assert "3 independent</title>" in drawn
    assert chart(replace(one, events=one.events[:1])) is None


def test_nobody_is_named_twice_and_no_id_is_shown() -> None:
    twice = event("e-2", "ASSAULT", "x-3 x-4", "x-4 x-unknown", None)
    assert twice.who == "envoys"
    assert event("e-3", "ASSAULT", "x-1", "USA", None).who == "Ida Fell → United States"


def test_a_place_is_told_unless_it_is_named_beside_it() -> None:
    def where(place: str, actors: str) -> str | None:
        told = EventTelling(
            "m", Cite("a-1", 0, 8, TEXT[:8]), Cite("a-1", 5, 8, "met"), None, None, None, None,
            "asserted", None,
        )  # fmt: skip
        held = Event(
            "e", "s", "ASSAULT", "act", None, (), 4, -9.0, (actors,), (), None,
            Place(place, None, None, None), "asserted", (told,), 1, 1,
        )  # fmt: skip
        return events(DESK, [held])[0].place

    assert where("Bergen", "x-5") == "Bergen"
    assert where("Oslo", "x-5") is None
