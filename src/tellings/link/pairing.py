"""Which mentions of a story are worth comparing: those whose words can tell one happening.

Pairs are looked for among mentions that stand under one key, so that the cost grows with the story.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from tellings.link.happened import One, classes
from tellings.text.content import stem

__all__ = ["comparable", "pairs"]

_COMMON = 60  # mentions that share a key: of more, each is compared with as many neighbours only
_RAREST = 6  # stems of a sentence by which it is looked up: what they miss, a name or day finds


def comparable(a: One, b: One) -> bool:
    """Whether two mentions share a class or stem, or are a verb with and without its particle.

    Words of other classes with the same parties on both sides, and near classes (`near` of
    words/happenings.toml), were tried: ECB+ dev lost .8 and .4 points, the affairs gained nothing.
    """
    one, other = a.said.mention.lemma, b.said.mention.lemma
    return bool(classes(one) & classes(other)) or _first(one) == _first(other)


def pairs(ones: Sequence[One]) -> list[tuple[One, One]]:
    """Pairs that share a key and are comparable; of a key's many each meets its neighbours."""
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
    return [(ones[i], ones[j]) for i, j in sorted(found) if comparable(ones[i], ones[j])]


def _keys(one: One) -> Iterator[tuple[str, str]]:
    mention, said = one.said.mention, one.said
    rare = sorted(one.sentence, key=lambda s: (-one.weights.get(s, 0.0), s))[:_RAREST]
    for kind in sorted(classes(mention.lemma)):
        yield kind, ""
        for key in (*rare, *said.actors, *said.recipients, *([said.day] if said.day else [])):
            yield kind, key
    yield "", _first(mention.lemma)


def _first(lemma: str) -> str:
    """A verb without its particle."""
    return stem(lemma.split()[0])
