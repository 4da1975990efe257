"""Persons known by what they did or what befell them: "a man was shot" is whom others name as shot.

Outlets tell one person of an affair as "a man", "the driver" and by name. A person without a name
is whoever has the same part in the story (the dead, the accused): first the one whom the same
article names further down, else the only one whom the story names in that part. Where two could be
meant, several are told in the part, or what is told of the two does not agree, nobody is joined.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from tellings.link.unnamed import LEAD, Cast, agree, is_named
from tellings.model import EventMention, Party, Tie
from tellings.words.happenings import parts_of

BY = "link/deeds"
_SURE = frozenset({"asserted", "attributed", "alleged"})


@dataclass(slots=True)
class _Story:
    """One story: its persons by group, and who of each article has which part.

    `group` follows what is joined, so that nobody is joined to two who differ.
    """

    casts: Sequence[Cast]
    group: dict[str, str]
    members: dict[str, list[Party]] = field(default_factory=lambda: defaultdict(list))
    parts: dict[str, dict[str, list[Party]]] = field(default_factory=lambda: defaultdict(dict))

    def __post_init__(self) -> None:
        for cast in self.casts:
            persons = {p.id: p for p in cast.parties if p.kind == "person"}
            for party in persons.values():
                self.members[self.group[party.id]].append(party)
            for part, party_id in parts_told(cast.events):
                if party_id in persons:
                    held = self.parts[part].setdefault(cast.article, [])
                    if persons[party_id] not in held:
                        held.append(persons[party_id])

    def named(self, group: str) -> bool:
        return any(is_named(party) for party in self.members[group])

    def join(self, party: Party, group: str) -> None:
        """Keep that a person without a name is of that group."""
        mine = self.group[party.id]
        for member in self.members.pop(mine):
            self.group[member.id] = group
            self.members[group].append(member)

    def fits(self, party: Party, whom: Party) -> bool:
        """Whether nothing told of the one or the other, in any article, speaks against it."""
        mine, theirs = self.members[self.group[party.id]], self.members[self.group[whom.id]]
        return all(agree(one, other) for one in mine for other in theirs)


def deeds(casts: Sequence[Cast], group: Mapping[str, str]) -> list[Tie]:
    """Ties of persons without a name by their parts; `group` is what each is known to be of."""
    stories: dict[str, list[Cast]] = defaultdict(list)
    for cast in sorted(casts, key=lambda c: c.article):
        stories[cast.story].append(cast)
    ties: set[Tie] = set()
    for _, told in sorted(stories.items()):
        story = _Story(told, dict(group))
        for part in sorted(story.parts):
            ties.update(_in_part(story, part))
    return sorted(ties)


def parts_told(events: Sequence[EventMention]) -> Iterator[tuple[str, str]]:
    """(part, party id) of all that is told to have happened."""
    for event in events:
        if event.negated or event.certainty not in _SURE:
            continue
        for side, parties in (("does", event.actors), ("bears", event.recipients)):
            for part in sorted(parts_of(event.lemma, side)):
                yield from ((part, party) for party in parties)


def _in_part(story: _Story, part: str) -> Iterator[Tie]:
    held = story.parts[part]
    names = _named(story, held)
    several = any(p.plural for told in held.values() for p in told)
    first: Party | None = None
    for cast in story.casts:
        party = _nameless(story, held.get(cast.article, ()))
        if party is None:
            continue
        here = {story.group[p.id] for p in cast.parties if is_named(p)} & names
        whom, why = first, f"the only one of the story who is {part}"
        if len(here) == 1:
            whom, why = _first(story, min(here)), f"told as {part} before being named"
            if not _before(party, cast, min(here), story):
                continue
        elif here or several or len(names) > 1:
            continue
        elif names:
            whom, why = _first(story, min(names)), f"the only one whom the story names as {part}"
        if whom is None:
            first = party
        elif story.group[whom.id] != story.group[party.id] and story.fits(party, whom):
            story.join(party, story.group[whom.id])
            yield _tie(party, whom, why)


def _named(story: _Story, held: Mapping[str, Sequence[Party]]) -> set[str]:
    """Whom the story names in the part; not one in a third of the articles of another.

    That is rather a slip of the parse: "her killer was charged" read as her being charged.
    """
    told: dict[str, set[str]] = defaultdict(set)
    for article, parties in held.items():
        for party in parties:
            if story.named(story.group[party.id]) and not party.plural:
                told[story.group[party.id]].add(article)
    most = max(map(len, told.values()), default=0)
    return {group for group, articles in told.items() if 3 * len(articles) > most}


def _nameless(story: _Story, told: Sequence[Party]) -> Party | None:
    """The one person of an article's who has the part and whom nobody names, if it is one.

    Told in the lead, that is: further down stand other affairs, told for comparison.
    """
    groups = {story.group[p.id] for p in told}
    unnamed = [p for p in told if not story.named(story.group[p.id])]
    if any(p.plural for p in told) or len({story.group[p.id] for p in unnamed}) != 1:
        return None
    lead = unnamed[0].mentions[0].start <= LEAD
    return unnamed[0] if lead and len(groups) <= 2 else None


def _before(party: Party, cast: Cast, group: str, story: _Story) -> bool:
    """Whether the article tells of the party before it names the group's."""
    named = [p for p in cast.parties if story.group[p.id] == group and is_named(p)]
    return all(party.mentions[0] < p.mentions[0] for p in named)


def _first(story: _Story, group: str) -> Party:
    return min((p for p in story.members[group] if is_named(p)), key=lambda p: p.id)


def _tie(a: Party, b: Party, why: str) -> Tie:
    left, right = sorted((a.id, b.id))
    return Tie("party", left, right, "same", 0.65, why, BY)
