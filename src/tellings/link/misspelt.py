"""One full name that two outlets spell with a letter's difference: "Tom Reyl", "Tom Reyle".

In one story, with one and the same first name, and where no article of the story has both.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from itertools import combinations

from rapidfuzz.distance import DamerauLevenshtein

from tellings.link.unnamed import Cast, agree, is_named
from tellings.model import Party, Tie
from tellings.text.naming import person

BY = "link/misspelt"
# Letters of a surname: shorter ones differ in a letter by chance ("Kim", "Lim").
_SHORTEST = 4

Surnames = dict[str, list[tuple[str, Party]]]


def misspelt(casts: Sequence[Cast]) -> list[Tie]:
    """Ties between persons whose surnames differ in a letter only."""
    bearers: dict[tuple[str, str, str], Surnames] = defaultdict(lambda: defaultdict(list))
    for cast in sorted(casts, key=lambda c: c.article):
        for party in cast.parties:
            words = person(party.name)
            if party.kind == "person" and is_named(party) and len(words) > 1 and len(words[0]) > 1:
                key = (cast.story, words[0], words[-1][0])
                bearers[key][words[-1]].append((cast.article, party))
    ties = []
    for _, surnames in sorted(bearers.items()):
        for one, other in combinations(sorted(surnames), 2):
            ties.extend(_tied(one, other, surnames))
    return ties


def _tied(one: str, other: str, surnames: Surnames) -> list[Tie]:
    """The tie of the first bearers of two surnames, if they can be one person's."""
    if min(len(one), len(other)) < _SHORTEST or DamerauLevenshtein.distance(one, other) != 1:
        return []
    if {article for article, _ in surnames[one]} & {article for article, _ in surnames[other]}:
        return []
    a, b = surnames[one][0][1], surnames[other][0][1]
    if not agree(a, b):
        return []
    left, right = sorted((a.id, b.id))
    why = f"“{a.name}” and “{b.name}”: a letter apart in one story, never in one article"
    return [Tie("party", left, right, "same", 0.75, why, BY)]
