"""Parties that no article names, told by several: "the gunman", "the foreign ministry".

They join inside a story only, by the word for what they are, where each article has just one that
is called so; never by words for people of whom an affair has many ("an official", "a witness"). One
whose office another article of the story tells of a named person is that person.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tellings.model import EventMention, Party, Tie
from tellings.text.naming import person, plain, role_word
from tellings.words.people import how_many, is_kin

BY = "link/unnamed"
LEAD = 400  # characters: a headline and a sentence or two
_STATE = ("GOV", "MIL", "LEG", "JUD", "COP")


@dataclass(frozen=True, slots=True)
class Cast:
    """The parties of one article and what it tells of them, with its story."""

    article: str
    story: str
    text: str
    parties: tuple[Party, ...]
    events: tuple[EventMention, ...] = ()


def is_named(party: Party) -> bool:
    """Whether the article gives it a name, not only a role."""
    return not party.why.startswith("not named")


def unnamed(casts: Sequence[Cast]) -> list[Tie]:
    """Ties between parties without a name, and from them to those who have one."""
    stories: dict[str, list[Cast]] = defaultdict(list)
    for cast in sorted(casts, key=lambda c: c.article):
        stories[cast.story].append(cast)
    ties = []
    for _, told in sorted(stories.items()):
        ties.extend(_by_word(told))
        ties.extend(_by_office(told))
    return ties


def _by_word(casts: Iterable[Cast]) -> list[Tie]:
    """Parties called by one word, where no article of theirs has two that are."""
    called: dict[tuple[str, str], list[Party]] = defaultdict(list)
    for cast in casts:
        mine: dict[tuple[str, str], list[Party]] = defaultdict(list)
        for party in cast.parties:
            if not is_named(party) and (word := _word(party)):
                mine[party.kind, word].append(party)
        for key, parties in mine.items():
            if len(parties) == 1:
                called[key].append(parties[0])
    ties = []
    for (_, word), parties in sorted(called.items()):
        heads: list[Party] = []
        for party in parties:
            fits = next((head for head in heads if _may_hold(head, party)), None)
            if fits is None:
                heads.append(party)
                continue
            why = f"the only “{word}” without a name in each of the two articles"
            ties.append(_tie(fits, party, 0.7, why))
    return ties


def _word(party: Party) -> str:
    """What it is called by; "" where that is too little to know it by in another article."""
    if party.kind == "organisation":
        # "police" of one affair are one; "company" may be any.
        return plain(party.name) if (party.code or "").endswith(_STATE) else ""
    word = role_word(party.roles[0].title) if party.roles else ""
    kind = how_many(word) if word else "many"
    lead = party.mentions[0].start <= LEAD and not party.plural
    return word if kind == "few" or (kind == "plain" and lead) else ""


def agree(a: Party, b: Party) -> bool:
    """Whether nothing told of the two speaks against their being one."""
    if a.country and b.country and a.country != b.country:
        return False
    if a.gender and b.gender and a.gender != b.gender:
        return False
    kin = [{w for r in one.roles if is_kin(w := role_word(r.title))} for one in (a, b)]
    if kin[0] and kin[1] and not kin[0] & kin[1]:
        return False
    ages = {frozenset(re.findall(r"\d+", name)) for name in (a.name, b.name)}
    return len(ages - {frozenset()}) < 2


def _by_office(casts: Sequence[Cast]) -> list[Tie]:
    """ "The Dravian foreign minister" is whom the other articles name as that, if it is one."""
    holders: dict[str, dict[str, Party]] = defaultdict(dict)
    for cast in casts:
        for party in cast.parties:
            if party.kind == "person" and is_named(party):
                for key in {k for role in party.roles for k in _offices(role.title)}:
                    holders[key].setdefault(person(party.name)[-1], party)
    ties = []
    for cast in casts:
        nameless = [p for p in cast.parties if not is_named(p) and p.kind == "person"]
        words = Counter(role_word(p.roles[0].title) for p in nameless if p.roles)
        for party in nameless:
            word = role_word(party.roles[0].title) if party.roles else ""
            key = plain(party.roles[0].title) if _is_office(party) else word
            told = holders.get(key, {}).values()
            known = [h for h in told if _may_hold(h, party) or _named_behind(h, party, cast)]
            if not word or how_many(word) == "many" or words[word] > 1 or len(known) != 1:
                continue
            if not _is_office(party) and len(holders[key]) != 1:
                continue
            why = f"the only one whom the story names as {key}: “{known[0].name}”"
            ties.append(_tie(known[0], party, 0.7, why))
    return ties


def _offices(title: str) -> tuple[str, str]:
    return plain(title), role_word(title)


def _is_office(party: Party) -> bool:
    codes = ("GOV", "LEG") if party.kind == "person" else ("GOV", "LEG", "MIL")
    return (party.code or "").endswith(codes)


def _may_hold(holder: Party, party: Party) -> bool:
    """An office of state is one country's: "the prime minister" alone may be any."""
    if _is_office(party) and not (party.country and holder.country):
        return False
    return agree(holder, party)


def _named_behind(holder: Party, party: Party, cast: Cast) -> bool:
    """Whether the article itself goes on to name who holds the office, if not of which country."""
    behind = holder in cast.parties and party.mentions[0] < holder.mentions[0]
    # "Its envoy" before another state's envoy is named is not that one.
    told = plain(party.roles[0].title) in {plain(role.title) for role in holder.roles}
    return behind and told and party.country is not None and agree(holder, party)


def _tie(a: Party, b: Party, score: float, why: str) -> Tie:
    left, right = sorted((a.id, b.id))
    return Tie("party", left, right, "same", score, why, BY)
