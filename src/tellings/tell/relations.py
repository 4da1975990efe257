"""Relations: the events in which one of two countries or actors acts on the other, by day."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from tellings.tell.desk import Desk
from tellings.tell.view import EventView, Relation
from tellings.words.geography import country_name

# A chart needs a course to show; with fewer dated events a list says it better.
_FEWEST_EVENTS = 2
_MOST_RELATIONS = 3


def relations(desk: Desk, story: str, events: Sequence[EventView]) -> tuple[Relation, ...]:
    """The pairs with most dated events of a story, countries where actors have one."""
    held: dict[tuple[str, str], list[EventView]] = defaultdict(list)
    for event in events:
        if event.day is None:
            continue
        for pair in _pairs(desk, event):
            held[pair].append(event)
    many = [(pair, found) for pair, found in held.items() if len(found) >= _FEWEST_EVENTS]
    many.sort(key=lambda each: (-len(each[1]), each[0]))
    return tuple(
        Relation(f"r-{story}-{number}", country_name(left), country_name(right), _by_day(found))
        for number, ((left, right), found) in enumerate(many[:_MOST_RELATIONS], 1)
    )


def between(
    desk: Desk, events: Iterable[EventView], pair: tuple[str, str]
) -> tuple[EventView, ...]:
    """The events in which one of the two acts on the other; each is a country, code, name or id."""
    left, right = pair
    return _by_day(
        event
        for event in events
        if (_any(desk, event.actors, left) and _any(desk, event.recipients, right))
        or (_any(desk, event.actors, right) and _any(desk, event.recipients, left))
    )


def _by_day(events: Iterable[EventView]) -> tuple[EventView, ...]:
    return tuple(sorted(events, key=lambda e: (e.day is None, e.day or "", e.id)))


def _pairs(desk: Desk, event: EventView) -> set[tuple[str, str]]:
    """Both ends in order of name; each country once, and none with itself."""
    ends = [{_end(desk, actor) for actor in actors} for actors in (event.actors, event.recipients)]
    return {(min(a, b), max(a, b)) for a in ends[0] for b in ends[1] if a != b}


def _end(desk: Desk, actor: str) -> str:
    known = desk.actors.get(actor)
    return known.country or known.name if known is not None else actor


def _any(desk: Desk, actors: Sequence[str], wanted: str) -> bool:
    return any(_is(desk, actor, wanted.casefold()) for actor in actors)


def _is(desk: Desk, actor: str, wanted: str) -> bool:
    known = desk.actors.get(actor)
    if known is None:
        return actor.casefold() == wanted
    code = (known.code or "").casefold()
    exact = {actor, known.country or "", *known.names, known.name}
    return wanted in {each.casefold() for each in exact} or (bool(code) and code.startswith(wanted))
