"""The words that tell time, read once from `times.toml`."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class TimeWords:
    """The lexicon: each field is a section of `times.toml`, keyed by the word in lower case."""

    weekdays: Mapping[str, int]
    weekday_abbreviations: Mapping[str, int]
    months: Mapping[str, int]
    month_abbreviations: Mapping[str, int]
    month_or_word: Mapping[str, int]
    units: Mapping[str, str]
    numbers: Mapping[str, int]
    ordinals: Mapping[str, int]
    deictic_days: Mapping[str, int]
    references: Mapping[str, str]
    parts: Mapping[str, str]
    clock_words: Mapping[str, str]
    seasons: Mapping[str, str]
    zones: Mapping[str, str]
    vague: Mapping[str, str]
    repeated: Mapping[str, str]
    feasts: Mapping[str, str]
    tense: Mapping[str, frozenset[str]]
    context: Mapping[str, frozenset[str]]


@cache
def time_words() -> TimeWords:
    """The English time words. Raises `TypeError` where a section is missing or unknown."""
    sections = tomllib.loads((files(__package__) / "times.toml").read_text("utf-8"))
    for name in ("tense", "context"):
        sections[name] = {kind: frozenset(words) for kind, words in sections[name].items()}
    return TimeWords(**sections)


def among(kind: str, low: str) -> bool:
    """Whether a word (in lower case) is in a list of the section `context`."""
    return low in time_words().context[kind]
