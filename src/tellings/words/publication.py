"""Words that help to find the day when an article came out, read once from `publication.toml`."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Cycle:
    """A happening that comes every so many years: `what` names it, `near` must stand by."""

    what: frozenset[str]
    near: frozenset[str]
    first: int
    every: int


@dataclass(frozen=True, slots=True)
class Publication:
    saying: frozenset[str]
    skip: frozenset[str]
    cycles: tuple[Cycle, ...]


@cache
def publication() -> Publication:
    """The lists of `publication.toml`."""
    told = tomllib.loads((files(__package__) / "publication.toml").read_text("utf-8"))
    cycles = tuple(
        Cycle(frozenset(one["what"]), frozenset(one["near"]), one["first"], one["every"])
        for one in told["cycles"]
    )
    return Publication(frozenset(told["saying"]), frozenset(told["skip"]), cycles)
