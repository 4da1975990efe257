"""Which event mentions tell one happening, inside an article and across a story's articles.

A like event on another day or with other people stays apart.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from tellings.link.comparing import Comparer
from tellings.link.completed import completed
from tellings.link.gathered import gathered
from tellings.link.happened import Happened, One, classes, shares
from tellings.link.meanings import meanings
from tellings.link.pairing import pairs
from tellings.link.told import Counts, event
from tellings.model import Event, Tie

__all__ = ["BY", "Comparer", "Happened", "events", "joined", "read_all"]

BY = "link/events"
_TITLE = 20  # words: headlines seldom have more
_ENDS = ".!?:;…"
_CLOSING = "\"”’') \n"
_LIKELY = 0.55  # that a happening is told; .6 lost what one outlet plans, ECB+ dev is the same


def events(
    story: str,
    happened: Sequence[Happened],
    comparer: Comparer,
    counts: Counts,
    scale: Mapping[str, tuple[int, float]],
) -> tuple[tuple[Tie, ...], tuple[Event, ...]]:
    """Ties between the mentions of one story, and its events, sorted by id.

    `scale` gives each PLOVER root its quad class and Goldstein value.
    """
    ones, ties, groups = joined(happened, comparer)
    made = [
        event(story, [ones[i].said for i in group], counts, scale)
        for group in groups
        if _tells(group, ones) and _sure(group, ones)
    ]
    return ties, tuple(sorted(made, key=lambda e: e.id))


def joined(
    happened: Sequence[Happened], comparer: Comparer
) -> tuple[dict[str, One], tuple[Tie, ...], list[tuple[str, ...]]]:
    """The mentions of one story as compared, the ties between them, and their groups, all sorted.

    Every mention is in one group, also those that make no event.
    """
    by_id = {one.id: one for one in read_all(happened, comparer)}
    worth = [tuple(sorted((a.id, b.id))) for a, b in pairs(list(by_id.values()))]
    ties = {pair: _tie(by_id[pair[0]], by_id[pair[1]], comparer) for pair in worth}
    known = completed(by_id, gathered(by_id, ties.values()))
    for left, right in worth:
        if known[left] is not by_id[left] or known[right] is not by_id[right]:
            ties[left, right] = _tie(known[left], known[right], comparer)
    return by_id, tuple(sorted(ties.values())), gathered(by_id, ties.values())


def _tie(a: One, b: One, comparer: Comparer) -> Tie:
    return Tie("event", a.id, b.id, *comparer.judge(a, b), BY)


def read_all(happened: Sequence[Happened], comparer: Comparer) -> list[One]:
    """The mentions of one story as they are compared, by id."""
    told = shares(happened)
    meant = meanings(one.mention for one in happened)
    return [
        comparer.read(
            one,
            {k: told[k] for k in classes(one.mention.lemma)},
            meant.get(one.mention.id, ()),
        )
        for one in sorted(happened, key=lambda h: h.mention.id)
    ]


def _tells(group: Sequence[str], ones: Mapping[str, One]) -> bool:
    """Whether the mentions make an event: one tells more than the word, in running text."""
    return any(not ones[i].bare and not _is_title(ones[i]) for i in group)


def _sure(group: Sequence[str], ones: Mapping[str, One]) -> bool:
    """Whether it is likely enough that one of the articles tells of a happening."""
    best: dict[str, float] = {}
    for i in group:
        said = ones[i].said
        best[said.article] = max(best.get(said.article, 0.0), said.mention.score)
    doubt = 1.0
    for article in sorted(best):
        doubt *= 1 - best[article]
    return 1 - doubt >= _LIKELY


def _is_title(one: One) -> bool:
    """A short line without an end mark: headlines, captions, links to other articles."""
    said = one.said.sentence.of(one.said.text).rstrip(_CLOSING)
    return len(said.split()) <= _TITLE and said[-1:] not in _ENDS
