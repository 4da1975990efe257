"""Relations: the events in which one of two countries or actors acts on the other, by day."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations, product

from tellings.tell.desk import Desk
from tellings.tell.view import EventView, Relation
from tellings.words.geography import country_name, country_of

# Of one event its own line says all.
_FEWEST = 2
_MOST_RELATIONS = 3
# Roots of what takes two: who acts together here acts on each other. Of all other roots two actors
# are on one side: two that sanction a third do nothing to each other.
_TOGETHER = frozenset({"CONSULT", "AGREE", "COOPERATE"})


def relations(desk: Desk, story: str, events: Sequence[EventView]) -> tuple[Relation, ...]:
    """The pairs with most dated events of a story, countries where actors have one."""
    held = _held(desk, events)
    return _most(story, {pair: found for pair, found in held.items() if len(found) >= _FEWEST})


def across(desk: Desk, stories: Mapping[str, Sequence[EventView]]) -> tuple[Relation, ...]:
    """The pairs whose dated events are told by several stories, those with most events first."""
    whole: dict[tuple[str, str], list[EventView]] = defaultdict(list)
    told: dict[tuple[str, str], set[str]] = defaultdict(set)
    for story, events in stories.items():
        for pair, found in _held(desk, events).items():
            whole[pair] += found
            told[pair].add(story)
    return _most("all", {pair: found for pair, found in whole.items() if len(told[pair]) > 1})


def _held(desk: Desk, events: Sequence[EventView]) -> dict[tuple[str, str], list[EventView]]:
    held: dict[tuple[str, str], list[EventView]] = defaultdict(list)
    for event in events:
        if event.date is not None:
            for pair in _pairs(desk, event):
                held[pair].append(event)
    return held


def _most(name: str, held: Mapping[tuple[str, str], list[EventView]]) -> tuple[Relation, ...]:
    many = sorted(held.items(), key=lambda each: (-len(each[1]), each[0]))
    return tuple(
        Relation(f"r-{name}-{number}", country_name(left), country_name(right), _by_day(found))
        for number, ((left, right), found) in enumerate(many[:_MOST_RELATIONS], 1)
    )


def between(
    desk: Desk, events: Iterable[EventView], pair: tuple[str, str]
) -> tuple[EventView, ...]:
    """The events in which one of two acts on the other, or the two do together what takes two.

    Each end is a country's name or code (ISO 3166-1 alpha-3), an actor's code, name or id.
    """
    left, right = (_wanted(each) for each in pair)
    return _by_day(event for event in events if any(_joins(desk, event, left, right)))


def _joins(desk: Desk, event: EventView, left: str, right: str) -> Iterator[bool]:
    for a, b in _ends(event):
        yield _is(desk, a, left) and _is(desk, b, right)
        yield _is(desk, a, right) and _is(desk, b, left)


def _ends(event: EventView) -> Iterator[tuple[str, str]]:
    """Who acts on whom; in a meeting or a deal also each two of those who act together."""
    yield from product(event.actors, event.recipients)
    if event.root in _TOGETHER:
        yield from combinations(event.actors, 2)


def _by_day(events: Iterable[EventView]) -> tuple[EventView, ...]:
    return tuple(sorted(events, key=lambda e: (e.date is None, e.date or "", e.id)))


def _pairs(desk: Desk, event: EventView) -> set[tuple[str, str]]:
    """Both ends in order of name; each country once, and none with itself."""
    ends = [(_end(desk, a), _end(desk, b)) for a, b in _ends(event)]
    return {(min(a, b), max(a, b)) for a, b in ends if a != b}


def _end(desk: Desk, actor: str) -> str:
    known = desk.actors.get(actor)
    return known.country or known.name if known is not None else actor


def _wanted(end: str) -> str:
    """A country is asked for by its name as well: "Russia" is RUS, and so are those who act for it.

    Not by a demonym or a capital: an actor may be called so.
    """
    known = country_of(end)
    return (known.country if known is not None and known.how == "country" else end).casefold()


def _is(desk: Desk, actor: str, wanted: str) -> bool:
    known = desk.actors.get(actor)
    if known is None:
        return actor.casefold() == wanted
    code = (known.code or "").casefold()
    exact = {actor, known.country or "", *known.names, known.name}
    return wanted in {each.casefold() for each in exact} or (bool(code) and code.startswith(wanted))
