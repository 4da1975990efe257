"""Copies: whose text stands in whose article, and where it came from."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from tellings.model import Copy, Span
from tellings.tell.desk import Desk
from tellings.tell.reasons import plain
from tellings.tell.view import CopyView
from tellings.text.spans import union


def copies(desk: Desk, found: Sequence[Copy]) -> tuple[CopyView, ...]:
    """The longest first; a copy of which fewer than two passages hold is not told."""
    views = [view for each in found if (view := _copy(desk, each)) is not None]
    return tuple(sorted(views, key=lambda v: (-v.words * len(v.passages), v.id)))


def home(desk: Desk, copy: Copy) -> str | None:
    """The story that a copy is told under: that of most of its passages, None for none."""
    counts: dict[str, int] = defaultdict(int)
    for passage in copy.passages:
        story = desk.story_of.get(passage.article)
        if story is not None:
            counts[story] += 1
    return min(counts, key=lambda story: (-counts[story], story)) if counts else None


def shared(desk: Desk) -> tuple[dict[str, tuple[Span, ...]], dict[str, frozenset[str]]]:
    """For each article the spans that stand in others too, and the articles that they stand in."""
    spans: dict[str, list[Span]] = defaultdict(list)
    others: dict[str, set[str]] = defaultdict(set)
    for copy in desk.record.groups.copies:
        passages = [passage for passage in copy.passages if desk.holds(passage)]
        articles = {passage.article for passage in passages}
        for passage in passages:
            spans[passage.article].append(passage.span)
            others[passage.article] |= articles - {passage.article}
    merged = {article: union(held) for article, held in spans.items()}
    return merged, {article: frozenset(held) for article, held in others.items()}


def _copy(desk: Desk, copy: Copy) -> CopyView | None:
    passages = desk.passages(copy.passages)
    if len(passages) < 2:
        return None
    first = passages[0].cite
    return CopyView(
        id=copy.id,
        copy=copy,
        words=desk.words(first.article, (first.span,)),
        passages=passages,
        origin=_origin(desk, copy),
    )


def _origin(desk: Desk, copy: Copy) -> str:
    if copy.origin is None:
        return "where the words come from is not known"
    known = copy.origin
    why = plain(desk, known.why)
    if known.agency is not None:
        return f"from {known.agency}: {why}"
    if known.article is not None:
        return f"from {desk.label(known.article)}: {why}"
    return f"where the words come from is not known: {why}"
