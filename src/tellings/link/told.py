"""What its tellings make of an event: its kind, who took part, its day, how surely it is told."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence

from tellings.link.happened import Happened
from tellings.model import Cite, Event, EventTelling, Span, cite, digest
from tellings.model.marks import Certainty
from tellings.text.calendar import bounds

_ORDER: tuple[Certainty, ...] = (
    "asserted", "attributed", "alleged", "denied", "planned", "hypothetical",
)  # fmt: skip

Counts = Callable[[Sequence[tuple[str, Span]]], tuple[int, int]]


def event(
    story: str,
    members: Sequence[Happened],
    counts: Counts,
    scale: Mapping[str, tuple[int, float]],
) -> Event:
    """The event that the mentions `members` tell; `scale` as in `link.events.events`."""
    ordered = sorted(members, key=lambda h: h.mention.id)
    root = _root(ordered)
    of_root = [h.mention for h in ordered if h.mention.root == root]
    quad, goldstein = scale.get(root, (None, None))
    outlets, independent = counts([(h.article, h.sentence) for h in ordered])
    certainties = Counter(h.mention.certainty for h in ordered)
    places = Counter(h.place for h in ordered if h.place is not None)
    contexts = Counter(c for h in ordered for c in set(h.mention.context))
    actors = _often([h.actors for h in ordered])
    recipients = _often([h.recipients for h in ordered])
    return Event(
        digest("ev", story, ordered[0].mention.id),
        story,
        root,
        _most([m.lemma for m in of_root]) or "",
        _most([m.mode for m in of_root if m.mode]),
        tuple(sorted(c for c, n in contexts.items() if 2 * n >= len(ordered))),
        quad,
        goldstein,
        actors,
        tuple(r for r in recipients if r not in actors),
        day([h.day for h in ordered if h.day and h.mention.certainty != "hypothetical"]),
        min(places, key=lambda p: (-places[p], p.name)) if places else None,
        min(certainties, key=lambda c: (-certainties[c], _ORDER.index(c))),
        tuple(_telling(h) for h in ordered),
        outlets,
        independent,
    )


def _root(ordered: Sequence[Happened]) -> str:
    roots = Counter(h.mention.root for h in ordered)
    known = {root: n for root, n in roots.items() if root != "OTHER"} or roots
    return min(known, key=lambda r: (-known[r], r))


def _most(told: Sequence[str]) -> str | None:
    counts = Counter(told)
    return min(counts, key=lambda w: (-counts[w], w)) if counts else None


def _often(told: Sequence[tuple[str, ...]]) -> tuple[str, ...]:
    """Who at least half of the tellings that name anybody name."""
    naming = [one for one in told if one]
    counts = Counter(actor for one in naming for actor in set(one))
    return tuple(sorted(a for a, n in counts.items() if 2 * n >= len(naming)))


def day(days: Sequence[str]) -> str | None:
    """The date that most of the told ones allow, the shortest of those; None where none is told.

    "Wednesday", "last week" and "this month" speak for one Wednesday, and not for the month.
    """
    spans = {told: bounds(told) for told in days}
    known = {told: span for told, span in spans.items() if span is not None}
    counts = Counter(told for told in days if told in known)

    def allowed(told: str) -> int:
        first, last = known[told]
        return sum(
            n for other, n in counts.items() if known[other][0] <= last and first <= known[other][1]
        )

    def length(told: str) -> int:
        return (known[told][1] - known[told][0]).days

    if not known:
        return None
    best = min(known, key=lambda told: (-allowed(told), length(told), told))
    return best.partition("T")[0]


def _telling(h: Happened) -> EventTelling:
    mention = h.mention

    def cut(span: Span | None) -> Cite | None:
        return None if span is None else cite(h.article, h.text, span.start, span.end)

    return EventTelling(
        mention.id,
        cite(h.article, h.text, mention.span.start, mention.span.end),
        cite(h.article, h.text, mention.trigger.start, mention.trigger.end),
        cut(mention.actor),
        cut(mention.recipient),
        cut(mention.time),
        cut(mention.place),
        mention.certainty,
        h.speaker,
    )
