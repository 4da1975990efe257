"""Whether a number stands in what nobody did: "none of them offered more than eight years".

Such a number bounds no value: who reads "more than eight years" out of it finds a difference where
there is none.
"""

from __future__ import annotations

import re
from functools import cache

from tellings.words.quantities import number_words

_BOUNDS = frozenset({"more-than", "at-least", "less-than"})
_THAN = re.compile(r"\bthan\s*$")


def denied(before: str, modifier: str) -> bool:
    """Whether the words of a sentence before a number deny it. `modifier` is the number's."""
    if modifier not in _BOUNDS and not _THAN.search(before):
        return False
    return _subject().match(before) is not None or _clause().search(before) is not None


@cache
def _negatives() -> str:
    return "|".join(sorted(number_words().grammar["negative"]))


@cache
def _subject() -> re.Pattern[str]:
    """A sentence that begins with none of some: what follows belongs to it."""
    return re.compile(r"\W*(?:none|neither) of\b", re.IGNORECASE)


@cache
def _clause() -> re.Pattern[str]:
    """Nobody, and no other clause, before the number; "no fewer than" is a bound, denying none."""
    other = "|".join(sorted(number_words().grammar["clauses"]))
    return re.compile(
        rf"\b(?:{_negatives()})\b(?!\s+(?:fewer|less|more)\b)(?:(?!\b(?:{other})\b)[^,;:.()–—-])*$",
        re.IGNORECASE,
    )
