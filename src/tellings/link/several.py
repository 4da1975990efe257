"""Several persons told without a name, by several articles: "the robbers", "two women".

They are one group where the leads of two articles tell one such group each, with one part in what
happened ("two women were killed") or with one word ("the miners"); not where the numbers told of
them differ, and not by words for whom an affair has many groups ("officials").
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from tellings.link.deeds import parts_told
from tellings.link.unnamed import LEAD, Cast, agree, is_named
from tellings.model import Party, Tie
from tellings.text.naming import role_word
from tellings.words.people import how_many
from tellings.words.quantities import number_words

BY = "link/several"

Held = tuple[Cast, Party]


def several(casts: Sequence[Cast]) -> list[Tie]:
    """Ties between groups of people without a name."""
    stories: dict[str, list[Cast]] = defaultdict(list)
    for cast in sorted(casts, key=lambda c: c.article):
        stories[cast.story].append(cast)
    ties: dict[tuple[str, str], Tie] = {}
    for _, told in sorted(stories.items()):
        for why, held in sorted(_keyed(told).items()):
            for tie in _joined(held, why):
                ties.setdefault((tie.left, tie.right), tie)
    return sorted(ties.values())


def _keyed(casts: Iterable[Cast]) -> dict[str, list[Held]]:
    """Groups by what they share; of each article only where it is one group's alone."""
    found: dict[str, list[Held]] = defaultdict(list)
    for cast in casts:
        groups = {p.id: p for p in cast.parties if _in_lead(p)}
        mine: dict[str, set[str]] = defaultdict(set)
        for part, one in parts_told(cast.events):
            if one in groups:
                mine[f"those told as {part}"].add(one)
        for party in groups.values():
            if word := _word(party):
                mine[f"“{word}” of the lead"].add(party.id)
        for why, parties in mine.items():
            if len(parties) == 1:
                found[why].append((cast, groups[min(parties)]))
    return found


def _in_lead(party: Party) -> bool:
    several = party.plural and party.kind == "person" and not is_named(party)
    return several and party.mentions[0].start <= LEAD


def _word(party: Party) -> str:
    """The word for what they are; "" where an affair has many such groups."""
    word = role_word(party.roles[0].title) if party.roles else ""
    return word if how_many(word) == "plain" else ""


def _joined(held: Sequence[Held], why: str) -> Iterator[Tie]:
    heads: list[Held] = []
    for one in held:
        fits = next((head for head in heads if _fit(head, one)), None)
        if fits is None:
            heads.append(one)
            continue
        left, right = sorted((fits[1].id, one[1].id))
        yield Tie("party", left, right, "same", 0.65, f"the only group in each: {why}", BY)


def _fit(one: Held, other: Held) -> bool:
    counts = {_count(*one), _count(*other)} - {None}
    return len(counts) < 2 and agree(one[1], other[1])


def _count(cast: Cast, party: Party) -> int | None:
    """How many they are told to be, right before the word or in its phrase; None where untold."""
    span = party.mentions[0]
    words = re.findall(r"[\w-]+", cast.text[max(0, span.start - 12) : span.end])
    numbers = number_words().numbers
    for word in reversed(words):
        if word.isdigit() and len(word) < 4:
            return int(word)
        if word.lower() in numbers:
            return int(numbers[word.lower()])
    return None
