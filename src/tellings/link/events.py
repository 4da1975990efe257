"""Which event mentions tell one happening, inside an article and across a story's articles.

A like event on another day or with other people stays apart. Pairs are looked for among mentions of
one class that share a rare word, an actor or a day, so that the cost grows with the story.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from tellings.link.comparing import Comparer
from tellings.link.gathered import gathered
from tellings.link.happened import Happened, One, classes, shares
from tellings.link.meanings import meanings
from tellings.link.told import Counts, event
from tellings.model import Event, Tie

__all__ = ["BY", "Comparer", "Happened", "events", "joined", "read_all"]

BY = "link/events"
_COMMON = 60  # mentions that share a key: of more, each is compared with as many neighbours only
_TITLE = 20  # words: headlines seldom have more
_ENDS = ".!?:;…"
_CLOSING = "\"”’') \n"
_LIKELY = 0.55  # that a happening is told; .6 lost what one outlet plans, ECB+ dev is the same
_RAREST = 6  # stems of a sentence by which it is looked up: what they miss, a name or day finds


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
    ones = read_all(happened, comparer)
    ties = []
    for a, b in _candidates(ones):
        judged = comparer.judge(a, b)
        if judged is not None:
            left, right = sorted((a.id, b.id))
            ties.append(Tie("event", left, right, *judged, BY))
    ties.sort()
    by_id = {one.id: one for one in ones}
    return by_id, tuple(ties), gathered(by_id, ties)


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


def _candidates(ones: Sequence[One]) -> list[tuple[One, One]]:
    """Pairs of one class that share a key; of a key's many mentions each meets its neighbours."""
    index: dict[tuple[str, str], list[int]] = defaultdict(list)
    for i, one in enumerate(ones):
        for key in sorted(set(_keys(one))):
            index[key].append(i)
    found = {
        (i, j)
        for where in index.values()
        for n, i in enumerate(where)
        for j in where[n + 1 : n + 1 + _COMMON]
    }
    return [(ones[i], ones[j]) for i, j in sorted(found)]


def _keys(one: One) -> Iterator[tuple[str, str]]:
    mention, said = one.said.mention, one.said
    rare = sorted(one.sentence, key=lambda s: (-one.weights.get(s, 0.0), s))[:_RAREST]
    for kind in sorted(classes(mention.lemma)):
        yield kind, ""
        for key in (*rare, *said.actors, *said.recipients, *([said.day] if said.day else [])):
            yield kind, key
