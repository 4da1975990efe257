"""Time expressions of one text before they are placed; `text/meaning.py` has their grammar."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from tellings.annotate.times.clock import join
from tellings.annotate.times.found import Found
from tellings.annotate.times.patterns import PATTERNS
from tellings.annotate.times.scan import Tokens, scan
from tellings.annotate.times.tense import tense_of
from tellings.model import Expression, Span, digest, text_hash
from tellings.text.quotation import quotations

if TYPE_CHECKING:
    from spacy.tokens import Doc

__all__ = ["find"]


def find(
    text: str, doc: Doc | None = None, *, article: str | None = None
) -> tuple[Expression, ...]:
    """Time expressions of `text` in order, with spans in its code points.

    `doc` is the same text as read (its parse gives tenses; without one, words do). `article` goes
    into the ids, so that equal texts of two articles differ; else the text's hash does.
    """
    tokens = scan(text)
    quotes = [part for one in quotations(text) if not one.single for part in one.parts]
    owner = article or text_hash(text)
    return tuple(_expression(tokens, one, quotes, doc, owner) for one in _claimed(tokens))


def _claimed(tokens: Tokens) -> list[Found]:
    """What the patterns find, each word claimed once, in order of the text."""
    taken = bytearray(len(tokens.classes))
    found: list[Found] = []
    for pattern in PATTERNS:
        for match in pattern.shape.finditer(tokens.classes):
            first, last = match.span()
            if any(taken[first:last]):
                continue
            built = pattern.build(tokens, first, last)
            if built is None:
                continue
            for at in _words(built, first, last):
                taken[at] = 1
            found.extend(built)
    return join(tokens, sorted(found, key=lambda one: one.first))


def _words(built: tuple[Found, ...], first: int, last: int) -> Iterator[int]:
    if not built:
        yield from range(first, last)
    for one in built:
        yield from range(one.first, one.last)


def _expression(
    tokens: Tokens, found: Found, quotes: list[Span], doc: Doc | None, owner: str
) -> Expression:
    span = Span(tokens.starts[found.first], tokens.ends[found.last - 1])
    meaning = found.meaning
    if tokens.low(found.first - 1) == "by" and meaning.kind in ("on", "wd"):
        meaning = meaning.having(by="1")
    return Expression(
        id=digest("t", owner, span.start, span.end),
        span=span,
        type=found.type,  # type: ignore[arg-type]
        meaning=str(meaning),
        tense=tense_of(tokens, found.first, found.last, doc),
        quoted=any(quote.contains(span) for quote in quotes),
    )
