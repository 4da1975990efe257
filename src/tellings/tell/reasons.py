"""Reasons as a reader gets them: outlets for ids of articles, days as an editor writes them."""

from __future__ import annotations

import re

from tellings.tell.dates import spoken
from tellings.tell.desk import Desk

# What stands in quotation marks is an article's: "2010-12" there may be a season.
_QUOTED = re.compile(r"(“[^”]*”)")
_ARTICLE = re.compile(r"\ba-[0-9a-f]{16}\b")
_END = r"\d{4}-\d\d(?:-\d\d)?(?:T\d\d:\d\d)?[~?%]?"
_DATE = re.compile(rf"(?<![\w-])({_END}(?:/{_END})?)(?![\w-])")


def plain(desk: Desk, why: str) -> str:
    """`why` without ids and numbers of dates; the words that it quotes stay as they are."""
    parts = _QUOTED.split(why)
    return "".join(part if n % 2 else _plain(desk, part) for n, part in enumerate(parts))


def _plain(desk: Desk, words: str) -> str:
    named = _ARTICLE.sub(lambda found: desk.label(found[0]), words)
    return _DATE.sub(lambda found: spoken(found[1]), named)
