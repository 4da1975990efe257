"""Which kinds of line a record holds, in its own order, with the type of each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from tellings.model import (
    Actor,
    Copy,
    Event,
    EventMention,
    Expression,
    Finding,
    Groups,
    Name,
    Party,
    Quantity,
    Quote,
    Sentence,
    Statement,
    Story,
    Time,
)

Mark = Sentence | Name | Party | Expression | Quantity | Quote | EventMention
Group = Story | Copy | Actor | Statement | Event | Finding

# The fields of `Marks` and of `Groups`, which are the kinds of the rows as well.
MARKS: Mapping[str, type[Mark]] = MappingProxyType(
    {
        "sentences": Sentence,
        "names": Name,
        "parties": Party,
        "expressions": Expression,
        "quantities": Quantity,
        "quotes": Quote,
        "events": EventMention,
    }
)
GROUPS: Mapping[str, type[Group]] = MappingProxyType(
    {
        "stories": Story,
        "copies": Copy,
        "actors": Actor,
        "statements": Statement,
        "events": Event,
        "findings": Finding,
    }
)
TIMES = "times"
PUBLISHED = "published"


def groups(held: Groups) -> Iterator[tuple[str, Group]]:
    """Every group with its kind."""
    for kind in GROUPS:
        for group in getattr(held, kind):
            yield kind, group


def members(group: Group) -> tuple[str, ...]:
    """What a group is made of, as ids or places: by these one group is seen to go into another."""
    match group:
        case Story():
            return group.articles
        case Copy():
            return tuple(f"{c.article}[{c.start}:{c.end}]" for c in group.passages)
        case Actor():
            return group.parties
        case Statement():
            return group.tellings
        case Event():
            return tuple(telling.mark for telling in group.tellings)
        case Finding():
            sides = (c for side in group.sides for c in side.cites)
            return tuple(f"{c.article}[{c.start}:{c.end}]" for c in sides)


__all__ = ["GROUPS", "MARKS", "PUBLISHED", "TIMES", "Group", "Mark", "Time", "groups", "members"]
