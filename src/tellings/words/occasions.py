"""Words that tell when something was said without a day of their own, from `occasions.toml`."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from tellings.words.tables import toml


@dataclass(frozen=True, slots=True)
class Occasions:
    """Patterns over a sentence.

    `remarks` finds words such as "made the remarks", `same_day` "earlier in the day", `joint` a
    press conference.
    """

    remarks: re.Pattern[str]
    same_day: re.Pattern[str]
    joint: re.Pattern[str]


@cache
def occasions() -> Occasions:
    """The lists of `occasions.toml` as patterns."""
    told = toml("occasions.toml")
    nouns, det = _any(told["remarks"]), "(?:the|his|her|their|its|these|those|this|that)"
    made = rf"\b{_any(told['made'])} {det} {nouns}\b"
    came = rf"^\W*{det} {nouns} {_any(told['came'])}\b"
    return Occasions(
        re.compile(f"{made}|{came}", re.IGNORECASE),
        re.compile(rf"\b{_any(told['same_day'])}\b", re.IGNORECASE),
        re.compile(rf"\b{_any(told['joint'])}\b", re.IGNORECASE),
    )


def _any(words: Iterable[str]) -> str:
    return f"(?:{'|'.join(sorted(words, key=lambda word: (-len(word), word)))})"
