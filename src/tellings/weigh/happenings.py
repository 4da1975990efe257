"""Which dated tellings tell of one happening, by evidence beyond their being joined as one event.

An actor launches, wins and meets again and again. So two tellings are held to be of one happening
only where the kind of act, who took part and the words agree, and where the story knows of no other
day of that kind within reach.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from tellings.model import EventMention
from tellings.text.content import content
from tellings.weigh.dated import COARSE, Dated, apart, dated, gap, one_date
from tellings.weigh.rarity import Rarity
from tellings.weigh.scene import Scene
from tellings.words.happenings import kinds

_UNHAPPENED = frozenset({"planned", "hypothetical", "denied"})
_SEVERAL = frozenset({"they", "them", "these", "those"})
CLOSE = 3  # days; what lies further apart is another happening
# Weighted share of words: of the lighter clause, and of the lighter sentence, that two tellings
# need for their days to clash, and of the clause for a day and its week to be one date.
_CLAUSE, _SENTENCE, _FEWEST = 0.5, 0.35, 4
_GRAIN = 0.4


@dataclass(frozen=True, slots=True)
class Happening:
    """One dated telling: its act's lemma and classes, who takes part, its words, its event."""

    dated: Dated
    lemma: str
    kinds: frozenset[str]
    actors: frozenset[str]
    clause: frozenset[str]
    sentence: frozenset[str]
    event: str | None

    @property
    def article(self) -> str:
        return self.dated.cite.article

    def same_act(self, other: Happening) -> bool:
        alike = self.lemma == other.lemma or not self.kinds.isdisjoint(other.kinds)
        return alike or self.joined(other)

    def other_people(self, other: Happening) -> bool:
        return bool(self.actors and other.actors) and self.actors.isdisjoint(other.actors)

    def joined(self, other: Happening) -> bool:
        return self.event is not None and self.event == other.event


def happenings(scene: Scene) -> list[Happening]:
    """All tellings of a story that give a date of their own and tell what came to pass."""
    event_of = {telling.mark: event.id for event in scene.events for telling in event.tellings}
    found = []
    for article in scene.story.articles:
        for mention in scene.marks[article].events:
            if mention.time is None or mention.certainty in _UNHAPPENED or mention.negated:
                continue
            cite = scene.cite(article, mention.time)
            time = scene.times.get((article, mention.time))
            one = dated(cite, time, scene.days.get(article))
            several = _several(mention, scene.articles[article].text)
            if one is not None and one.length <= COARSE and not several:
                found.append(_happening(scene, article, mention, one, event_of.get(mention.id)))
    return sorted(found, key=lambda one: (one.dated.cite, one.lemma))


def _several(mention: EventMention, text: str) -> bool:
    """Whether a plural tells of several ("tests", "fired them"): they have no one day."""
    if mention.object in _SEVERAL:
        return True
    trigger = mention.trigger.of(text).casefold()
    return trigger.endswith("s") and trigger == f"{mention.lemma}s"


def _happening(
    scene: Scene, article: str, mention: EventMention, one: Dated, event: str | None
) -> Happening:
    text = scene.articles[article].text
    when = set(content(one.cite.text, scene.stop))
    around = scene.sentence(article, mention.trigger)
    parties = (*mention.actors, *mention.recipients)
    return Happening(
        one,
        mention.lemma,
        kinds(mention.lemma) or kinds(mention.lemma.partition(" ")[0]),
        frozenset(scene.actors[party] for party in parties if party in scene.actors),
        frozenset(content(mention.span.of(text), scene.stop)) - when,
        frozenset(content(around.of(text), scene.stop)) - when,
        event,
    )


Pair = tuple[Happening, Happening]


def clashes(scene: Scene, told: Sequence[Happening]) -> list[Pair]:
    """Pairs of tellings of one happening whose days cannot both be right."""
    rarity = Rarity(scene)
    return [
        (a, b)
        for a, b in _of_one_act(told)
        if a.article != b.article
        and apart(a.dated, b.dated, CLOSE)
        and _alike(a, b, rarity)
        and len(_days_near(a, b, told)) == 2  # no third day, and no article that tells both
    ]


def grains(scene: Scene, told: Sequence[Happening], clashing: Sequence[Pair]) -> Iterator[Pair]:
    """Pairs of tellings of one happening that give one date at two grains.

    The story must know of one such day only, or of two that are told of this very happening.
    """
    rarity = Rarity(scene)
    rivals = {frozenset(one.dated.value for one in pair) for pair in clashing}
    for a, b in _of_one_act(told):
        if not one_date(a.dated, b.dated) or a.article == b.article:
            continue
        if not a.joined(b) and (a.other_people(b) or rarity.share(a.clause, b.clause) < _GRAIN):
            continue
        coarse = max(a.dated, b.dated, key=lambda one: one.length)
        inside = {
            one.dated.value
            for one in told
            if one.same_act(a) and one.dated.length < coarse.length and not gap(one.dated, coarse)
        }
        if len(inside) == 1 or inside in rivals:
            yield a, b


def _of_one_act(told: Sequence[Happening]) -> Iterator[tuple[Happening, Happening]]:
    """Pairs that share a class of acts, a lemma or an event, each pair once."""
    by_act: dict[str, list[int]] = defaultdict(list)
    for at, one in enumerate(told):
        for act in {one.lemma, *one.kinds, *filter(None, (one.event,))}:
            by_act[act].append(at)
    pairs = {pair for members in by_act.values() for pair in combinations(members, 2)}
    for i, j in sorted(pairs):
        yield told[i], told[j]


def _alike(a: Happening, b: Happening, rarity: Rarity) -> bool:
    """Whether clauses and sentences agree; a little less of them does where they are joined."""
    joined = a.joined(b)
    if not joined and a.other_people(b):
        return False
    if len(a.sentence & b.sentence) < _FEWEST - joined:
        return False
    clause, sentence = rarity.share(a.clause, b.clause), rarity.share(a.sentence, b.sentence)
    return clause >= _CLAUSE and sentence >= _SENTENCE


def _days_near(a: Happening, b: Happening, told: Sequence[Happening]) -> set[str]:
    """The days that the story tells for acts of this kind within reach of the two."""
    return {
        one.dated.value
        for one in told
        if one.same_act(a)
        and one.dated.length == 1
        and min(gap(one.dated, a.dated), gap(one.dated, b.dated)) <= CLOSE
    } | {a.dated.value, b.dated.value}
