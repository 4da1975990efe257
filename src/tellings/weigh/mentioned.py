"""Whether a name is told as a word: quoted by itself, or behind "short for", "known as".

A byname that a writer explains is no slip of the name that others use. Two of the three pairs of
names that did not hold on stories nobody had judged were such.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache

from tellings.model import Article, Cite
from tellings.words.tables import toml

_OPEN, _CLOSED = re.compile(r"[\"“‘']\s?$"), re.compile(r"\s?[.,;:!?]*\s?[\"”’'](?!\w)")
_BACK = 40  # letters before a name in which the words that explain it stand


def mentioned(cites: Iterable[Cite], articles: Mapping[str, Article]) -> bool:
    """Whether each of these places tells a name as a word."""
    return all(is_mentioned(articles[c.article].text, c.start, c.end) for c in cites)


def is_mentioned(text: str, start: int, end: int) -> bool:
    """Whether the name at `start` to `end` is told as a word."""
    before = text[max(0, start - _BACK) : start]
    alone = _OPEN.search(before) is not None and _CLOSED.match(text, end) is not None
    return alone or _explaining().search(before) is not None


@cache
def _explaining() -> re.Pattern[str]:
    listed = "|".join(map(re.escape, toml("names.toml")["explaining"]))
    return re.compile(rf"\b(?:{listed})[,:]?\s?[\"“‘']?\s?$", re.IGNORECASE)
