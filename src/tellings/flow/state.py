"""What the steps have found so far: each step takes it and gives it on with more."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from tellings.model import (
    Actor,
    Article,
    Copy,
    Event,
    Finding,
    Groups,
    Marks,
    Statement,
    Story,
    Tie,
    Time,
)


@dataclass(frozen=True, slots=True)
class State:
    """What the steps have found so far."""

    articles: Mapping[str, Article]
    marks: Mapping[str, Marks]
    stories: tuple[Story, ...] = ()
    copies: tuple[Copy, ...] = ()
    days: Mapping[str, str | None] = field(default_factory=dict)
    inferred: tuple[tuple[str, str, str], ...] = ()
    times: tuple[tuple[str, Time], ...] = ()
    actors: tuple[Actor, ...] = ()
    statements: tuple[Statement, ...] = ()
    events: tuple[Event, ...] = ()
    findings: tuple[Finding, ...] = ()
    ties: tuple[Tie, ...] = ()

    @property
    def groups(self) -> Groups:
        """All of it as the record keeps it, every tuple sorted."""
        return Groups(
            self.stories,
            self.copies,
            self.actors,
            self.statements,
            self.events,
            self.findings,
            tuple(sorted(set(self.ties))),
            self.times,
            self.inferred,
        )


Step = Callable[[State], State]
