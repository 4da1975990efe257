"""The record as one value: everything known about a set of articles, in a fixed order."""

from __future__ import annotations

from dataclasses import dataclass, field

from tellings.model.articles import Article, Rejected
from tellings.model.findings import Finding
from tellings.model.groups import Actor, Copy, Event, Statement, Story, Tie
from tellings.model.marks import Marks, Time


@dataclass(frozen=True, slots=True)
class Groups:
    """What was derived from all articles' marks together. Every tuple is sorted by id."""

    stories: tuple[Story, ...] = ()
    copies: tuple[Copy, ...] = ()
    actors: tuple[Actor, ...] = ()
    statements: tuple[Statement, ...] = ()
    events: tuple[Event, ...] = ()
    findings: tuple[Finding, ...] = ()
    ties: tuple[Tie, ...] = ()
    times: tuple[tuple[str, Time], ...] = ()  # (article id, the expression placed)
    published: tuple[tuple[str, str, str], ...] = ()  # (article id, EDTF, why) where inferred


@dataclass(frozen=True, slots=True)
class Record:
    """Articles and marks by article id, and the groups derived from them."""

    articles: dict[str, Article] = field(default_factory=dict)
    marks: dict[str, Marks] = field(default_factory=dict)
    groups: Groups = Groups()
    rejected: tuple[Rejected, ...] = ()
    # (kind, id that went, id it went into or None)
    tombstones: tuple[tuple[str, str, str | None], ...] = ()
