"""Sums told in one sentence: "four people were hurt badly and 20 others slightly" are 24."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from tellings.model import Quantity, Span, digest
from tellings.model.marks import Modifier
from tellings.words.quantities import number_words

PART = "part"


def with_sums(
    marks: Sequence[Quantity], text: str, article: str, starts: Sequence[int]
) -> Iterator[Quantity]:
    """The marks, those that add up marked as parts, and their sums behind them.

    `starts` are the offsets at which the sentences of `text` begin, in order.
    """
    sums: dict[str, Quantity] = {}
    parts: set[str] = set()
    for at, other in enumerate(marks):
        first = _first(marks[:at], other, text, starts) if _is_others(other, text) else None
        if first is not None:
            parts |= {first.id, other.id}
            sums[other.id] = _sum(first, other, article)
    for one in marks:
        yield replace(one, role=PART) if one.id in parts else one
        if one.id in sums:
            yield sums[one.id]


def _is_others(one: Quantity, text: str) -> bool:
    others = number_words().grammar["others"]
    return one.counted is not None and one.counted.of(text).casefold() in others


def _first(
    before: Sequence[Quantity], other: Quantity, text: str, starts: Sequence[int]
) -> Quantity | None:
    """The count that "others" are told besides: of the same thing, act and part in it."""
    begun = max((start for start in starts if start <= other.span.start), default=0)
    for one in reversed(before):
        if one.span.start < begun:
            return None
        alike = one.of == other.of and one.act == other.act and one.role == other.role == "patient"
        if one.unit is None and alike and not _is_others(one, text):
            return one
    return None


def _sum(one: Quantity, other: Quantity, article: str) -> Quantity:
    span = Span(one.span.start, other.span.end)
    return Quantity(
        digest("k", article, span.start, span.end),
        span,
        _added(one.low, other.low),
        _added(one.high, other.high),
        None,
        one.of,
        _bound(one.modifier, other.modifier),
        one.counted,
        one.act,
        "the sum of two counts of one sentence",
        one.role,
    )


def _added(one: str | None, other: str | None) -> str | None:
    return None if one is None or other is None else format(Decimal(one) + Decimal(other), "f")


def _bound(one: Modifier, other: Modifier) -> Modifier:
    """The bound of a sum: that of its parts where one is exact or both agree, else about."""
    if other in ("exact", one):
        return one
    return other if one == "exact" else "about"
