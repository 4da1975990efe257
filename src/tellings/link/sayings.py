"""Days by shared quotes: an article cannot be older than the words that it quotes.

Where one telling says when words were said, every article of the story that quotes the same words
came out on that day or later.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date

from tellings.link.days import Day
from tellings.model import Span
from tellings.text.content import words

_QUOTED = re.compile(r'[“"]([^”"\n]{30,})[”"]')
_RUN = 8  # words; eight in a row are no set phrase
_SHARED = 3  # runs, so ten words in a row, that make two quotes the same words

Run = tuple[str, ...]


def quoted_runs(text: str, start: int = 0, end: int | None = None) -> Iterator[tuple[Run, Span]]:
    """Runs of eight words inside double quotation marks, each with the span of its quote."""
    for quote in _QUOTED.finditer(text, start, len(text) if end is None else end):
        told = words(quote[1])
        for at in range(len(told) - _RUN + 1):
            yield tuple(told[at : at + _RUN]), Span(*quote.span(1))


def said_runs(text: str, days: tuple[tuple[Day, date], ...]) -> dict[Run, date]:
    """When quoted words were said, by paragraphs with one day of a saying outside the quotes."""
    by_line: dict[tuple[int, int], set[date]] = {}
    for day, placed in days:
        if day.saying:
            end = text.find("\n", day.span.end)
            line = (text.rfind("\n", 0, day.span.start) + 1, end if end >= 0 else len(text))
            by_line.setdefault(line, set()).add(placed)
    return {
        run: next(iter(told))
        for (start, end), told in by_line.items()
        if len(told) == 1
        for run, _ in quoted_runs(text, start, end)
    }


def latest_said(text: str, known: Mapping[Run, set[date]]) -> tuple[date, Span] | None:
    """The latest day on which words quoted here were said by all who tell it, and the quote."""
    hits: dict[tuple[date, Span], int] = {}
    for run, span in quoted_runs(text):
        told = known.get(run, set())
        if len(told) == 1:
            key = (next(iter(told)), span)
            hits[key] = hits.get(key, 0) + 1
    return max((key for key, count in hits.items() if count >= _SHARED), default=None)
