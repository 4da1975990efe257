"""How many findings of each class were judged by reading, and held; from `confidence.toml`."""

from __future__ import annotations

from functools import cache

from tellings.words.tables import toml


@cache
def judged() -> dict[str, tuple[int, int]]:
    """By class: how many held, of how many that were judged."""
    return {name: (held, read) for name, (held, read) in toml("confidence.toml")["judged"].items()}
