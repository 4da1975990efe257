"""Differences of framing: one act told by words that take it for another act, or judge it.

Only words of one family in `framing.toml` are compared: what is near in meaning and unlike in what
it makes of the act. Two passages tell one act where they name the same people, places and things
close to those words. An outlet's own running text counts, not what it quotes or gives to somebody.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from tellings.model import About, Cite, Finding, Span, digest
from tellings.text.content import stem, words_at
from tellings.weigh.scene import Scene
from tellings.weigh.sentences import Sentence
from tellings.words.tables import toml

_AROUND = 12  # words on each side of the word that tells the act, within its sentence
_SHOWN = 3  # words of one way that are named
_PREFIX = 5  # letters of a name by which it is one with its people's: "Ruritania", "Ruritanian"


@dataclass(frozen=True, slots=True)
class _Use:
    """A word of a family, which way it puts the act, and who and what is named around it."""

    family: str
    way: str
    cite: Cite
    outlet: str
    things: frozenset[str]
    names: frozenset[str]
    actors: frozenset[str]
    persons: frozenset[str]

    def one_act(self, other: _Use) -> bool:
        """Whether both have enough around them, and one name at least, to tell one act."""
        rule = toml("framing.toml")[self.family]
        named = max(len(self.names & other.names), len(self.actors & other.actors))
        if not named or named + len(self.things & other.things) < rule["shared"]:
            return False
        return not (rule.get("person") and self.persons.isdisjoint(other.persons))


def framing(scene: Scene, told: Sequence[Sentence]) -> Iterator[Finding]:
    """One finding for each family of words that outlets put one act by in different ways."""
    uses: dict[str, list[_Use]] = defaultdict(list)
    for sentence in told:
        for use in _uses(scene, sentence):
            uses[use.family].append(use)
    for family, found in sorted(uses.items()):
        sides = _sides(found, toml("framing.toml")[family].get("plain"))
        if len(sides) > 1:
            yield _finding(scene, family, sides)


@cache
def _known() -> Mapping[tuple[str, ...], tuple[str, str]]:
    """The stems of each listed word or phrase, with its family and way."""
    return {
        tuple(map(stem, phrase.split())): (family, way)
        for family, rule in toml("framing.toml").items()
        if family not in ("law", "people")
        for way, listed in rule["ways"].items()
        for phrase in listed
    }


@cache
def _first() -> frozenset[str]:
    return frozenset(key[0] for key in _known())


def _uses(scene: Scene, sentence: Sentence) -> Iterator[_Use]:
    found = words_at(sentence.text)
    stems = [stem(word.removesuffix("'s")) for word, _, _ in found]
    if _first().isdisjoint(stems):
        return
    told = scene.articles[sentence.article].text
    said = [part for quote in sentence.quotes for part in (*quote.parts, *quote.quoted)]
    for n in range(len(stems)):
        for size in (3, 2, 1):
            known = _known().get(tuple(stems[n : n + size]))
            if known is None or len(stems[n : n + size]) < size:
                continue
            start = sentence.span.start + found[n][1]
            span = Span(start, sentence.span.start + found[n + size - 1][2])
            spoken = any(part.overlaps(span) for part in said) or span.of(told).isupper()
            people = found[n][0] in toml("framing.toml")["people"]
            law = _is_charge(stems[:n], stems[n + size : n + size + 1])
            if not spoken and not people and not law:
                near = range(max(0, n - _AROUND), min(len(stems), n + size + _AROUND))
                yield _use(scene, sentence, known, span, [found[i] for i in near])
            break


def _is_charge(before: Sequence[str], behind: Sequence[str]) -> bool:
    """Whether the word is the law's, and no outlet's light: "charged with murder", "a murder
    charge".

    However far before in its sentence: "charged with leading a ring and with three murders".
    """
    return not {stem(word) for word in toml("framing.toml")["law"]}.isdisjoint([*before, *behind])


def _use(
    scene: Scene,
    sentence: Sentence,
    known: tuple[str, str],
    span: Span,
    near: Sequence[tuple[str, int, int]],
) -> _Use:
    at = sentence.span.start
    window = Span(at + near[0][1], at + near[-1][2])
    text = scene.articles[sentence.article].text
    inside = [n for n in scene.marks[sentence.article].names if window.contains(n.span)]
    actors = {
        n.id: scene.actors[n.party]
        for n in inside
        if n.party is not None and n.party in scene.actors
    }
    listed = {part for key in _known() for part in key}
    things = {
        stem(word)
        for word, start, end in near
        if word not in scene.stop
        and not any(n.span.contains(Span(at + start, at + end)) for n in inside)
    }
    return _Use(
        *known,
        scene.cite(sentence.article, span),
        scene.origins.label(sentence.article),
        frozenset(things - listed),
        frozenset(n.span.of(text)[:_PREFIX] for n in inside),
        frozenset(actors.values()),
        frozenset(actors[n.id] for n in inside if n.kind == "person" and n.id in actors),
    )


def _sides(found: Sequence[_Use], plain: str | None) -> list[list[_Use]]:
    """The uses that tell one act with those of another way, by way; outlets that use two are out.

    An outlet that uses a plain way beside another is on the other's side.
    """
    ways: dict[str, set[str]] = defaultdict(set)
    for use in found:
        ways[use.outlet].add(use.way)
    kept = [use for use in found if use.way != plain or ways[use.outlet] == {plain}]
    for use in kept:
        ways[use.outlet].discard(plain or "")
    kept = [use for use in kept if len(ways[use.outlet]) <= 1]
    meeting: dict[str, list[_Use]] = defaultdict(list)
    for use in kept:
        if any(use.one_act(other) for other in kept if other.way != use.way):
            meeting[use.way].append(use)
    return [uses for _, uses in sorted(meeting.items())]


def _finding(scene: Scene, family: str, sides: Sequence[Sequence[_Use]]) -> Finding:
    made = [scene.side(_value(uses), (use.cite for use in uses)) for uses in sides]
    made.sort(key=lambda side: (-side.independent, side.value))
    shown = " against ".join(f"“{side.value}”" for side in made)
    first = min(use.cite for uses in sides for use in uses)
    return Finding(
        digest("f", "framing", scene.story.id, family, first.article, first.start),
        scene.story.id,
        "difference",
        "framing",
        "framing",
        _about(scene, [use for uses in sides for use in uses]),
        tuple(made),
        f"Words that put an act in different lights were compared where they stand beside the same "
        f"names and things: {shown}. Quotations, what is given to a speaker, headlines, captions, "
        "near synonyms and outlets that put it both ways were left out.",
        0.75,
    )


def _about(scene: Scene, uses: Sequence[_Use]) -> About:
    """The event that most of the words tell; the story where none of them is in an event."""
    places = {use.cite for use in uses}
    counts = {
        event.id: sum(telling.trigger in places for telling in event.tellings)
        for event in scene.events
    }
    told = [event for event, count in counts.items() if count]
    if not told:
        return About("story", scene.story.id)
    return About("event", min(told, key=lambda event: (-counts[event], event)))


def _value(uses: Sequence[_Use]) -> str:
    """The words of one way as they stand, the most used ones first."""
    counts: dict[str, int] = defaultdict(int)
    for use in uses:
        counts[use.cite.text] += 1
    return ", ".join(sorted(counts, key=lambda text: (-counts[text], text))[:_SHOWN])
