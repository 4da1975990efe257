"""Clauses that are the same but that one of them hedges what the other tells as fact.

"Was reportedly sold", "was sold"; "possibly two children", "two children": the word behind the
hedge and words close by are alike in both, so that no joining of events has to promise that one
thing is meant. The rest of the sentences may be unlike (`hedged` tells which words are meant).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from tellings.model import About, Finding, digest
from tellings.weigh.frames import Phrase, Twin
from tellings.weigh.hedged import hedged
from tellings.weigh.scene import Scene

_Key = tuple[str, int, str]  # article, where the sentence starts, what is hedged
_Met = tuple[str, dict[Phrase, None], dict[Phrase, None]]


def hedges(scene: Scene, told: Iterable[Twin]) -> Iterator[Finding]:
    """One finding for each thing that some hedge; outlets that do both are on no side."""
    found: dict[_Key, _Met] = {}
    for twin in told:
        for one in hedged(scene, twin):
            first = one.hedged[0]
            key = first.article, first.sentence.start, one.head
            met = found.setdefault(key, (one.words, {}, {}))
            met[1].update(dict.fromkeys(one.hedged))
            met[2].update(dict.fromkeys(one.fact))
    yield from _findings(scene, found)


def _findings(
    scene: Scene,
    found: dict[_Key, _Met],
) -> Iterator[Finding]:
    """Those that hedge one thing beside the same fact stand together."""
    groups: dict[_Key, list[_Key]] = defaultdict(list)
    owner: dict[tuple[str, str, int], _Key] = {}
    for key in sorted(found):
        places = [(key[2], fact.article, fact.sentence.start) for fact in found[key][2]]
        first = next((owner[place] for place in places if place in owner), key)
        owner.update(dict.fromkeys(places, first))
        groups[first].append(key)
    for first, keys in groups.items():
        hedged = {one: None for key in keys for one in found[key][1]}
        fact = {one: None for key in keys for one in found[key][2]}
        yield from _finding(scene, found[first][0], list(hedged), list(fact))


def _finding(
    scene: Scene, hedge: str, hedged: Sequence[Phrase], fact: Sequence[Phrase]
) -> Iterator[Finding]:
    doubting = {one.article for one in hedged}
    sure = [one for one in fact if one.article not in doubting]
    if not sure:
        return
    sides = (
        scene.side("told as fact", (scene.cite(one.article, one.sentence) for one in sure)),
        scene.side(f"told with “{hedge}”", (scene.cite(o.article, o.sentence) for o in hedged)),
    )
    if scene.outlets(sides[0].cites) & scene.outlets(sides[1].cites):
        return
    why = (
        "Clauses of two outlets that are the same but for some words were compared: one tells "
        f"as a fact what the other hedges (“{hedge}”). Headlines, facts that are "
        "given to a speaker, and outlets that tell it both ways were left out."
    )
    yield Finding(
        digest("f", "hedge", scene.story.id, hedged[0].article, hedged[0].sentence.start),
        scene.story.id,
        "difference",
        "certainty",
        "certainty",
        About("story", scene.story.id),
        sides,
        why,
        0.8,
    )
