"""The weights of the signs that two numbers are one, read from `numbering.toml`."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from tellings.words.tables import toml


@cache
def numbering() -> Mapping[str, Mapping[str, float]]:
    """`alike`: signs whatever the figures; `pair`: signs of a pair; `least`: when it is told."""
    return {name: dict(table) for name, table in toml("numbering.toml").items()}
