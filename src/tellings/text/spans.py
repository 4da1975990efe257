"""The algebra of spans: sets of code points of one text, kept as sorted, disjoint spans.

Every function that returns a tuple returns it sorted, disjoint and with no two spans touching, so
that equal sets of code points are equal tuples.
"""

from __future__ import annotations

from collections.abc import Iterable

from tellings.model import Span


def union(*groups: Iterable[Span]) -> tuple[Span, ...]:
    """All code points of any of the spans of any of the `groups`."""
    merged: list[Span] = []
    for span in sorted(span for group in groups for span in group):
        if merged and span.start <= merged[-1].end:
            if span.end > merged[-1].end:
                merged[-1] = Span(merged[-1].start, span.end)
        else:
            merged.append(span)
    return tuple(merged)


def intersect(left: Iterable[Span], right: Iterable[Span]) -> tuple[Span, ...]:
    """The code points that both sides hold."""
    ones, others = union(left), union(right)
    shared: list[Span] = []
    i = j = 0
    while i < len(ones) and j < len(others):
        start, end = max(ones[i].start, others[j].start), min(ones[i].end, others[j].end)
        if start < end:
            shared.append(Span(start, end))
        if ones[i].end < others[j].end:
            i += 1
        else:
            j += 1
    return tuple(shared)


def subtract(left: Iterable[Span], right: Iterable[Span]) -> tuple[Span, ...]:
    """The code points of `left` that `right` does not hold."""
    others = union(right)
    rest: list[Span] = []
    j = 0
    for span in union(left):
        while j < len(others) and others[j].end <= span.start:
            j += 1
        start, k = span.start, j
        while k < len(others) and others[k].start < span.end:
            if start < others[k].start:
                rest.append(Span(start, others[k].start))
            start = others[k].end
            k += 1
        if start < span.end:
            rest.append(Span(start, span.end))
    return tuple(rest)


def cover(spans: Iterable[Span]) -> Span | None:
    """The smallest span that contains all of `spans`; None where there are none."""
    held = tuple(spans)
    if not held:
        return None
    return Span(min(span.start for span in held), max(span.end for span in held))


def size(spans: Iterable[Span]) -> int:
    """How many code points the spans hold together, each counted once."""
    return sum(len(span) for span in union(spans))


def trim(text: str, span: Span) -> Span | None:
    """`span` without the white space at its edges; None where nothing else stands in it."""
    words = span.of(text)
    start = span.start + len(words) - len(words.lstrip())
    end = span.end - len(words) + len(words.rstrip())
    return Span(start, end) if start < end else None
