"""Which event answers which, from what their tellings say of each other."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from tellings.model import Answer, Article, Event, Marks, cite


def answered(
    events: Sequence[Event], marks: Iterable[Marks], articles: Mapping[str, Article]
) -> tuple[Event, ...]:
    """The events in their order, each with what it is told to answer.

    Two events that are told to answer each other are two rounds that were taken for one, and what
    an event answers is not itself: there the words alone are kept.
    """
    owner = {telling.mark: event.id for event in events for telling in event.tellings}
    found: dict[str, set[Answer]] = {}
    for held in marks:
        text = articles[held.article].text
        for mention in held.events:
            ours, at = owner.get(mention.id), mention.answering
            if ours is None or at is None:
                continue
            theirs = owner.get(mention.answers) if mention.answers is not None else None
            words = cite(held.article, text, at.start, at.end)
            found.setdefault(ours, set()).add(Answer(words, theirs if theirs != ours else None))
    told = {(ours, answer.event) for ours, held in found.items() for answer in held}
    return tuple(
        _with(event, found[event.id], told) if event.id in found else event for event in events
    )


def _with(event: Event, found: set[Answer], told: set[tuple[str, str | None]]) -> Event:
    kept = (
        replace(answer, event=None) if (answer.event, event.id) in told else answer
        for answer in found
    )
    return replace(event, answers=tuple(sorted(kept, key=lambda a: (a.cite, a.event or ""))))
