"""A body called by the end of its name: "the Rovers" of the Velm Rovers, "Harbour Council".

In one story, where one body only has a name that ends so, and where the story never writes the
words without capitals: what is a kind of body there ("the bank", "police") names none.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from tellings.link.unnamed import Cast, is_named
from tellings.model import Party, Tie
from tellings.text.naming import body
from tellings.words.people import is_role

BY = "link/endings"
_SHORTEST = 4  # letters of the last word: shorter ones are letters of a name ("Inc", "FC")
_MOST = 3  # words of an end


def endings(casts: Sequence[Cast]) -> list[Tie]:
    """Ties from bodies called by the end of a name to the one that has the whole of it."""
    stories: dict[str, list[Cast]] = defaultdict(list)
    for cast in sorted(casts, key=lambda c: c.article):
        stories[cast.story].append(cast)
    return [tie for _, told in sorted(stories.items()) for tie in _of_story(told)]


def _of_story(casts: Sequence[Cast]) -> list[Tie]:
    bodies: dict[tuple[str, ...], list[Party]] = defaultdict(list)
    others: set[tuple[str, ...]] = set()
    for cast in casts:
        for party in cast.parties:
            words = tuple(body(party.name).split())
            if party.kind == "organisation" and is_named(party):
                bodies[words].append(party)
            elif party.kind in ("group", "person"):
                others.add(words)  # "a Republican" is no end of a paper's name
    whole: dict[tuple[str, ...], set[tuple[str, ...]]] = defaultdict(set)
    for words in bodies:
        for size in range(1, min(len(words) - 1, _MOST) + 1):
            whole[words[-size:]].add(words)
    ties = []
    for end, names in sorted(whole.items()):
        if (
            end in bodies
            and end not in others
            and len(names) == 1
            and _is_name(end, bodies[end], casts)
        ):
            (name,) = names
            first = min(bodies[name], key=lambda p: p.id)
            ties += [_tie(first, party) for party in bodies[end] if _agree(first, party)]
    return ties


def _is_name(end: tuple[str, ...], parties: Sequence[Party], casts: Sequence[Cast]) -> bool:
    """Whether an end is a name by itself: capitals always, and no word for a kind of body."""
    last = end[-1]
    if len(last) < _SHORTEST or is_role(last, "body") or is_role(last):
        return False
    if not all(word[:1].isupper() for party in parties for word in party.name.split()[-1:]):
        return False
    small = re.compile(rf"\b{re.escape(last)}\b")
    return not any(small.search(cast.text) for cast in casts)


def _agree(one: Party, other: Party) -> bool:
    return not (one.country and other.country and one.country != other.country)


def _tie(whole: Party, end: Party) -> Tie:
    left, right = sorted((whole.id, end.id))
    why = f"“{end.name}” ends “{whole.name}”, the only body of the story that it ends"
    return Tie("party", left, right, "same", 0.8, why, BY)
