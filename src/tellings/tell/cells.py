"""What the export's rows are made of: cites and spans as dictionaries, lines in their order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypeVar

from tellings.model import (
    Actor,
    Article,
    Cite,
    Copy,
    Event,
    Finding,
    Marks,
    Name,
    Quantity,
    Quote,
    Record,
    Span,
    Statement,
    Story,
    cite,
)

Row = dict[str, object]
_Mark = Name | Quantity | Quote
_Line = TypeVar("_Line", Article, Actor, Copy, Event, Finding, Statement, Story)


def cite_cell(held: Cite) -> Row:
    """A cite as the design writes it."""
    return {"article": held.article, "start": held.start, "end": held.end, "text": held.text}


def cut(article: Article, span: Span | None) -> Row | None:
    """A cite of the words at `span`, or None where there is no span."""
    return None if span is None else cite_cell(cite(article.id, article.text, span.start, span.end))


def span_cell(span: Span) -> Row:
    """A span in code points of its article's text."""
    return {"start": span.start, "end": span.end}


def marked(record: Record) -> Iterator[tuple[Article, Marks]]:
    """Each article with its marks."""
    for name, marks in record.marks.items():
        yield record.articles[name], marks


def by_id(held: Iterable[_Line]) -> list[_Line]:
    """Sorted by id."""
    return sorted(held, key=lambda line: line.id)


def first_id(pair: tuple[_Mark, Article]) -> tuple[str, str]:
    """Sorts marks by id, whatever their articles."""
    return pair[0].id, pair[1].id
