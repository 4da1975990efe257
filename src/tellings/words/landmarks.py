"""The kind of place that a name tells of by one of its words, from `landmarks.toml`."""

from __future__ import annotations

from functools import cache

from tellings.words.tables import toml


@cache
def _kinds() -> dict[str, str]:
    return {word: kind for kind, words in toml("landmarks.toml")["kinds"].items() for word in words}


def landmark(words: tuple[str, ...]) -> str | None:
    """The kind of a name of two words or more, in lower case, by its last or its first word."""
    if len(words) < 2:
        return None
    return _kinds().get(words[-1]) or _kinds().get(words[0])
