"""Which parties of different articles are one actor.

Full names join by their folded words; a surname alone joins the one person of that surname in its
story, and a body's last words the one body that ends so; what an article does not name joins only
inside its story. What fits two joins neither.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from tellings.link.deeds import deeds
from tellings.link.endings import endings
from tellings.link.groups import grouped
from tellings.link.misspelt import misspelt
from tellings.link.several import several
from tellings.link.unnamed import Cast as Cast
from tellings.link.unnamed import is_named, unnamed
from tellings.model import Actor, ActorRole, Cite, Party, Span, Tie, cite, digest
from tellings.model.groups import Verdict
from tellings.text.naming import (
    acronym_of,
    body,
    capitals,
    folded_names,
    person,
    persons_fit,
    plain,
)
from tellings.words.people import nicknames

BY = "link/actors"


@cache
def _short_forms() -> dict[str, frozenset[str]]:
    return folded_names(nicknames())


@dataclass(frozen=True, slots=True)
class _One:
    """One party with what its comparison needs."""

    party: Party
    cast: Cast

    @property
    def id(self) -> str:
        return self.party.id

    @property
    def named(self) -> bool:
        return is_named(self.party)

    @property
    def words(self) -> tuple[str, ...]:
        return person(self.party.name)


def actors(casts: Sequence[Cast]) -> tuple[tuple[Tie, ...], tuple[Actor, ...]]:
    """Ties between parties, and the actors that they make, sorted by id."""
    ones = {party.id: _One(party, cast) for cast in casts for party in cast.parties}
    ties: list[Tie] = []
    for block in _blocks(ones.values()):
        ties.extend(_judge(block))
    ties += [
        *_surnames(ones.values()),
        *misspelt(casts),
        *unnamed(casts),
        *several(casts),
        *endings(casts),
    ]
    ties = sorted(set(ties))
    known = {one: group[0] for group in grouped(ones, ties) for one in group}
    ties = sorted({*ties, *deeds(casts, known)})
    groups = grouped(ones, ties)
    made = [_actor([ones[member] for member in group]) for group in groups]
    return tuple(ties), tuple(sorted(_distinct(made), key=lambda actor: actor.id))


def _blocks(ones: Iterable[_One]) -> list[list[_One]]:
    """Parties that share a key; only they are compared."""
    found: dict[tuple[str, ...], list[_One]] = defaultdict(list)
    for one in ones:
        for key in sorted(set(_keys(one))):
            found[key].append(one)
    return [sorted(block, key=lambda o: o.id) for _, block in sorted(found.items())]


def _keys(one: _One) -> list[tuple[str, ...]]:
    party = one.party
    if party.kind == "country":
        return [("country", party.country or plain(party.name))]
    if not one.named:
        return []
    if party.kind == "person":
        return [("person", one.words[-1])] if len(one.words) > 1 else []
    keys: list[tuple[str, ...]] = [(_family(party.kind), body(name)) for name in party.names]
    letters = capitals(party.name)
    if party.kind == "organisation" and 2 <= len(letters) <= 8:
        keys.append(("acronym", one.cast.story, letters))
    if party.kind == "organisation" and party.name.isupper():
        keys.append(("acronym", one.cast.story, party.name.replace(".", "")))
    return keys


def _family(kind: str) -> str:
    return "place" if kind in {"place", "country"} else "body"


def _judge(block: Sequence[_One]) -> list[Tie]:
    """Compare each party with the first of every different form: cost grows with the forms."""
    ties = []
    heads: list[_One] = []
    for one in block:
        same = False
        for head in heads:
            verdict, score, why = _compare(head, one)
            if verdict != "same" and head.cast.article == one.cast.article:
                continue
            ties.append(_tie(head, one, verdict, score, why))
            if verdict == "same":
                same = True
                break
        if not same:
            heads.append(one)
    return ties


def _tie(a: _One, b: _One, verdict: Verdict, score: float, why: str) -> Tie:
    left, right = sorted((a.id, b.id))
    return Tie("party", left, right, verdict, score, why, BY)


def _compare(a: _One, b: _One) -> tuple[Verdict, float, str]:
    one, other = a.party, b.party
    if one.kind == "person" and other.kind == "person":
        return _compare_persons(a, b)
    if one.kind == "country" and other.kind == "country":
        return "same", 1.0, f"both are {one.country or one.name}"
    if one.country and other.country and one.country != other.country:
        return "different", 0.9, f"of {one.country} and of {other.country}"
    shared = {body(n) for n in one.names} & {body(n) for n in other.names}
    if shared:
        return "same", 0.95, f"both are called “{min(shared)}”"
    pairs = [(x, y) for x in one.names for y in other.names]
    if any(acronym_of(x, y) or acronym_of(y, x) for x, y in pairs):
        return "same", 0.9, f"“{one.name}” and “{other.name}” are one by their capitals"
    if plain(one.name) == plain(other.name):
        return "same", 0.85, f"the same words in one story: “{one.name}”"
    return "different", 0.6, f"“{one.name}” is not “{other.name}”"


def _compare_persons(a: _One, b: _One) -> tuple[Verdict, float, str]:
    mine, theirs = a.words, b.words
    if not persons_fit(mine, theirs, _short_forms()):
        return "different", 0.9, f"“{a.party.name}” and “{b.party.name}” differ in a name"
    if a.party.gender and b.party.gender and a.party.gender != b.party.gender:
        return "different", 0.8, "the texts tell them as a man and a woman"
    country = a.party.country, b.party.country
    if country[0] and country[1] and country[0] != country[1]:
        if a.cast.story == b.cast.story and mine == theirs:
            return "same", 0.8, f"one full name in one story; told of {country[0]}, {country[1]}"
        return "unsure", 0.5, f"one name, but of {country[0]} and of {country[1]}"
    if mine == theirs:
        return "same", 0.95, f"the same full name, “{a.party.name}”"
    if a.cast.story == b.cast.story or _first_names_tell(mine[0], theirs[0]):
        return "same", 0.85, f"“{a.party.name}” and “{b.party.name}”: surname same, first name fits"
    return "unsure", 0.5, "only the initial fits, and the stories differ"


def _first_names_tell(one: str, other: str) -> bool:
    """Whether two first names that fit say enough without a story in common: no mere initial."""
    return min(len(one), len(other)) > 1


def _surnames(ones: Iterable[_One]) -> list[Tie]:
    """A surname alone is the one person of that surname in its story, if there is one."""
    stories: dict[tuple[str, str], list[_One]] = defaultdict(list)
    full: dict[tuple[str, str], list[_One]] = defaultdict(list)
    for one in sorted(ones, key=lambda o: o.id):
        if one.party.kind == "person" and one.named:
            place = full if len(one.words) > 1 else stories
            place[one.cast.story, one.words[-1]].append(one)
    ties = []
    for key, alone in sorted(stories.items()):
        bearers = full.get(key, [])
        names = {bearer.words for bearer in bearers}
        least = min(names, default=())
        clear = bool(bearers) and all(persons_fit(least, o, _short_forms()) for o in names)
        target = bearers[0] if clear else alone[0]
        for one in alone:
            if bearers and not clear:
                why = f"{len(names)} persons of that surname in the story"
                ties.append(_tie(bearers[0], one, "unsure", 0.5, why))
                continue
            if one.id == target.id:
                continue
            why = "the only bearer of that surname in the story"
            ties.append(_tie(target, one, "same", 0.85, why))
    return ties


def _actor(members: Sequence[_One]) -> Actor:
    """One actor from its parties, whatever their order."""
    parties = sorted((one.party for one in members), key=lambda p: p.id)
    named = [p for p in parties if is_named(p)] or parties
    names = sorted({n for p in named for n in p.names}, key=lambda n: (-len(n.split()), n))
    counts: dict[str, int] = defaultdict(int)
    for party in named:
        counts[party.name] += len(party.mentions)
    longest = max(len(name.split()) for name in counts)
    name = min(counts, key=lambda n: (-min(len(n.split()), longest, 2), -counts[n], n))
    kind = min((p.kind for p in parties), key=lambda k: (-sum(p.kind == k for p in parties), k))
    country = _most(p.country for p in parties if p.country)
    # CVL is what is left over: "Chief" says less than "Cabinet Secretary".
    codes = [p.code for p in parties if p.code]
    code = _most(c for c in codes if not c.endswith("CVL")) or _most(codes)
    roles = sorted(
        {
            ActorRole(role.title, role.of, _cite(one, role.span))
            for one in members
            for role in one.party.roles
        },
        key=lambda r: (r.title, r.of or "", r.cite),
    )
    nameless = not any(one.named for one in members)
    place = min(one.cast.story for one in members) if nameless else ""
    return Actor(
        digest("actor", kind, plain(name), country if kind == "country" else None, place),
        kind,
        name,
        tuple(names),
        tuple(p.id for p in parties),
        tuple(roles),
        country,
        code if code is None or len(code) > 3 or not country else max(codes, key=_code_rank),
    )


def _code_rank(code: str) -> tuple[bool, int, str]:
    return not code.endswith("CVL"), len(code), code


def _most(values: Iterable[str]) -> str | None:
    counts: dict[str, int] = defaultdict(int)
    for value in values:
        counts[value] += 1
    return min(counts, key=lambda v: (-counts[v], v)) if counts else None


def _cite(one: _One, span: Span) -> Cite:
    return cite(one.cast.article, one.cast.text, span.start, span.end)


def _distinct(made: Sequence[Actor]) -> list[Actor]:
    """Two actors whose key is the same are told apart by their first party."""
    seen: Mapping[str, list[Actor]] = defaultdict(list)
    for actor in made:
        seen[actor.id].append(actor)
    out = []
    for actor_id, same in seen.items():
        for number, actor in enumerate(sorted(same, key=lambda a: a.parties)):
            if number:
                changed = digest("actor", actor_id, actor.parties[0])
                out.append(replace(actor, id=changed))
            else:
                out.append(actor)
    return out
